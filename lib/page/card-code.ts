/**
 * How the overlay and the card's code find each other: both run in the same isolated world, the card's code is injected
 * only when a card is about to open, and leaves its one function here. Touches that world's global only.
 */
import type { CardView } from '../corpus/views.ts';

/** What a card asks of the overlay; copying it does itself. */
export type CardAct = 'hide-name' | 'site-off' | 'close';

export interface CardInput {
	view: CardView;
	/** BCP 47: the reader's. */
	reader: string;
	/** true: the reader wants this name marked no more. */
	hidden: boolean;
	/** Boxes of the name, a line each. */
	anchor: DOMRect[];
	/** true when opened by keyboard: focus goes into the card. */
	focus: boolean;
	onAct(act: CardAct): void;
}

export interface CardCode {
	/** Draws into the host; `place` again after the page moved. */
	show(host: HTMLElement, root: ShadowRoot, input: CardInput): { close(): void };
}

const KEY = Symbol.for('sidelight.card');

export const leaveCardCode = (code: CardCode): void => {
	(globalThis as Record<symbol, unknown>)[KEY] = code;
};

export const findCardCode = (): CardCode | null =>
	((globalThis as Record<symbol, unknown>)[KEY] as CardCode) ?? null;
