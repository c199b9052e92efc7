/**
 * Which sections lie within two screens of what is shown. While the page scrolls only the neighbours of those near
 * are asked where they stand, in the order of the page; all are asked once it rests. An IntersectionObserver on so
 * many elements cost ten times as much a frame. Reads layout only where it has just been made.
 */
import { isShadow } from './blocks.ts';
import { nextOf, previousOf } from './nodes.ts';
import type { Section } from './sections.ts';
import { idle } from './slices.ts';

/** Screens above and below. */
const SCREENS = 2;
/** While scrolling, ms; and after it, or after what may have moved things. */
const STEP = 200;
const REST = 400;
/** So many sections away in a row, and the others beyond are taken to be so too. */
const AWAY = 3;
/** More sections than these are taken to stand below one another, and are never all asked. */
const MOST = 300;

export interface Near {
	has(section: Section): boolean;
	forget(section: Section): void;
	/** Asks where all stand, soon. */
	check(): void;
}

/** `list`: in the order of the page. `onChange` gets those that came near or went away. */
export function watchNear(
	window: Window,
	list: () => readonly Section[],
	onChange: (changed: readonly Section[]) => void,
	signal: AbortSignal,
): Near {
	let near = new Set<Section>();
	let rest: ReturnType<typeof setTimeout> | undefined;

	function isNear(section: Section): boolean {
		const { innerHeight: screen } = window;
		const box = boxOf(section);
		return box !== null && box.top < screen * (1 + SCREENS) && box.bottom > -screen * SCREENS;
	}

	function settle(now: Set<Section>) {
		const changed = [...now].filter((one) => !near.has(one)).concat([...near].filter((one) => !now.has(one)));
		near = now;
		onChange(changed);
	}

	function all() {
		const order = list();
		// Nothing is rendered yet, or the page hides itself: what is presumed stays.
		if (!window.document.body?.checkVisibility()) return soon();
		if (order.length > MOST) neighbours();
		else settle(new Set(order.filter(isNear)));
	}

	/** From those near outwards; after a jump from where they must be if sections stand below one another. */
	function neighbours() {
		const order = list();
		const now = new Set<Section>();
		const known = order.findIndex((section) => near.has(section) && isNear(section));
		const from = known >= 0 ? known : lower(order);
		walk(order, from - 1, -1, now);
		walk(order, from, 1, now);
		settle(now);
	}

	/** The first that is not above all that is near. */
	function lower(order: readonly Section[]): number {
		let low = 0;
		for (let high = order.length; low < high; ) {
			const middle = (low + high) >> 1;
			const box = boxOf(order[middle] as Section);
			if (box && box.bottom < -window.innerHeight * SCREENS) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	function walk(order: readonly Section[], from: number, by: 1 | -1, now: Set<Section>) {
		for (let i = from, away = 0; i >= 0 && i < order.length && away < AWAY; i += by) {
			const section = order[i] as Section;
			if (isNear(section)) {
				now.add(section);
				away = 0;
			} else away++;
		}
	}

	/**
	 * When the layout is made and nothing is being changed. A frame asked for would cost more than what is done in it.
	 * A timer that outlasts the signal ends here.
	 */
	const later = (act: () => void) => idle().then(() => signal.aborted || act());

	function soon(): void {
		clearTimeout(rest);
		rest = setTimeout(() => later(all), REST);
	}

	const options = { signal, passive: true, capture: true };
	/** Of a scroll that goes on only one event a step is heard: each costs. */
	const follow = () =>
		window.addEventListener(
			'scroll',
			() => {
				soon();
				setTimeout(() => {
					follow();
					soon();
					later(neighbours);
				}, STEP);
			},
			{ ...options, once: true },
		);
	follow();
	// Folds open on a click, and nothing tells of it.
	for (const type of ['resize', 'click', 'toggle', 'keyup', 'transitionend'])
		window.addEventListener(type, soon, options);
	return {
		has: (section) => near.has(section),
		forget: (section) => near.delete(section),
		check: () => void later(all),
	};
}

/** From the top of its first element to the bottom of its last. null when nothing of it is drawn. */
function boxOf({ holder, first, last }: Section): { top: number; bottom: number } | null {
	const start = elementFrom(first, last, nextOf);
	const end = start && elementFrom(last, first, previousOf);
	const around = isShadow(holder) ? holder.host : holder;
	const one = boxIn(start ?? around);
	const other = end && end !== start ? boxIn(end) : one;
	if (!one || !other) return one ?? other;
	return { top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) };
}

function elementFrom(from: Node, to: Node, way: (node: Node) => Node | null): Element | null {
	for (let at: Node | null = from; at; at = at === to ? null : way(at))
		if (at.nodeType === 1) return at as Element;
	return null;
}

/** An element with `display: contents` has no box; the first in it may have one. */
function boxIn(element: Element): DOMRect | null {
	let at = element;
	for (let depth = 0; depth < 5; depth++) {
		const box = at.getBoundingClientRect();
		if (box.width > 0 || box.height > 0) return box;
		if (!at.firstElementChild || getComputedStyle(at).display !== 'contents') return null;
		at = at.firstElementChild;
	}
	return null;
}
