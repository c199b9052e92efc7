/**
 * Sidelight on one page: reading, marks, pointer, cards and the reader's commands, tied together.
 * Once per document; everything ends with the signal.
 */
import type { Answers, Command, PageReport } from '../messages/page.ts';
import { lateCards } from './card-code.ts';
import { createMarks } from './marks.ts';
import { watchPointer } from './pointer.ts';
import { createReader, type Ports } from './reader.ts';

/** A frame smaller than this holds no article, px. */
const SMALLEST = { width: 300, height: 200 };

export interface OverlayPorts extends Ports {
	/** Brings the marks' look, where the page does not have it. */
	style(): void;
	/** Brings the card's code into this frame. */
	code(): Promise<Answers['card-code']>;
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
			if (['mode', 'hide-name', 'renewed'].includes(command.type)) return true;
			if (command.type === 'report' || command.type.startsWith('go-to')) return window === window.top;
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
	const marks = createMarks(ports.style);
	if (!marks) return null;
	// Of an overlay that an update ended: nobody else can close its cards.
	for (const left of [...document.getElementsByTagName('sidelight-card')]) left.remove();
	const reader = createReader(window, marks, ports, signal);
	const cards = lateCards(window, ports.code, reader, signal);
	reader.onShow = watchPointer(window, reader, cards, signal);

	return {
		command(command) {
			switch (command.type) {
				case 'report':
					return reader.report();
				case 'mode':
					reader.mode = command.mode;
					if (command.mode.open === 'none') cards.close();
					break;
				case 'hide-name':
					reader.hide(command.entity, command.hide);
					break;
				case 'renewed':
					reader.renew();
					cards.renew();
					break;
				case 'stop':
					break;
				default:
					cards.command(command);
			}
			return undefined;
		},
	};
}
