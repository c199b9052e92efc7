/**
 * When a card opens and closes by the pointer: a speed gate and a dwell, a way from the name to the card,
 * nothing after a scroll until the pointer truly moves, nothing while text is being selected.
 * Listens passively; acts on trusted events only.
 */
import type { Placed } from './reader.ts';

export interface PointerPorts {
	hit(x: number, y: number): Placed | null;
	/** The pointer came to a name: what a card needs may be fetched. */
	warm(): void;
	open(mention: Placed): void;
	close(): void;
	/** The box of the open card, or null. */
	card(): DOMRect | null;
	/** Whether the event happened in the card. */
	inCard(event: Event): boolean;
	/** true: stays open whatever the pointer does. */
	held(): boolean;
}

/** ms the pointer rests on a name, and ms it may be away. */
const DWELL = 200;
const LEAVE = 300;
/** px per ms: faster is passing by. */
const SPEED = 0.5;
const STEP = 30;

export function watchPointer(window: Window, ports: PointerPorts, signal: AbortSignal): void {
	let last = { x: 0, y: 0, time: 0 };
	let over: Placed | null = null;
	let opening = 0;
	let closing = 0;
	let scrolled = false;

	const listen = <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void) =>
		window.addEventListener(type, (event) => event.isTrusted && act(event), {
			signal,
			passive: true,
			capture: true,
		});
	const stopOpening = () => {
		clearTimeout(opening);
		opening = 0;
	};
	const stopClosing = () => {
		clearTimeout(closing);
		closing = 0;
	};

	listen('pointermove', (event) => {
		if (event.pointerType === 'touch') return;
		const { clientX: x, clientY: y, timeStamp: time } = event;
		if (scrolled && Math.hypot(x - last.x, y - last.y) < 2) return;
		scrolled = false;
		if (time - last.time < STEP) return;
		const speed = Math.hypot(x - last.x, y - last.y) / (time - last.time);
		const from = last;
		last = { x, y, time };
		if (event.buttons !== 0) return stopOpening();
		if (ports.inCard(event)) {
			stopOpening();
			return stopClosing();
		}
		const mention = ports.hit(x, y);
		if (mention) ports.warm();
		if (mention && mention === over) stopClosing();
		if (mention !== over) {
			stopOpening();
			over = mention;
		}
		if (mention && !opening && speed < SPEED) {
			opening = window.setTimeout(() => {
				opening = 0;
				if (over === mention && !selecting(window)) ports.open(mention);
			}, DWELL);
		}
		if (mention || ports.held()) return;
		if (towards(ports.card(), from, { x, y })) stopClosing();
		else if (!closing)
			closing = window.setTimeout(() => {
				closing = 0;
				ports.close();
			}, LEAVE);
	});

	listen('scroll', () => {
		scrolled = true;
		over = null;
		stopOpening();
	});
	listen('pointerdown', (event) => {
		stopOpening();
		if (!ports.inCard(event)) ports.close();
	});
	listen('click', (event) => {
		if (event.button !== 0 || ports.inCard(event) || selecting(window) || onControl(event)) return;
		const mention = ports.hit(event.clientX, event.clientY);
		if (mention) ports.open(mention);
	});
	signal.addEventListener('abort', () => {
		stopOpening();
		stopClosing();
	});
}

const selecting = (window: Window) => window.getSelection()?.isCollapsed === false;

/** A click there is meant for the page. */
const onControl = (event: Event) =>
	event
		.composedPath()
		.some(
			(target) =>
				target instanceof Element &&
				target.matches(
					'a[href], button, input, select, textarea, summary, label, [role=button], [onclick], [contenteditable]',
				),
		);

/** The way from the name to the card: the pointer comes nearer to the card's box. */
function towards(box: DOMRect | null, from: { x: number; y: number }, to: { x: number; y: number }): boolean {
	if (!box) return false;
	const away = ({ x, y }: { x: number; y: number }) =>
		Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
	return away(to) < away(from);
}
