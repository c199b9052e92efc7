/**
 * How the overlay and the card's code find each other: both run in the same isolated world, the card's code is injected
 * only when a card is about to open, and leaves its one function here. Touches that world's global only.
 */
import type { SentenceView } from '../corpus/comparison-views.ts';
import type { Answers } from '../messages/page.ts';
import type { Cards } from './cards.ts';
import type { PageReader } from './reader.ts';

/** What a card asks of the overlay; copying it does itself. */
export type CardAct = 'hide-name' | 'site-off' | 'close' | 'pin' | 'unpin';

/** What was answered, or the code of why not. */
export type CardInput = (CardAnswer | { view: null; failed: string }) & CardWay;

export type CardAnswer = Answers['card'] & {
	/** What others say of the sentence the name stands in, where it states anything that is known. */
	sentence: SentenceView | null;
	/** It was not known in time: the card is shown without, and it joins. */
	late?: Promise<SentenceView | null>;
};

export interface CardWay {
	/** Boxes of the name as it stands now, a line each. */
	where(): DOMRect[];
	/** Whether its lines stand upright, and on which side the next one is. */
	upright: 'left' | 'right' | null;
	/** true when opened by keyboard: focus goes into the card. */
	focus: boolean;
	/** true when opened by a finger: the card lies along an edge of the window. */
	sheet: boolean;
	/** The line the name stands in, spoken with it when opened by keyboard. */
	line: string;
	onAct(act: CardAct): void;
}

export interface DrawnCard {
	/** Lets it be seen. */
	show(): void;
	close(): void;
	/** Shows what was answered since. */
	renew(answer: CardAnswer | { view: null; failed: string }): void;
}

/** Draws a card into the host and places it, unseen. */
export type DrawCard = (host: HTMLElement, root: ShadowRoot, input: CardInput) => DrawnCard;

/** The whole of the card's code: what opens, pins and closes cards once the first is wanted. */
export type CardCode = (window: Window, reader: PageReader, lang: string, signal: AbortSignal) => Cards;

const KEY = Symbol.for('sidelight.card');

export const leaveCardCode = (code: CardCode): void => {
	(globalThis as Record<symbol, unknown>)[KEY] = code;
};

/** Cards whose code is fetched when a name is first come to. */
export function lateCards(
	window: Window,
	fetch: () => Promise<Answers['card-code']>,
	reader: PageReader,
	signal: AbortSignal,
): Omit<Cards, 'openFor'> {
	let cards: Cards | null = null;
	let loading: Promise<void> | null = null;
	/** Counts the calls, so that code that comes late opens nothing that is unwanted by now. */
	let turn = 0;

	const load = () => {
		loading ??= fetch().then(
			({ reader: lang }) => {
				const code = (globalThis as Record<symbol, unknown>)[KEY] as CardCode | undefined;
				if (!signal.aborted) cards ??= code?.(window, reader, lang, signal) ?? null;
			},
			() => {
				// The next name asks again: the background may only have been away.
				loading = null;
			},
		);
		return loading;
	};

	return {
		warm: (mention) => void load().then(() => cards?.warm(mention)),
		async open(mention, by) {
			const mine = ++turn;
			await load();
			if (mine === turn) await cards?.open(mention, by);
		},
		close() {
			turn++;
			cards?.close();
		},
		renew: () => cards?.renew(),
		command: (command) => void load().then(() => cards?.command(command)),
		scrolled: (what) => cards?.scrolled(what),
		get box() {
			return cards?.box ?? null;
		},
		inCard: (event) => cards?.inCard(event) ?? false,
	};
}
