/** Nothing loads a table whole: what a view reads does not grow with what is not in it. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	articlePage,
	cardView,
	eventLine,
	eventPage,
	eventView,
	lacksRows,
	openCorpus,
	openLookup,
	packLine,
	search,
	sourceLines,
} from '../../../lib/corpus/index.ts';
import { fill } from '../../bench/corpus/fill.ts';
import { packIdOf } from '../../bench/corpus/generate.ts';
import { CountedStore } from './support/counted.ts';

const TABLES = ['pages', 'slips', 'shards', 'search', 'parts', 'derived'] as const;
const small = new CountedStore('small');
const large = new CountedStore('large');
beforeAll(async () => {
	await fill(small, { packs: 1, stories: 20, entities: 150 });
	await fill(large, { packs: 1, stories: 120, entities: 150 });
}, 120_000);

const id = (local: string) => `${packIdOf(0)}/${local}`;
type Read = (store: CountedStore) => Promise<unknown>;
const READS: [string, Read][] = [
	[
		"the popup's list",
		async (store) => {
			const corpus = await openCorpus(store);
			await packLine(corpus, { pack: packIdOf(0) }, 'en');
			const latest = await corpus.latestEvents(12);
			expect(latest).toHaveLength(12);
			for (const event of latest) await eventLine(corpus, event, 'en');
		},
	],
	[
		'an event',
		async (store) => {
			const corpus = await openCorpus(store);
			const row = await corpus.event(id('v-7'));
			expect(row && (await eventView(corpus, row, 'en')).claimLines).toHaveLength(25);
		},
	],
	[
		'the page of an event',
		async (store) => expect(await eventPage(await openCorpus(store), id('v-7'), 'en')).not.toBeNull(),
	],
	[
		'the page of an article',
		async (store) => expect(await articlePage(await openCorpus(store), id('a-7-0'), 'en')).not.toBeNull(),
	],
	[
		'the card of a name without events',
		async (store) => expect(await cardView(await openCorpus(store), id('e-149'), 'en')).not.toBeNull(),
	],
];

const SEARCHES = ['vor', 'a', '陈', '大学', '2015', 'Mamole 2014', 'zzzzzz', 'Committe', 'x'.repeat(10_000)];

describe('rows that are read', () => {
	it.each(READS)(
		'for %s: no more in a corpus six times as large, save what a line of chance adds',
		async (_, read) => {
			const few = await small.during(() => read(small));
			const many = await large.during(() => read(large));
			for (const table of TABLES) {
				expect(many.get(table) ?? 0, table).toBeLessThanOrEqual(1.5 * (few.get(table) ?? 0) + 10);
			}
		},
	);

	it('at a start with nothing to do, and to open a page: none of a shard, whatever their number', async () => {
		const read = await large.during(async () => {
			expect(await lacksRows(large)).toBe(false);
			await openCorpus(large);
			await openLookup(large);
		});
		expect(read.get('derived')).toBeLessThan(10);
		for (const table of ['heads', 'shards', 'pages', 'slips', 'bytes', 'search', 'parts'])
			expect(read.get(table) ?? 0, table).toBe(0);
	});

	it.each(SEARCHES)('for a search of %.12s: a small part of every table', async (typed) => {
		const read = await large.during(async () => search(await openCorpus(large), typed, 'en'));
		expect(read.get('search') ?? 0).toBeLessThan((await large.search.count()) / 2);
		// What is shown of a result stands in the index: neither its record is read nor where that lies.
		expect([read.get('pages') ?? 0, read.get('parts') ?? 0]).toEqual([0, 0]);
		expect(read.get('derived') ?? 0).toBeLessThan(3);
	});

	it('for the articles of a source: where they lie, and the few rows in which they stand together', async () => {
		const corpus = await openCorpus(large);
		const rows = await large.derived.filter(({ key }) => /\/articles\//.test(key)).count();
		expect(rows).toBeGreaterThan(2);
		for (const source of ['s-3', 's-30', 's-57']) {
			const read = await large.during(async () => {
				const published = (await corpus.articleKeysOf(id(source))).map((key) => key.published);
				expect(published.length).toBeGreaterThan(2);
				expect(published).toEqual([...published].sort().reverse());
			});
			expect(read.get('derived') ?? 0, source).toBeLessThanOrEqual(3);
		}
	});

	it('for a choice among all sources: one', async () => {
		const corpus = await openCorpus(large);
		const read = await large.during(async () => expect(await sourceLines(corpus, 'en')).toHaveLength(60));
		expect(read).toEqual(new Map([['derived', 1]]));
	});

	it('for the sources that an event names: one that says where they lie, and a second time none', async () => {
		const corpus = await openCorpus(large);
		const ids = ['s-3', 's-30', 's-57', 'no-source', 's-3'];
		const read = await large.during(async () =>
			expect([...(await corpus.sources(packIdOf(0), ids)).keys()].sort()).toEqual(['s-3', 's-30', 's-57']),
		);
		expect(read.get('derived')).toBe(1);
		expect(await large.during(() => corpus.sources(packIdOf(0), ids))).toEqual(new Map());
	});

	it('the count would tell: a table read whole is seen', async () => {
		const all = await large.pages.count();
		expect(all).toBeGreaterThan(20);
		const read = await large.during(() => large.pages.toArray());
		expect(read.get('pages')).toBe(all);
		const walked = await large.during(() => large.pages.filter(() => false).first());
		expect(walked.get('pages')).toBe(all);
	});
});
