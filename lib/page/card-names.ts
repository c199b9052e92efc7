/**
 * Names inside a card: a rest of the pointer, a tap or a key on one opens its own card beside it. Part of the card's
 * code. Touches only the card's own tree.
 */
import type { Opener } from './cards.ts';
import type { Placed } from './hits.ts';

/** As on the page, ms. */
const DWELL = 200;
const LEAVE = 300;

export interface NamePorts {
	open(mention: Placed, by: Opener): void;
	/** The card that was opened from this one; null when none is. */
	inner(): HTMLElement | null;
	closeInner(): void;
}

export function watchNames(root: ShadowRoot, ports: NamePorts, signal: AbortSignal): void {
	let opening: ReturnType<typeof setTimeout> | undefined;
	let closing: ReturnType<typeof setTimeout> | undefined;
	const listen = (type: 'click' | 'pointerover' | 'pointermove', act: (event: PointerEvent) => void) =>
		root.addEventListener(type, (event) => event.isTrusted && act(event as PointerEvent), { signal });
	const nameAt = ({ target }: Event) =>
		target instanceof Element ? target.closest<HTMLElement>('.inside') : null;

	listen('click', (event) => {
		const name = nameAt(event);
		const mention = name && mentionOf(name);
		if (!mention) return;
		clearTimeout(opening);
		// A key on a button comes as a click of no presses.
		ports.open(
			mention,
			event.detail === 0 ? 'keyboard' : event.pointerType === 'touch' ? 'touch' : 'pointer',
		);
	});
	listen('pointerover', (event) => {
		clearTimeout(opening);
		const name = nameAt(event);
		if (!name || event.pointerType === 'touch') return;
		clearTimeout(closing);
		opening = setTimeout(() => {
			const mention = name.matches(':hover') && mentionOf(name);
			if (mention) ports.open(mention, 'pointer');
		}, DWELL);
	});
	let waiting = false;
	listen('pointermove', (event) => {
		if (nameAt(event) || !ports.inner()) {
			clearTimeout(closing);
			waiting = false;
		} else if (!waiting) {
			waiting = true;
			closing = setTimeout(() => {
				waiting = false;
				if (!ports.inner()?.matches(':hover')) ports.closeInner();
			}, LEAVE);
		}
	});
	signal.addEventListener('abort', () => {
		clearTimeout(opening);
		clearTimeout(closing);
	});
}

/** The name as the cards know names; its text node is the card's own. */
function mentionOf(name: HTMLElement): Placed | null {
	const node = name.firstChild;
	const said = name.parentElement;
	if (!(node instanceof Text) || !said) return null;
	const range = new StaticRange({
		startContainer: node,
		startOffset: 0,
		endContainer: node,
		endOffset: node.length,
	});
	const before = new Range();
	before.setStart(said, 0);
	before.setEndBefore(name);
	return {
		entity: name.dataset.entity ?? '',
		text: node.data,
		lang: said.lang,
		marked: false,
		range,
		block: said.textContent ?? '',
		start: before.toString().length,
	};
}
