/**
 * Sidelight on one page: reading, marks, pointer, cards and the reader's commands, tied together.
 * Once per document; everything ends with the signal.
 */
import type { Command, PageReport } from '../messages/page.ts';
import { type CardPorts, createCards } from './cards.ts';
import { createMarks } from './marks.ts';
import { watchPointer } from './pointer.ts';
import { createReader, type Placed, type Ports } from './reader.ts';

/** A frame smaller than this holds no article, px. */
const SMALLEST = { width: 300, height: 200 };

export type OverlayPorts = Ports & Omit<CardPorts, 'events'>;

export interface Overlay {
	command(command: Command): PageReport | undefined;
}

/** null where there is nothing to read: no HTML body, a small frame, no custom highlights. */
export function startOverlay(window: Window, ports: OverlayPorts, signal: AbortSignal): Overlay | null {
	const { document } = window;
	if (!(document instanceof HTMLDocument) || !document.body) return null;
	if (window !== window.top && (window.innerWidth < SMALLEST.width || window.innerHeight < SMALLEST.height))
		return null;
	const marks = createMarks();
	if (!marks) return null;

	const reader = createReader(document, marks, ports, signal);
	const cards = createCards(
		document,
		{
			...ports,
			events: () => reader.events,
			hide(entity, hide) {
				reader.hide(entity, hide);
				ports.hide(entity, hide);
			},
		},
		signal,
	);
	watchPointer(
		window,
		{
			hit: (x, y) => reader.hits.at(document, x, y),
			warm: cards.warm,
			open: (mention) => void cards.open(mention),
			close: cards.close,
			card: () => cards.box,
			inCard: cards.inCard,
		},
		signal,
	);

	let current: Placed | null = null;
	/** The next or previous marked name, shown and opened; the page's own focus and selection stay. */
	function step(by: 1 | -1) {
		const marked = reader.mentions.filter((mention) => mention.marked);
		if (marked.length === 0) return;
		const at = marked.findIndex((mention) => mention.range === current?.range);
		current =
			marked[at < 0 ? (by === 1 ? 0 : marked.length - 1) : (at + by + marked.length) % marked.length] ?? null;
		if (!current) return;
		current.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
		void cards.open(current, true);
	}

	return {
		command(command) {
			if (command.type === 'report') return reader.report();
			if (command.type === 'step') step(command.by);
			if (command.type === 'toggle-card') {
				if (cards.openFor) cards.close();
				else step(1);
			}
			return undefined;
		},
	};
}
