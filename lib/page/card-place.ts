/**
 * Where a card stands: below the name's last line or above its first, beside it where lines stand upright, never over
 * the line being read; along an edge of the window for a finger; or wherever the reader moved it. Part of the card's
 * code, not of the overlay.
 */
import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { CardInput } from './card-code.ts';

const GAP = 8;
/** A card this low is not worth its place, px: it may then cover other lines, but not the name. */
const LOWEST = 120;

export interface Place {
	/** The reader takes the card to another place. */
	moveTo(left: number, top: number): void;
	stop(): void;
}

export function placeCard(
	host: HTMLElement,
	{ where, upright, sheet }: Pick<CardInput, 'where' | 'upright' | 'sheet'>,
	onPlaced: () => void,
): Place {
	const window = host.ownerDocument.defaultView as Window;
	const ended = new AbortController();
	let lines = where();
	let placed = false;
	const put = (left: number, top: number) => {
		set(host, 'left', `${left}px`);
		set(host, 'top', `${top}px`);
		if (!placed) onPlaced();
		placed = true;
	};
	const reference = {
		getBoundingClientRect: () => around(lines),
		getClientRects: () => [...lines],
	};
	const along = () => put(0, alongEdge(host, lines, window.innerHeight));
	const beside = () =>
		void float(reference, host, upright ? `${upright}-start` : 'bottom-start').then(({ x, y }) => put(x, y));
	const update = sheet ? along : beside;
	const unfollow = autoUpdate(reference, host, update, { ancestorScroll: false, ancestorResize: false });
	/** In a window of another size the name stands elsewhere; the place a reader moved the card to must be in it. */
	let resized = () => {
		const seen = where().filter(({ bottom, top }) => bottom > 0 && top < window.innerHeight);
		if (seen.length > 0) lines = seen;
		update();
	};
	window.addEventListener('resize', () => resized(), { signal: ended.signal });
	const moveTo = (left: number, top: number) => {
		unfollow();
		resized = () => moveTo(left, top);
		// Some of it stays within reach.
		put(
			Math.max(40 - host.offsetWidth, Math.min(left, window.innerWidth - 40)),
			Math.max(0, Math.min(top, window.innerHeight - 40)),
		);
	};
	return {
		moveTo,
		stop() {
			unfollow();
			ended.abort();
		},
	};
}

/** The name stays in sight: in the lower half the card lies along the upper edge. Gives the card's top, px. */
function alongEdge(host: HTMLElement, lines: readonly DOMRect[], high: number): number {
	const low = bottomOf(lines) > high / 2;
	const room = low ? Math.min(...lines.map(({ top }) => top)) : high - bottomOf(lines);
	set(host, 'room', `${Math.max(LOWEST, Math.min(room - GAP, high * 0.6))}px`);
	set(host, 'wide', '100vw');
	// Round only where the window goes on.
	set(host, 'round', low ? '0 0 12px 12px' : '12px 12px 0 0');
	return low ? 0 : high - host.offsetHeight;
}

type Reference = Parameters<typeof computePosition>[0];

const float = (reference: Reference, host: HTMLElement, placement: Placement) =>
	computePosition(reference, host, {
		strategy: 'fixed',
		placement,
		middleware: [
			offset(GAP),
			flip({ padding: GAP, fallbackStrategy: 'bestFit' }),
			shift({ padding: GAP }),
			size({
				padding: GAP,
				apply: ({ availableHeight }) => set(host, 'room', `${Math.max(LOWEST, availableHeight)}px`),
			}),
		],
	});

/** Read by the sheets in the card's shadow tree, where they win over the page's rules. */
const set = (host: HTMLElement, name: 'left' | 'top' | 'room' | 'wide' | 'round', value: string) =>
	host.style.setProperty(`--sidelight-${name}`, value, 'important');

const bottomOf = (lines: readonly DOMRect[]) => Math.max(...lines.map(({ bottom }) => bottom));

function around(lines: readonly DOMRect[]): DOMRect {
	const left = Math.min(...lines.map((line) => line.left));
	const top = Math.min(...lines.map((line) => line.top));
	const right = Math.max(...lines.map((line) => line.right));
	return new DOMRect(left, top, right - left, bottomOf(lines) - top);
}
