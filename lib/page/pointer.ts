/**
 * When a card opens and closes by the pointer: a speed gate and a dwell, a way from the name to the card,
 * nothing after a scroll until the pointer truly moves, nothing while text is being selected.
 * Listens passively; acts on trusted events only.
 */
import type { Cards } from './cards.ts';
import { type Placed, sameName } from './hits.ts';
import type { PageReader } from './reader.ts';

/** ms the pointer rests on a name, and ms it may be away. */
const DWELL = 200;
const LEAVE = 300;
/** px per ms: faster is passing by. */
const SPEED = 0.5;
/** The page is asked what stands under the pointer once in so many ms; the last place always counts. */
const STEP = 30;
/** So long after it moved the pointer is one that has just come, ms. */
const COMING = 2000;
/** px a page scrolls before a hovered card closes. */
const FAR = 24;
/** Of a scroll that goes on one event in so many ms is heard: each costs. */
const DEAF = 100;

interface Point {
	x: number;
	y: number;
	time: number;
	/** The key that mode `key` asks for. */
	held: boolean;
}

/** Gives what is to be called when names are known anew: the page may have written one under the pointer. */
export function watchPointer(
	window: Window,
	reader: Pick<PageReader, 'hits' | 'mode' | 'hand'>,
	cards: Pick<Cards, 'warm' | 'open' | 'close' | 'scrolled' | 'box' | 'inCard'>,
	signal: AbortSignal,
): () => void {
	const options = { signal, passive: true, capture: true };
	const opening = timer();
	const closing = timer();
	const asking = timer();
	const deaf = timer();
	let last: Point = { x: 0, y: 0, time: -COMING, held: false };
	let over: Placed | null = null;
	/** Nothing opens until the pointer truly moves. */
	let dead = false;
	/** Where the page stood when the pointer last moved, px. */
	let top = 0;

	const hit = (x: number, y: number) => reader.hits.at(window.document, x, y);

	function arrive(point: Point) {
		const from = last;
		last = point;
		const speed = Math.hypot(point.x - from.x, point.y - from.y) / Math.max(1, point.time - from.time);
		const mode = reader.mode.open;
		const may = mode === 'hover' || (mode === 'key' && point.held);
		const mention = may ? hit(point.x, point.y) : null;
		if (!sameName(mention, over)) opening.stop();
		over = mention;
		if (mention) {
			closing.stop();
			if (speed < SPEED && !opening.running) {
				cards.warm(mention);
				opening.start(DWELL, () => rest(mention));
			}
		} else if (towards(cards.box, from, point)) closing.stop();
		else if (!closing.running && cards.box) closing.start(LEAVE, cards.close);
	}

	const rest = (mention: Placed) => {
		if (!dead && sameName(over, mention) && !selecting(window)) void cards.open(mention);
	};

	const listen = <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void) =>
		window.addEventListener(type, (event) => event.isTrusted && act(event), options);

	listen('pointermove', (event) => {
		if (event.pointerType === 'touch') return;
		const point = { x: event.clientX, y: event.clientY, time: event.timeStamp, held: event.altKey };
		if (dead && Math.hypot(point.x - last.x, point.y - last.y) < 2) return;
		dead = false;
		top = window.scrollY;
		asking.stop();
		if (event.buttons !== 0) return opening.stop();
		if (cards.inCard(event)) {
			over = null;
			opening.stop();
			closing.stop();
			return;
		}
		const wait = STEP - (point.time - last.time);
		if (wait <= 0) arrive(point);
		// Where the pointer came to rest would else be missed.
		else asking.start(wait, () => arrive({ ...point, time: point.time + wait }));
	});
	const onScroll = (event: Event) => {
		if (!event.isTrusted || cards.inCard(event)) return;
		const { target } = event;
		const far = () => {
			if (target !== window.document || Math.abs(window.scrollY - top) > FAR) cards.scrolled(target);
		};
		far();
		dead = true;
		over = null;
		opening.stop();
		asking.stop();
		window.removeEventListener('scroll', onScroll, options);
		deaf.start(DEAF, () => {
			hear();
			far();
		});
	};
	const hear = () => window.addEventListener('scroll', onScroll, options);
	hear();
	listen('keydown', ({ key }) => {
		reader.hand = '';
		// What it closed does not come again where the page only changes.
		dead ||= key === 'Escape';
		// A pointer that rests already need not move for the key to count.
		if (key === 'Alt' && reader.mode.open === 'key' && !dead) arrive({ ...last, held: true });
	});
	listen('pointerout', (event) => {
		// Out of the window, or of the frame.
		if (event.relatedTarget || event.pointerType === 'touch' || cards.inCard(event)) return;
		opening.stop();
		if (cards.box) closing.start(LEAVE, cards.close);
	});
	listen('pointerdown', (event) => {
		reader.hand = event.pointerType;
		opening.stop();
		asking.stop();
		if (!cards.inCard(event)) cards.close();
	});
	listen('click', (event) => {
		const mode = reader.mode.open;
		// A finger's tap comes as a click.
		const touch = event.pointerType === 'touch';
		if (
			mode === 'none' ||
			(mode === 'key' && !touch && !event.altKey) ||
			event.button !== 0 ||
			cards.inCard(event) ||
			selecting(window) ||
			onControl(event)
		)
			return;
		const mention = hit(event.clientX, event.clientY);
		if (mention) void cards.open(mention, touch ? 'touch' : 'pointer');
	});
	signal.addEventListener('abort', () => {
		for (const one of [opening, closing, asking, deaf]) one.stop();
	});
	return () => {
		const came = performance.now() - last.time < COMING;
		if (came && !dead && !opening.running && !cards.box) arrive(last);
	};
}

function timer() {
	let id: ReturnType<typeof setTimeout> | undefined;
	return {
		get running() {
			return id !== undefined;
		},
		start(ms: number, act: () => void) {
			clearTimeout(id);
			id = setTimeout(() => {
				id = undefined;
				act();
			}, ms);
		},
		stop() {
			clearTimeout(id);
			id = undefined;
		},
	};
}

const selecting = (window: Window) => window.getSelection()?.isCollapsed === false;

/** A click there is meant for the page. */
const CONTROL =
	'a[href], button, input, select, textarea, summary, label, [role=button], [onclick], [contenteditable]';

const onControl = (event: Event) =>
	event.composedPath().some((target) => target instanceof Element && target.matches(CONTROL));

/** The way from the name to the card: the pointer comes nearer to the card's box. */
function towards(box: DOMRect | null, from: Point, to: Point): boolean {
	if (!box) return false;
	const away = ({ x, y }: Point) =>
		Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
	return away(to) < away(from);
}
