/**
 * Sidelight on one page: reading, marks, pointer, cards and the reader's commands, tied together.
 * Once per document; everything ends with the signal.
 */
import type { Command, PageReport } from '../messages/page.ts';
import { lateCards } from './card-code.ts';
import type { CardPorts } from './cards.ts';
import { type Placed, rectsOf, sameName } from './hits.ts';
import { createMarks } from './marks.ts';
import { watchPointer } from './pointer.ts';
import { createReader, type PageReader, type Ports } from './reader.ts';

/** A frame smaller than this holds no article, px. */
const SMALLEST = { width: 300, height: 200 };

export interface OverlayPorts extends Ports, Omit<CardPorts, 'events'> {
	events: Ports['events'];
	/** Brings the card's code into this frame. */
	code(): Promise<unknown>;
}

export interface Overlay {
	/** Whether this frame is the one to ask: it has the focus, or is the page itself. */
	answers(command: Command): boolean;
	command(command: Command): PageReport | undefined;
}

/** null where there is nothing to read: no HTML body, no custom highlights. A small frame waits until it is larger. */
export function startOverlay(window: Window, ports: OverlayPorts, signal: AbortSignal): Overlay | null {
	const { document } = window;
	if (!(document instanceof HTMLDocument) || !document.body) return null;
	let started: Pick<Overlay, 'command'> | null = null;
	const large = () =>
		window === window.top || (window.innerWidth >= SMALLEST.width && window.innerHeight >= SMALLEST.height);
	const begin = () => {
		if (started || signal.aborted || !large()) return;
		started = startReading(window, ports, signal);
	};
	begin();
	if (!started) window.addEventListener('resize', begin, { signal, passive: true });
	return {
		answers(command) {
			if (command.type === 'mode' || command.type === 'hide-name') return true;
			if (command.type === 'report' || command.type === 'go-to') return window === window.top;
			if (document.activeElement?.localName === 'iframe') return window !== window.top && document.hasFocus();
			return window === window.top || document.hasFocus();
		},
		command: (command) => started?.command(command),
	};
}

function startReading(
	window: Window,
	ports: OverlayPorts,
	signal: AbortSignal,
): Pick<Overlay, 'command'> | null {
	const { document } = window;
	const marks = createMarks();
	if (!marks) return null;
	const reader = createReader(window, marks, ports, signal);
	const cards = lateCards(
		window,
		ports.code,
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
			open: (mention, by) => void cards.open(mention, by),
			close: cards.close,
			scrolled: cards.scrolled,
			mode: () => reader.mode.open,
			card: () => cards.box,
			inCard: cards.inCard,
		},
		signal,
	);

	let current: Placed | null = null;
	function goTo(mention: Placed | null) {
		current = mention;
		if (!current) return;
		const element = current.range.startContainer.parentElement;
		element?.scrollIntoView({ block: 'center', behavior: 'instant' });
		// In a long text the middle of its element is somewhere else.
		const { top = 0 } = rectsOf(current.range)[0] ?? {};
		if (top < 0 || top > window.innerHeight)
			window.scrollBy({ top: top - window.innerHeight / 2, behavior: 'instant' });
		void cards.open(current, 'keyboard');
	}

	return {
		command(command) {
			switch (command.type) {
				case 'report':
					return reader.report();
				case 'step':
					goTo(next(reader, current, command.by));
					break;
				case 'toggle-card':
					if (cards.openFor) cards.close();
					else goTo(next(reader, null, 1));
					break;
				case 'go-to':
					goTo(reader.mention(command.at));
					break;
				case 'look-up': {
					const selection = window.getSelection();
					const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
					const mention = range && reader.hits.within(range);
					if (mention) void cards.open(mention);
					break;
				}
				case 'mode':
					reader.mode = command.mode;
					if (command.mode.open === 'none') cards.close();
					break;
				case 'hide-name':
					reader.hide(command.entity, command.hide);
			}
			return undefined;
		},
	};
}

/** The next or previous name a reader steps through; those whose text is gone are passed over. */
function next(reader: PageReader, current: Placed | null, by: 1 | -1): Placed | null {
	const stops = reader.stops();
	const at = current ? stops.findIndex((stop) => sameName(reader.placed(stop), current)) : -1;
	const from = at < 0 && by === -1 ? 0 : at;
	for (let i = 1; i <= stops.length; i++) {
		const stop = stops[(from + by * i + stops.length * 2) % stops.length];
		const placed = stop ? reader.placed(stop) : null;
		if (placed) return placed;
	}
	return null;
}
