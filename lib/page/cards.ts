/**
 * Opening, pinning and closing the cards of names. Touches its own host elements and the focus, nothing else of the page.
 * Part of the card's code, not of the overlay.
 */

import type { Answers } from '../messages/page.ts';
import type { CardAct, DrawCard } from './card-code.ts';
import { type CardCommand, obey } from './commands.ts';
import { type Placed, rectsOf, sameName } from './hits.ts';
import { type Host, keepHost } from './host.ts';
import { lineOf } from './line.ts';
import type { PageReader } from './reader.ts';
import { keepSpot } from './spot.ts';

export interface CardPorts {
	/** What the card of a name shows, on the page as it is now. */
	card(mention: Placed): Promise<Answers['card']>;
	/** Marks the name no more, or again. */
	hide(entity: string, hide: boolean): void;
	siteOff(): void;
}

/** By keyboard: focus goes in. By a finger: along the edge. */
export type Opener = 'pointer' | 'keyboard' | 'touch';

export interface Cards {
	/** Fetches what the card of a name needs before it is wanted. */
	warm(mention: Placed): void;
	open(mention: Placed, by?: Opener): Promise<void>;
	/** Closes the card that is not pinned. */
	close(): void;
	command(command: CardCommand): void;
	/** A card that was only hovered has lost its name if that is in what scrolled. */
	scrolled(what: EventTarget | null): void;
	readonly box: DOMRect | null;
	readonly openFor: Placed | null;
	inCard(event: Event): boolean;
}

interface Shown {
	mention: Placed;
	host: Host;
	by: Opener;
	/** What had the focus before. */
	before: HTMLElement | null;
	close(): void;
}

/** More pinned cards than these and the oldest closes. */
const MOST_PINNED = 3;

export function createCards(
	window: Window,
	reader: PageReader,
	ports: CardPorts,
	draw: DrawCard,
	signal: AbortSignal,
): Cards {
	const { document } = window;
	const keeper = keepHost(document);
	const spot = keepSpot(window);
	let shown: Shown | null = null;
	const pinned: Shown[] = [];
	/** Asked for while the pointer rested. */
	let ready: { mention: Placed; answer: Promise<Answers['card'] | null> } | null = null;
	/** Counts the calls, so that a slow answer does not open over a newer one. */
	let turn = 0;

	function answerFor(mention: Placed): Promise<Answers['card'] | null> {
		if (!ready || !sameName(ready.mention, mention)) {
			const answer = ports.card(mention).catch(() => null);
			ready = { mention, answer };
		}
		return ready.answer;
	}

	async function open(mention: Placed, by: Opener = 'pointer'): Promise<void> {
		const all = shown ? [shown, ...pinned] : pinned;
		if (by !== 'keyboard' && all.some((one) => sameName(one.mention, mention))) return;
		const mine = ++turn;
		const answer = await answerFor(mention);
		// Kept for one opening: what the reader changes meanwhile counts.
		ready = null;
		if (mine !== turn || signal.aborted || !answer) return;
		const anchor = rectsOf(mention.range);
		if (anchor.length === 0) return;
		if (shown) end(shown);
		const host = keeper.show();
		if (!host) return;
		const focus = by === 'keyboard';
		if (focus) spot.set(mention.range);
		const active = document.activeElement;
		const now: Shown = {
			mention,
			host,
			by,
			before: focus && active instanceof HTMLElement && active !== host.element ? active : null,
			close: () => undefined,
		};
		now.close = draw(host.element, host.root, {
			...answer,
			anchor,
			focus,
			sheet: by === 'touch',
			line: lineOf(mention),
			onAct: (what) => act(what, now, answer),
		}).close;
		shown = now;
	}

	/** Ends one card and gives the focus back. */
	function end(one: Shown) {
		const hadFocus = document.activeElement === one.host.element;
		one.close();
		keeper.hide(one.host);
		if (one === shown) shown = null;
		const at = pinned.indexOf(one);
		if (at >= 0) pinned.splice(at, 1);
		if (!hadFocus) return;
		one.before?.focus({ preventScroll: true });
		spot.restore();
	}

	function close() {
		turn++;
		if (shown) end(shown);
	}

	function act(what: CardAct, one: Shown, { view, hidden }: Answers['card']) {
		if (what === 'pin') return pin(one);
		end(one);
		if (what === 'hide-name') ports.hide(view.entity, !hidden);
		if (what === 'site-off') ports.siteOff();
	}

	function pin(one: Shown) {
		if (one !== shown) return;
		keeper.letGo();
		shown = null;
		pinned.push(one);
		if (pinned.length > MOST_PINNED) end(pinned[0] as Shown);
	}

	const holding = (event: Event): Shown | undefined => {
		const path = event.composedPath();
		return [...pinned, ...(shown ? [shown] : [])].find((one) => path.includes(one.host.element));
	};

	/** Keys typed in a card are not the page's; Escape closes what has the focus, or the card that is open. */
	function onKey(event: KeyboardEvent) {
		if (!event.isTrusted) return;
		const inside = holding(event);
		if (inside) event.stopImmediatePropagation();
		if (event.type !== 'keydown' || event.key !== 'Escape' || event.isComposing) return;
		const one = inside ?? shown;
		if (!one) return;
		event.stopImmediatePropagation();
		turn++;
		end(one);
	}
	for (const type of ['keydown', 'keypress', 'keyup'] as const)
		window.addEventListener(type, onKey, { signal, capture: true });

	/** What opened now lies above, or takes all clicks: cards move there. */
	const rehost = (event: Event) => {
		if (holding(event)) return;
		for (const one of [...pinned, ...(shown ? [shown] : [])])
			if (one.host.element.isConnected) keeper.raise(one.host);
	};
	document.addEventListener('fullscreenchange', rehost, { signal });
	document.addEventListener('toggle', (event) => event.target instanceof HTMLDialogElement && rehost(event), {
		signal,
		capture: true,
	});
	signal.addEventListener('abort', () => {
		for (const one of [...pinned, ...(shown ? [shown] : [])]) one.close();
		pinned.length = 0;
		shown = null;
		keeper.remove();
	});

	const cards: Cards = {
		warm: (mention) => void answerFor(mention),
		open,
		close,
		scrolled(what) {
			if (shown?.by !== 'pointer' || !(what instanceof Node)) return;
			if (what.contains(shown.mention.range.startContainer)) close();
		},
		get box() {
			return shown?.host.element.isConnected ? shown.host.element.getBoundingClientRect() : null;
		},
		get openFor() {
			return shown?.mention ?? null;
		},
		inCard: (event) => holding(event) !== undefined,
		command: (command) => does(command),
	};
	const does = obey(window, reader, cards);
	return cards;
}
