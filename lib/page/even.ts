/**
 * Long pages are mostly runs of paragraphs with nothing but text in them. Their markup, asked for at once, costs a
 * fraction of going from node to node. Reads the DOM, never layout.
 */
import { BREAK } from '../messages/page.ts';
import { tidy } from './block-writer.ts';
import { LEAVES } from './blocks.ts';

/** Fewer children are read as fast one by one; more of them would take long at a time. */
const [FEW, MANY] = [32, 2000];
const NAMES = LEAVES.replaceAll(' ', '|');
/** As browsers write it: every value in quotes. */
const BETWEEN = new RegExp(`</(?:${NAMES})>[ \\t\\n\\r\\f]*<(?:${NAMES})(?: [^\\s"<>=]+="[^"]*")*>`, 'g');
/** Whose text may be no text to read. */
const DOUBTFUL = / (?:hidden|contenteditable|role)=/;

/** The text of each child element, where each is an even paragraph and nothing stands between them; else none. */
export function evenTexts(holder: Element): string[] {
	const count = holder.childElementCount;
	if (count < FEW || count > MANY || !isPlain(holder.firstElementChild)) return [];
	const html = holder.innerHTML;
	const written = `</p>${html}<p>`.replace(BETWEEN, BREAK);
	if (written.includes('<') || DOUBTFUL.test(html)) return [];
	const [before, ...texts] = asSeen(written).split(BREAK);
	const behind = texts.pop();
	return before === behind && behind === '' && texts.length === count && texts.every(tidy) ? texts : [];
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
