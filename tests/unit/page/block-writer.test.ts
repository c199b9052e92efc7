import { describe, expect, it } from 'vitest';
import { BlockWriter, tidy } from '../../../lib/page/block-writer.ts';

const element = {} as Element;
const node = (data: string) => ({ data }) as Text;

function written(...texts: string[]) {
	const writer = new BlockWriter();
	const nodes = texts.map(node);
	for (const one of nodes) writer.add(one, one.data, 0, element, false);
	return { blocks: writer.take(), nodes };
}

describe('text as a reader sees it', () => {
	it.each([
		[['\n\tPutin  met\n Kim\t'], 'Putin met Kim'],
		[['Putin ', 'met', ' Kim'], 'Putin met Kim'],
		[['普京\n\t\t会见', '\n金正恩'], '普京会见金正恩'],
		[['普京\n', 'Kim'], '普京 Kim'],
		[['普京 ', '金正恩'], '普京 金正恩'],
		[['  ', '\n'], undefined],
	])('%j is %j', (texts, seen) => {
		expect(written(...texts).blocks[0]?.text).toBe(seen);
	});

	it('traces every character to the node it stands in', () => {
		const { blocks } = written('\n  Putin  met', ' \n Kim', ' Jong  Un');
		const [block] = blocks;
		for (const { at, node: from, from: start, length } of block?.segments ?? []) {
			const there = (from as unknown as { data: string }).data.slice(start, start + length);
			expect(block?.text.slice(at, at + length).replace(/\s/g, ' ')).toBe(there.replace(/\s/g, ' '));
		}
		expect(block?.segments.reduce((sum, { length }) => sum + length, 0)).toBe(block?.text.length);
	});

	it('knows a line break that readers see', () => {
		const writer = new BlockWriter();
		writer.line();
		writer.add(node('Putin '), 'Putin ', 0, element, false);
		writer.line();
		writer.line();
		writer.add(node(' Kim'), ' Kim', 0, element, false);
		expect(writer.take().map(({ text }) => text)).toEqual(['Putin\nKim']);
	});
});

describe('very long text', () => {
	it('is cut at a stop, and nothing of it is lost', () => {
		const long = '河水仍然很高。'.repeat(10_000);
		const { blocks } = written(long);
		expect(blocks.map(({ text }) => text).join('')).toBe(long);
		for (const { text } of blocks) expect(text.length).toBeLessThanOrEqual(16_000);
		for (const { text } of blocks) expect(text.endsWith('。')).toBe(true);
	});

	it('is cut anywhere where it never stops', () => {
		const { blocks } = written('x'.repeat(50_000));
		expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBe(50_000);
	});

	it('gives each cut the place it has in its node', () => {
		const long = 'Putin met Kim. '.repeat(5000);
		for (const { text, segments } of written(long).blocks)
			expect(long.slice(segments[0]?.from, (segments[0]?.from ?? 0) + text.length)).toBe(text);
	});
});

it('takes a text as it is only where its white space is single and inside', () => {
	expect(['Putin met Kim', '普京'].every(tidy)).toBe(true);
	expect(['', ' Putin', 'Putin ', 'a  b', 'a\nb', 'x'.repeat(16_001)].some(tidy)).toBe(false);
});

it('tells the size of what it holds, open or ended', () => {
	const writer = new BlockWriter();
	writer.add(node('Putin'), 'Putin', 0, element, true);
	expect([writer.size, writer.open]).toEqual([5, true]);
	writer.end();
	expect([writer.size, writer.open]).toEqual([5, false]);
	expect(writer.take()[0]?.linked).toBe(1);
	expect(writer.size).toBe(0);
});
