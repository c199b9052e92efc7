import { describe, expect, it } from 'vitest';
import { BREAK } from '../../../lib/messages/page.ts';
import { evenText } from '../../../lib/page/even.ts';

/** As browsers write the children of an element. */
const holder = (parts: readonly string[], between = '') =>
	({
		childElementCount: parts.length,
		firstElementChild: { localName: /<(\w+)/.exec(parts[0] ?? '')?.[1], firstElementChild: null },
		innerHTML: between + parts.join(between) + between,
	}) as unknown as Element;

const lines = Array.from({ length: 40 }, (_, n) => `Line ${n} of rain.`);
const paragraphs = lines.map((line) => `<p>${line}</p>`);

const textsIn = (holder: Element): string[] => {
	const { texts, text } = evenText(holder) ?? { texts: [], text: '' };
	expect(text).toBe(texts.join(BREAK));
	return texts;
};

describe('a long run of paragraphs', () => {
	it.each(['', '\n', '\n\t\t'])('is read as its texts, whatever space is between (%j)', (between) => {
		expect(textsIn(holder(paragraphs, between))).toEqual(lines);
	});

	it('may have attributes, also with signs in them', () => {
		const items = lines.map((line, n) => `<li class="a > b" data-n="${n}" title="</li><li>">${line}</li>`);
		expect(textsIn(holder(items))).toEqual(lines);
	});

	it('is read as its texts, however differently they stand apart', () => {
		const mixed = lines.map(
			(line, n) => `<p${n % 3 > 1 ? ' class="late"' : ''}>${line}</p>${n % 5 > 3 ? '\n' : ''}`,
		);
		expect(textsIn(holder(mixed))).toEqual(lines);
	});

	it('reads its characters as they are seen', () => {
		const written = ['<p>Tom &amp; Jerry &lt;3 &amp;amp;</p>', '<p>10&nbsp;km</p>', ...paragraphs];
		expect(textsIn(holder(written)).slice(0, 2)).toEqual(['Tom & Jerry <3 &amp;', '10\u00a0km']);
	});

	it.each([
		['a link', '<p>See <a href="x">this</a>.</p>'],
		['a comment', '<p>See <!-- here --> this.</p>'],
		['text beside them', 'See this.'],
		['a script', '<script>if (a) { b() }</script>'],
		['nothing', '<p></p>'],
		['loose space', '<p>See  this.</p>'],
		['space before the text', '<p> See this.</p>'],
		['space behind the text', '<p>See this. </p>'],
		['a line break', '<p>See\nthis.</p>'],
		['a very long one', `<p>${'x'.repeat(20_000)}</p>`],
		['a hidden one', '<p hidden="">See this.</p>'],
		['an editor', '<p contenteditable="true">See this.</p>'],
		['a field', '<p role="textbox">See this.</p>'],
		['a component', '<x-note>See this.</x-note>'],
		['a sign that no text has', '<p>See\x7fthis.</p>'],
	])('is read node by node with %s in it', (_, odd) => {
		const parts = [...paragraphs.slice(0, 20), odd, ...paragraphs.slice(20)];
		expect(textsIn(holder(parts))).toEqual([]);
	});

	it('is read node by node where it is short', () => {
		expect(textsIn(holder(paragraphs.slice(0, 8)))).toEqual([]);
	});
});
