/**
 * What a reader asks of a page without a pointer: the next name, the card, a name out of a list, a look-up of what is
 * selected. Part of the card's code, not of the overlay. Scrolls the page to a name; touches nothing else of it.
 */
import type { Command } from '../messages/page.ts';
import type { CardPorts, Cards } from './cards.ts';
import { flash } from './flash.ts';
import { type Placed, rectsOf, sameName } from './hits.ts';
import type { PageReader } from './reader.ts';

/** Those that a card answers; the overlay obeys the others itself. */
export type CardCommand = Extract<
	Command,
	{ type: 'step' | 'toggle-card' | 'go-to' | 'go-to-sentence' | 'look-up' | 'summary' }
>;

export function obey(
	window: Window,
	reader: PageReader,
	cards: Pick<Cards, 'open' | 'close' | 'openFor'>,
	words: CardPorts['words'] & { say(text: string): void },
): (command: CardCommand) => void {
	/** The name stepped to last. */
	let current: Placed | null = null;

	function goTo(mention: Placed | null) {
		current = mention;
		if (!current) return words.say(words.nothingHere());
		scrollTo(window, current.range);
		void cards.open(current, 'keyboard');
	}

	return (command) => {
		switch (command.type) {
			case 'step':
				return goTo(next(reader, current, command.by));
			case 'toggle-card':
				if (cards.openFor) return cards.close();
				return goTo(next(reader, null, 1));
			case 'go-to':
				return goTo(reader.mention(command.at));
			case 'go-to-sentence': {
				const range = reader.sentence(command);
				if (!range) return;
				scrollTo(window, range);
				return flash(range);
			}
			case 'look-up': {
				const selection = window.getSelection();
				const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
				const mention = range && reader.hits.within(range);
				if (mention) void cards.open(mention);
				else words.say(words.notFound(String(selection)));
				break;
			}
			case 'summary':
				words.say(words.summary());
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
