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
	{ anchor: lines, upright, sheet }: Pick<CardInput, 'anchor' | 'upright' | 'sheet'>,
	onPlaced: () => void,
): Place {
	let placed = false;
	const put = (left: number, top: number) => {
		set(host, 'left', `${left}px`);
		set(host, 'top', `${top}px`);
		if (!placed) onPlaced();
		placed = true;
	};
	let stop = () => {};
	if (sheet) {
		const window = host.ownerDocument.defaultView as Window;
		// The name stays in sight: in the lower half the card lies along the upper edge.
		const low = Math.max(...lines.map(({ bottom }) => bottom)) > window.innerHeight / 2;
		const room = low ? Math.min(...lines.map(({ top }) => top)) : window.innerHeight - bottomOf(lines);
		set(host, 'room', `${Math.max(LOWEST, Math.min(room - GAP, window.innerHeight * 0.6))}px`);
		set(host, 'wide', '100vw');
		// Round only where the window goes on.
		set(host, 'round', low ? '0 0 12px 12px' : '12px 12px 0 0');
		put(0, low ? 0 : window.innerHeight - host.offsetHeight);
		// Its height is known only once it is drawn.
		if (!low) put(0, window.innerHeight - host.offsetHeight);
	} else {
		const reference = {
			getBoundingClientRect: () => around(lines),
			getClientRects: () => [...lines],
		};
		const side = upright ? (`${upright}-start` as const) : 'bottom-start';
		const update = () => void float(reference, host, side).then(({ x, y }) => put(x, y));
		stop = autoUpdate(reference, host, update, { ancestorScroll: false });
	}
	return {
		moveTo(left, top) {
			stop();
			const { innerWidth, innerHeight } = host.ownerDocument.defaultView as Window;
			// Some of it stays within reach.
			put(
				Math.max(40 - host.offsetWidth, Math.min(left, innerWidth - 40)),
				Math.max(0, Math.min(top, innerHeight - 40)),
			);
		},
		stop: () => stop(),
	};
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
