/** What hands do with a card: move it by its head, and nothing in the first moments it is seen. Part of the card's code. */
import type { Place } from './card-place.ts';

/** A page could bring a card under a click that was meant for itself: links act only after so long in sight, ms. */
const SEEN = 500;
/** px before a press on the head is a move. */
const SLIP = 4;
const HEAD = '.head';
const CONTROL = 'a, button, input, select, summary, [tabindex]';

/** `onMove` is called when the reader begins to move the card. */
export function handleCard(
	host: HTMLElement,
	root: ShadowRoot,
	place: Place,
	onMove: () => void,
	signal: AbortSignal,
): void {
	const since = performance.now();
	const guard = (event: Event) => {
		const link = (event.target as Element).closest('a[href]');
		if (event.isTrusted && (!link || performance.now() - since >= SEEN)) return;
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	for (const type of ['click', 'auxclick']) root.addEventListener(type, guard, { signal, capture: true });

	let from: { x: number; y: number; left: number; top: number } | null = null;
	let moving = false;
	const listen = (type: 'pointerdown' | 'pointermove' | 'pointerup', act: (event: PointerEvent) => void) =>
		root.addEventListener(type, (event) => event.isTrusted && act(event as PointerEvent), { signal });
	listen('pointerdown', (event) => {
		const on = event.target as Element;
		if (event.button !== 0 || !on.closest(HEAD) || on.closest(CONTROL)) return;
		const { left, top } = host.getBoundingClientRect();
		from = { x: event.clientX, y: event.clientY, left, top };
	});
	listen('pointermove', (event) => {
		if (!from) return;
		const [x, y] = [event.clientX - from.x, event.clientY - from.y];
		if (!moving && Math.hypot(x, y) < SLIP) return;
		if (!moving) {
			moving = true;
			(root.querySelector('.card') ?? host).setPointerCapture(event.pointerId);
			onMove();
		}
		place.moveTo(from.left + x, from.top + y);
	});
	listen('pointerup', () => {
		from = null;
		moving = false;
	});
}
