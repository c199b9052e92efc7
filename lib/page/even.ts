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
const UNTIDY = new RegExp(` [ ${BREAK}]|[\\t\\n\\r\\f]|(?:^|${BREAK})(?:[ ${BREAK}]|$)| $`);

export interface Even {
	texts: string[];
	/** The same with `BREAK` between them. */
	text: string;
}

/** The texts of the child elements, where each is an even paragraph and nothing stands between them. */
export function evenText(holder: Element | ShadowRoot): Even | null {
	const count = holder.childElementCount;
	if (count < FEW || count > MANY || !isPlain(holder.firstElementChild as Element)) return null;
	const written = holder.innerHTML;
	const texts = parted(written, count);
	if (texts.length !== count || written.includes(BREAK)) return null;
	const text = texts.join(BREAK);
	if (text.includes('<') || UNTIDY.test(text)) return null;
	if (text.length > LONGEST && texts.some(({ length }) => length > LONGEST)) return null;
	if (!text.includes('&')) return { texts, text };
	const seen = texts.map(asSeen);
	return { texts: seen, text: seen.join(BREAK) };
}

/** What stands between the first two mostly stands between all, and a plain text is found faster than an expression. */
function parted(written: string, count: number): string[] {
	const end = written.indexOf('</');
	const first = written.slice(end, written.indexOf('>', written.indexOf('<', end + 1)) + 1);
	const parts = first.replace(BETWEEN, '') ? [] : written.split(first);
	if (parts.length !== count) return written.split(BETWEEN).slice(1, -1);
	for (const at of [0, count - 1]) parts[at] = (parts[at] as string).replace(BETWEEN, '');
	return parts;
}

const asSeen = (written: string) =>
	written
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&nbsp;', '\u00a0')
		.replaceAll('&amp;', '&');

const isPlain = ({ firstElementChild, localName }: Element) =>
	!firstElementChild && LEAVES.split(' ').includes(localName);
