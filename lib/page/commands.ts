/**
 * What a reader asks of a page without a pointer: the next name, the card, a name out of a list, a look-up of what is
 * selected. Part of the card's code, not of the overlay. Scrolls the page to a name; touches nothing else of it.
 */
import type { Spot } from '../events/index.ts';
import type { Command } from '../messages/page.ts';
import { rangeOf, type TextBlock } from './blocks.ts';
import type { CardPorts, Cards } from './cards.ts';
import { flash } from './flash.ts';
import { type Placed, rectsOf, sameName } from './hits.ts';
import type { PageReader } from './reader.ts';

/** Those that a card answers; the overlay obeys the others itself. */
export type CardCommand = Extract<
	Command,
	{ type: 'step' | 'toggle-card' | 'go-to' | 'go-to-sentence' | 'look-up' | 'summary' | 'unkept' }
>;

export function obey(
	window: Window,
	reader: PageReader,
	cards: Pick<Cards, 'open' | 'close' | 'openFor'>,
	words: CardPorts['words'] & { say(text: string): void },
): (command: CardCommand) => void {
	/** The name stepped to last. */
	let current: Placed | null = null;

	/** As it stands now; null when it is none to step to. */
	const again = () => {
		const stop = current && reader.stops().find((one) => sameName(reader.placed(one), current));
		return stop ? reader.placed(stop) : null;
	};

	function goTo(mention: Placed | null) {
		current = mention;
		if (!current) return words.say(words.nothingHere());
		scrollTo(window, current.range);
		void cards.open(current, 'keyboard');
	}

	return (command) => {
		switch (command.type) {
			case 'step':
				return goTo(next(window, reader, current, command.by));
			case 'toggle-card':
				if (cards.openFor) return cards.close();
				return goTo(again() ?? next(window, reader, null, 1));
			case 'go-to':
				return goTo(reader.mention(command.at));
			case 'go-to-sentence': {
				const range = rangeOfSentence(reader.blocks(), command);
				if (!range) return;
				scrollTo(window, range);
				return flash(range);
			}
			case 'look-up': {
				const selection = window.getSelection();
				const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
				const mention = (range && within(reader, range)) ?? unread(window, range, command.name);
				// A menu may be opened by keyboard, too: then the focus goes where it leads.
				if (mention) void cards.open(mention, reader.hand ? 'asked' : 'keyboard');
				else words.say(words.notFound(command.text || String(selection)));
				break;
			}
			case 'summary':
				return words.say(words.summary());
			case 'unkept':
				words.say(words.unkept(command.code));
		}
	};
}

function scrollTo(window: Window, range: StaticRange) {
	range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
	// In a long text the middle of its element is somewhere else.
	const { top = 0 } = rectsOf(range)[0] ?? {};
	if (top < 0 || top > window.innerHeight)
		window.scrollBy({ top: top - window.innerHeight / 2, behavior: 'instant' });
}

/**
 * The next or previous name a reader steps through; those whose text is gone are passed over. Where the last one is out
 * of sight, from the upper edge of the window on.
 */
function next(window: Window, reader: PageReader, current: Placed | null, by: 1 | -1): Placed | null {
	const stops = reader.stops();
	const inSight =
		current && rectsOf(current.range).some(({ bottom, top }) => bottom > 0 && top < window.innerHeight);
	const at = inSight ? stops.findIndex((stop) => sameName(reader.placed(stop), current)) : -1;
	const below = at < 0 ? stops.findIndex((stop) => endsBelow(reader.placed(stop))) : -1;
	const first = below < 0 ? stops.length : below;
	const from = at >= 0 ? at : by === 1 ? first - 1 : first;
	for (let i = 1; i <= stops.length; i++) {
		const stop = stops[(from + by * i + stops.length * 2) % stops.length];
		const placed = stop ? reader.placed(stop) : null;
		if (placed) return placed;
	}
	return null;
}

const endsBelow = (name: Placed | null) =>
	name !== null && rectsOf(name.range).some(({ bottom }) => bottom > 0);

/** Where a sentence of a report stands now, in its block or, when the page has changed, in another; null when it is gone. */
function rangeOfSentence(
	blocks: readonly TextBlock[],
	{ block, start, text }: Spot & { text: string },
): StaticRange | null {
	const there = blocks[block];
	if (there?.text.startsWith(text, start)) return rangeOf(there, start, start + text.length);
	const other = blocks.find((one) => one.text.includes(text));
	const at = other?.text.indexOf(text) ?? -1;
	return other ? rangeOf(other, at, at + text.length) : null;
}

/** A selection longer than this is no name, UTF-16 units. */
const LOOKED_AT = 200;

/** A name in what is selected where no text is read: it stands where the selection does, or the field that holds it. */
function unread(
	{ document }: Window,
	selected: Range | null,
	name: { entity: string; text: string } | undefined,
): Placed | null {
	const range = selected?.collapsed === false ? selected : new Range();
	if (range !== selected && document.activeElement) range.selectNode(document.activeElement);
	return name ? { ...name, marked: false, range: new StaticRange(range), block: name.text, start: 0 } : null;
}

/** The first name in what is selected. */
function within({ hits }: PageReader, range: Range): Placed | null {
	const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
	for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
		if (node.nodeType !== 3 || !range.intersectsNode(node)) continue;
		const from = node === range.startContainer ? range.startOffset : 0;
		const to = node === range.endContainer ? range.endOffset : (node as Text).length;
		for (let offset = from; offset <= Math.min(to, from + LOOKED_AT); offset++) {
			const name = hits.in(node, offset);
			if (name) return name;
		}
	}
	return null;
}
