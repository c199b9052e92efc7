/**
 * The one element Sidelight adds to a page: a popover below <html> with a closed shadow root, made when first needed.
 * Under a modal dialog or a fullscreen element nothing can be clicked, so it moves into these while they are open.
 * A card keeps its host while it is open, and the next card gets another one.
 */

/** A page that takes the host away so often does not want it. */
const MOST_LOST = 3;

/** Important in a shadow tree beats whatever the page says of the host. Where it stands, the card's code decides. */
const STYLE = `:host {
	all: initial !important;
	direction: ltr !important;
	user-select: text !important;
	display: block !important;
	position: fixed !important;
	inset: var(--sidelight-top, 0) auto auto var(--sidelight-left, 0) !important;
	visibility: var(--sidelight-seen, hidden) !important;
	color-scheme: light dark !important;
}
@media print {
	:host { display: none !important; }
}`;

export interface Host {
	element: HTMLElement;
	root: ShadowRoot;
}

export interface HostKeeper {
	/** Shows a host above all else; null when the page keeps removing it. */
	show(): Host | null;
	/** Brings a host that is shown above what opened since. */
	raise(host: Host): void;
	/** Takes a host off the page's top; one is kept for the next card. */
	hide(host: Host): void;
	remove(): void;
}

export function keepHost(document: Document): HostKeeper {
	/** On the page, and of no card now. */
	let spare: Host | null = null;
	const all = new Set<Host>();
	let lost = 0;

	function make(): Host | null {
		if (lost > MOST_LOST) return null;
		const element = document.createElement('sidelight-card');
		const root = element.attachShadow({ mode: 'closed' });
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(STYLE);
		root.adoptedStyleSheets.push(sheet);
		const host = { element, root };
		all.add(host);
		return host;
	}

	function raise({ element }: Host) {
		const parent = topmost(document);
		if (element.parentNode !== parent) parent.append(element);
		// The page can take the attribute away.
		element.popover = 'manual';
		// Shown again each time, so that it comes above what opened since.
		if (element.matches(':popover-open')) element.hidePopover();
		element.showPopover();
	}

	function next(): Host | null {
		const kept = spare;
		spare = null;
		if (!kept) return make();
		if (kept.element.isConnected) return kept;
		all.delete(kept);
		lost++;
		return make();
	}

	return {
		show() {
			const host = next();
			if (host) raise(host);
			return host;
		},
		raise,
		hide(host) {
			const { element } = host;
			if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
			if (!spare) {
				spare = host;
				return;
			}
			element.remove();
			all.delete(host);
		},
		remove() {
			for (const { element } of all) element.remove();
			all.clear();
			spare = null;
		},
	};
}

function topmost(document: Document): Element {
	const modals = [...document.querySelectorAll('dialog:modal')];
	return modals.at(-1) ?? document.fullscreenElement ?? document.documentElement;
}
