/** Cuts markup into the texts of paragraphs, in the background; see even.ts. Touches nothing. */
import { BlockWriter } from './block-writer.ts';
import { LEAVES } from './blocks.ts';

const NAMES = LEAVES.replaceAll(' ', '|');
/** What stands between two paragraphs, before the first or behind the last. Browsers write every value in quotes. */
const BETWEEN = new RegExp(
	`(?:^|</(?:${NAMES})>)[ \\t\\n\\r\\f]*(?:<(?:${NAMES})(?: [^\\s"<>=]+="[^"]*")*>|$)`,
	'g',
);

/** Texts as a reader of the nodes would have them. None where there is more than paragraphs with nothing but text in them. */
export function textsOf(markup: string): string[] {
	const parts = markup.split(BETWEEN);
	if (parts.shift() || parts.pop() || parts.some((part) => part.includes('<'))) return [];
	const writer = new BlockWriter();
	// Where in the page they stand is found when it is asked for.
	const nowhere = {} as Text & Element;
	for (const part of parts) {
		writer.add(nowhere, asSeen(part), 0, nowhere, false);
		writer.end();
	}
	return writer.take().map(({ text }) => text);
}

const asSeen = (written: string) =>
	written
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&nbsp;', '\u00a0')
		.replaceAll('&amp;', '&');
