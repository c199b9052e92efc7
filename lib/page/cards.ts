/** Opening and closing the card of a name. Touches its own host element and the focus, nothing else of the page. */

import type { Recognised } from '../events/index.ts';
import type { Answers } from '../messages/page.ts';
import { type CardAct, type CardCode, findCardCode } from './card-code.ts';
import { rectsOf } from './hits.ts';
import { keepHost } from './host.ts';
import type { Placed } from './reader.ts';

export interface CardPorts {
	/** Brings the card's code into this frame. */
	code(): Promise<unknown>;
	card(mention: Placed, events: readonly Recognised[]): Promise<Answers['card']>;
	events(): readonly Recognised[];
	/** Marks the name no more, or again. */
	hide(entity: string, hide: boolean): void;
	siteOff(): void;
}

export interface Cards {
	/** Fetches the card's code before it is needed. */
	warm(): void;
	open(mention: Placed, focus?: boolean): Promise<void>;
	close(): void;
	readonly box: DOMRect | null;
	readonly openFor: Placed | null;
	inCard(event: Event): boolean;
}

export function createCards(document: Document, ports: CardPorts, signal: AbortSignal): Cards {
	const keeper = keepHost(document);
	let code: Promise<CardCode | null> | null = null;
	let shown: { mention: Placed; close(): void } | null = null;
	/** Counts the calls, so that a slow answer does not open over a newer one. */
	let turn = 0;
	let before: HTMLElement | null = null;

	const warm = () => {
		code ??= ports
			.code()
			.then(findCardCode)
			.catch(() => null);
		return code;
	};

	async function open(mention: Placed, focus = false): Promise<void> {
		if (shown?.mention === mention && !focus) return;
		const mine = ++turn;
		const [cardCode, answer] = await Promise.all([
			warm(),
			ports.card(mention, ports.events()).catch(() => null),
		]);
		if (mine !== turn || signal.aborted || !cardCode || !answer) return;
		const anchor = rectsOf(mention.range);
		if (anchor.length === 0) return;
		shown?.close();
		const host = keeper.show();
		if (!host) return;
		before = focus && document.activeElement instanceof HTMLElement ? document.activeElement : null;
		const card = cardCode.show(host.element, host.root, {
			...answer,
			anchor,
			focus,
			onAct: (what) => act(what, answer),
		});
		shown = { mention, close: card.close };
	}

	function close() {
		turn++;
		if (!shown) return;
		const hadFocus = keeper.current !== null && document.activeElement === keeper.current.element;
		shown.close();
		shown = null;
		keeper.hide();
		if (hadFocus) before?.focus({ preventScroll: true });
		before = null;
	}

	function act(what: CardAct, { view, hidden }: Answers['card']) {
		close();
		if (what === 'hide-name') ports.hide(view.entity, !hidden);
		if (what === 'site-off') ports.siteOff();
	}

	document.addEventListener(
		'keydown',
		(event) => {
			if (event.isTrusted && event.key === 'Escape' && shown) {
				event.stopPropagation();
				close();
			}
		},
		{ signal, capture: true },
	);
	signal.addEventListener('abort', () => {
		close();
		keeper.remove();
	});

	return {
		warm: () => void warm(),
		open,
		close,
		get box() {
			return shown ? (keeper.current?.element.getBoundingClientRect() ?? null) : null;
		},
		get openFor() {
			return shown?.mention ?? null;
		},
		inCard: (event) => keeper.current !== null && event.composedPath().includes(keeper.current.element),
	};
}
