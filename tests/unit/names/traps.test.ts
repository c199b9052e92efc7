import { beforeAll, describe, expect, test } from 'vitest';
import { build, load, type NamesIndex, type Span } from '../../../lib/names/index.ts';
import { ownNames, readPage, taggedBy } from './support/own-pack.ts';
import { english } from './traps/en.ts';
import { strangers } from './traps/strangers.ts';
import { expected } from './traps/text.ts';
import { simplified } from './traps/zh-hans.ts';
import { traditional } from './traps/zh-hant.ts';

const scripts = { english, simplified, traditional };
const { names, ids } = ownNames();
let index: NamesIndex;

beforeAll(async () => {
	index = load(await build(names));
});

async function found(texts: readonly string[], tagger: ((text: string) => Span[]) | null = taggedBy) {
	const mentions = await readPage(index, ids, texts, tagger);
	return mentions.map(({ block, start, end, entity }) => `${block} ${start}–${end} ${entity}`);
}

test('there are 150 texts, half of them traps', () => {
	const all = Object.values(scripts);
	const traps = all.flatMap((texts) => texts.traps).length;
	const names = all.flatMap((texts) => texts.names).length + strangers.length;
	expect(traps + names).toBeGreaterThanOrEqual(150);
	expect(traps).toBeGreaterThanOrEqual((traps + names) / 2 - 10);
	expect(strangers.length).toBeGreaterThanOrEqual(10);
});

for (const [script, texts] of Object.entries(scripts)) {
	describe(`${script}: names`, () => {
		test.each(texts.names)('%s', async (marked) => {
			const { texts, mentions } = expected(marked);
			expect(await found(texts)).toEqual(mentions);
		});
	});
	describe(`${script}: traps`, () => {
		test.each(texts.traps)('%s', async (marked, trap) => {
			const { texts, mentions } = expected(marked);
			expect(texts.join('¶')).toContain(trap);
			expect(await found(texts)).toEqual(mentions);
		});
	});
}

describe('people nobody knows', () => {
	test.each(strangers)('%s', async (marked) => {
		const { texts, mentions } = expected(marked);
		expect(await found(texts)).toEqual(mentions);
		expect(await found(texts, null)).not.toEqual(mentions);
	});
});
