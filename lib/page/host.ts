/**
 * The one element Sidelight adds to a page: a popover below <html> with a closed shadow root, made when first needed.
 * Under a modal dialog or a fullscreen element nothing can be clicked, so it moves into these while they are open.
 */

/** A page that takes the host away so often does not want it. */
const MOST_HOSTS = 3;

/** Important in a shadow tree beats whatever the page says of the host. Where it stands, the card's code decides. */
const STYLE = `:host {
	all: initial !important;
	display: block !important;
	position: fixed !important;
	inset: var(--sidelight-top, 0) auto auto var(--sidelight-left, 0) !important;
	visibility: var(--sidelight-seen, hidden) !important;
	color-scheme: light dark !important;
}`;

export interface Host {
	element: HTMLElement;
	root: ShadowRoot;
}

export interface HostKeeper {
	/** Shows the host above all else; null when the page keeps removing it. */
	show(): Host | null;
	hide(): void;
	readonly current: Host | null;
	remove(): void;
}

export function keepHost(document: Document): HostKeeper {
	let host: Host | null = null;
	let made = 0;

	function make(): Host | null {
		if (made >= MOST_HOSTS) return null;
		made++;
		const element = document.createElement('sidelight-card');
		element.popover = 'manual';
		const root = element.attachShadow({ mode: 'closed' });
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(STYLE);
		root.adoptedStyleSheets.push(sheet);
		return { element, root };
	}

	return {
		get current() {
			return host?.element.isConnected ? host : null;
		},
		show() {
			if (host && !host.element.isConnected) host = null;
			host ??= make();
			if (!host) return null;
			const parent = topmost(document);
			if (host.element.parentNode !== parent) parent.append(host.element);
			// Shown again each time, so that it comes above what opened since.
			if (host.element.matches(':popover-open')) host.element.hidePopover();
			host.element.showPopover();
			return host;
		},
		hide() {
			if (host?.element.isConnected && host.element.matches(':popover-open')) host.element.hidePopover();
		},
		remove() {
			host?.element.remove();
			host = null;
		},
	};
}

function topmost(document: Document): Element {
	const modals = [...document.querySelectorAll('dialog:modal')];
	return modals.at(-1) ?? document.fullscreenElement ?? document.documentElement;
}
