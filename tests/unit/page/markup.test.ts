import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../lib/page/markup.ts';

/** As browsers write the children of an element. */
const written = (parts: readonly string[], between = '') => between + parts.join(between) + between;

const lines = Array.from({ length: 40 }, (_, n) => `Line ${n} of rain.`);
const paragraphs = lines.map((line) => `<p>${line}</p>`);

describe('the markup of paragraphs', () => {
	it.each(['', '\n', '\n\t\t'])('is read as its texts, whatever space is between (%j)', (between) => {
		expect(textsOf(written(paragraphs, between))).toEqual(lines);
	});

	it('may have attributes, also with signs in them', () => {
		const items = lines.map((line, n) => `<li class="a > b" data-n="${n}" title="</li><li>">${line}</li>`);
		expect(textsOf(written(items))).toEqual(lines);
	});

	it('is read as its texts, however differently they stand apart', () => {
		const mixed = lines.map(
			(line, n) => `<p${n % 3 > 1 ? ' class="late"' : ''}>${line}</p>${n % 5 > 3 ? '\n' : ''}`,
		);
		expect(textsOf(written(mixed))).toEqual(lines);
	});

	it('reads its characters as they are seen', () => {
		const parts = ['<p>Tom &amp; Jerry &lt;3 &amp;amp;</p>', '<p>10&nbsp;km</p>', ...paragraphs];
		expect(textsOf(written(parts)).slice(0, 2)).toEqual(['Tom & Jerry <3 &amp;', '10\u00a0km']);
	});

	it.each([
		['<p></p><p> </p>', []],
		['<p>\n\t\tSee  this.\n</p>', ['See this.']],
		['<p>普\n京</p>', ['普京']],
		['<p>See\x7fthis.</p>', ['See this.']],
		[`<p>${'x'.repeat(20_000)}</p>`, ['x'.repeat(16_000), 'x'.repeat(4000)]],
	])('has its white space as a reader sees it, and blocks that are not too long (%j)', (odd, texts) => {
		expect(textsOf(written([...paragraphs, odd]))).toEqual([...lines, ...texts]);
	});

	it.each([
		['a link', '<p>See <a href="x">this</a>.</p>'],
		['a comment', '<p>See <!-- here --> this.</p>'],
		['text beside them', 'See this.'],
		['a script', '<script>if (a) { b() }</script>'],
		['a component', '<x-note>See this.</x-note>'],
	])('is not cut with %s in it', (_, odd) => {
		const parts = [...paragraphs.slice(0, 20), odd, ...paragraphs.slice(20)];
		expect(textsOf(written(parts))).toEqual([]);
	});

	it.each(['See this. ', '<!-- here -->', '<br>'])('is not cut with %j before or behind it', (odd) => {
		expect(textsOf(odd + written(paragraphs))).toEqual([]);
		expect(textsOf(written(paragraphs) + odd)).toEqual([]);
	});
});
