/** Keys while cards are open, and where the cards go when something opens above them. Part of the card's code. */
import type { Host } from './host.ts';

export interface KeyPorts {
	/** The card an event happened in. */
	holding(event: Event): Host | null;
	/** Escape: closes the card, or without one what opened last. false: there was nothing to close. */
	escape(host: Host | null): boolean;
	/** Hosts on the page, lowest first. */
	hosts(): Host[];
	raise(host: Host): void;
}

/** Keys typed in a card are not the page's; Escape that closes something is not, either. */
export function watchKeys(window: Window, ports: KeyPorts, signal: AbortSignal): void {
	const { document } = window;
	for (const type of ['keydown', 'keypress', 'keyup'] as const) {
		window.addEventListener(
			type,
			(event) => {
				if (!event.isTrusted) return;
				const inside = ports.holding(event);
				if (inside) event.stopImmediatePropagation();
				// An input method's own Escape throws away what was typed so far.
				if (type !== 'keydown' || event.key !== 'Escape' || event.isComposing) return;
				if (!ports.escape(inside)) return;
				event.stopImmediatePropagation();
				// Else the browser takes it for the dialog the card stands in, too.
				event.preventDefault();
			},
			{ signal, capture: true },
		);
	}

	/** What opened now lies above, or takes all clicks: cards move there. */
	const rehost = (event: Event) => {
		if (ports.holding(event)) return;
		for (const host of ports.hosts()) if (host.element.isConnected) ports.raise(host);
	};
	document.addEventListener('fullscreenchange', rehost, { signal });
	document.addEventListener('toggle', (event) => event.target instanceof HTMLDialogElement && rehost(event), {
		signal,
		capture: true,
	});
}
