/**
 * Long pages are mostly runs of paragraphs with nothing but text in them. Their markup, asked for at once, costs a
 * fraction of going from node to node. Reads the DOM, never layout.
 */
import { BREAK } from '../messages/page.ts';
import { LONGEST } from './block-writer.ts';
import { LEAVES } from './blocks.ts';

/** Fewer children are read as fast one by one; more of them would take long at a time. */
const [FEW, MANY] = [32, 2000];
const NAMES = LEAVES.replaceAll(' ', '|');
/** Attributes of paragraphs whose text may be no text to read. */
const DOUBTFUL = '(?:hidden|contenteditable|role)=';
/** What stands between two paragraphs, before the first or behind the last. Browsers write every value in quotes. */
const BETWEEN = new RegExp(
	`(?:^|</(?:${NAMES})>)[ \\t\\n\\r\\f]*(?:<(?:${NAMES})(?: (?!${DOUBTFUL})[^\\s"<>=]+="[^"]*")*>|$)`,
	'g',
);
/** Space that a block does not have, and a paragraph with nothing in it. */
const UNTIDY = new RegExp(` [ ${BREAK}]|[\\t\\n\\r\\f]|${BREAK}[ ${BREAK}]`);

export interface Even {
	/** With `BREAK` between them. */
	text: string;
	/** UTF-16 units of each. */
	lengths: number[];
}

/** The texts of the child elements, where each is an even paragraph and nothing stands between them. */
export function evenText(holder: Element): Even | null {
	const count = holder.childElementCount;
	if (count < FEW || count > MANY || !isPlain(holder.firstElementChild)) return null;
	const written = evened(holder.innerHTML);
	if (written.includes('<') || UNTIDY.test(written)) return null;
	const text = asSeen(written).slice(BREAK.length, -BREAK.length);
	const lengths: number[] = [];
	for (let at = 0, end = 0; end >= 0; at = end + 1) {
		end = text.indexOf(BREAK, at);
		lengths.push((end < 0 ? text.length : end) - at);
	}
	return lengths.length === count && Math.max(...lengths) <= LONGEST ? { text, lengths } : null;
}

/** What stands between the first two mostly stands between all, and a plain text is found faster than an expression. */
function evened(written: string): string {
	const end = written.indexOf('</');
	const first = written.slice(end, written.indexOf('>', written.indexOf('<', end + 1)) + 1);
	return written
		.split(first.replace(BETWEEN, '') ? BETWEEN : first)
		.join(BREAK)
		.replace(BETWEEN, BREAK);
}

const asSeen = (written: string) =>
	written.includes('&')
		? written
				.replaceAll('&lt;', '<')
				.replaceAll('&gt;', '>')
				.replaceAll('&nbsp;', '\u00a0')
				.replaceAll('&amp;', '&')
		: written;

const isPlain = (element: Element | null) =>
	element !== null && !element.firstElementChild && LEAVES.split(' ').includes(element.localName);
