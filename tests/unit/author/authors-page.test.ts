/** The page for pack authors, followed to the letter: its files are a sound pack that reads its example. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, packReader, packSchema, warnings } from '../../../lib/author/index.ts';
import { firings } from '../../../lib/events/index.ts';

const page = readFileSync('docs/pack-authors.md', 'utf8');
const files = [...page.matchAll(/```(?:yaml|text) (\S+)\n([\s\S]*?)```/g)].map(([, path, text]) => ({
	path: path ?? '',
	text: text ?? '',
}));
const yaml = files.filter(({ path }) => path.endsWith('.yaml'));
const article = files.find(({ path }) => path === 'article.txt')?.text ?? '';

describe('docs/pack-authors.md', () => {
	it('makes a sound pack of five files, without a weak spot', async () => {
		const { source, problems } = await check(yaml);
		expect(yaml).toHaveLength(5);
		expect(problems).toEqual([]);
		expect(source && warnings(source)).toEqual([]);
	});

	it('reads its example in both languages', async () => {
		const { source } = await check(yaml);
		if (!source) throw new Error('not sound');
		const { mentions, sentences } = await (await packReader(source.records)).read(article.trim().split('\n'));
		expect(mentions.map(({ entity }) => entity)).toEqual(['port-vale', 'vale-authority', 'vale-authority']);
		const fired = firings(
			source.records.claims[0] as NonNullable<(typeof source.records.claims)[0]>,
			sentences,
			{ published: '2021-09-13' },
		);
		expect(fired.map(({ sentences: [at] }) => at)).toEqual([1, 2]);
	});
});

describe('docs/pack.schema.json', () => {
	it('is what the schema of the records gives', () => {
		expect(JSON.parse(readFileSync('docs/pack.schema.json', 'utf8'))).toEqual(
			JSON.parse(JSON.stringify(packSchema())),
		);
	});
});
