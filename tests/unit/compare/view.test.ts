/** What a reader sees of a comparison: what stands where, beside what, and what it rests on. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Corpus } from '../../../lib/corpus/index.ts';
import { comparisonView } from '../../../lib/corpus/index.ts';
import type { Comparison } from '../../../lib/events/index.ts';
import { comparisonOf, openQuarrel, PACK, SPOT, TEXT } from './quarrel.ts';

let corpus: Corpus;
beforeAll(async () => {
	corpus = await openQuarrel();
});
const shown = async (comparison: Comparison) => {
	const view = await comparisonView(corpus, comparison, TEXT, 'en');
	if (!view) throw new Error('no view');
	return view;
};
const lines = async (comparison: Comparison) => {
	const { groups } = await shown(comparison);
	return groups.map(({ kind, threads }) => [
		kind,
		...threads.map(({ claim, answers }) =>
			[claim, ...answers].map(({ id }) => id.slice(PACK.length + 1)).join(' > '),
		),
	]);
};

describe('groups', () => {
	test('an accusation that is told stands with the denial that is not', async () => {
		expect(await lines(comparisonOf([{ claim: 'accused' }, { claim: 'denied', state: 'no-match' }]))).toEqual(
			[['no-match', 'accused > denied']],
		);
	});

	test('a denial that came later stands under the accusation, wherever that is', async () => {
		expect(
			await lines(comparisonOf([{ claim: 'accused' }, { claim: 'denied', state: 'came-later' }])),
		).toEqual([['found', 'accused > denied']]);
	});

	test('what was neither found nor missed is shown only beside its answer', async () => {
		expect(await lines(comparisonOf([{ claim: 'denied' }]))).toEqual([['found', 'accused > denied']]);
		const { groups } = await shown(comparisonOf([{ claim: 'denied' }]));
		expect(groups[0]?.threads[0]?.claim.state).toBeNull();
		expect(await lines(comparisonOf([{ claim: 'wire' }]))).toEqual([['found', 'wire']]);
	});

	test('two outlets with one agency are one origin and stand behind two with one each', async () => {
		const missed = comparisonOf([
			{ claim: 'wire', state: 'no-match' },
			{ claim: 'two', state: 'no-match' },
		]);
		expect(await lines(missed)).toEqual([['no-match', 'two', 'wire']]);
		const { groups } = await shown(missed);
		expect(groups[0]?.threads.map(({ claim }) => claim.origins)).toEqual([2, 1]);
	});

	test('they come in the order: differs, worded, more exact elsewhere, no match, later, shared', async () => {
		const kinds = await lines(
			comparisonOf([
				{ claim: 'two' },
				{ claim: 'wire', state: 'no-match' },
				{ claim: 'accused', state: 'worded' },
			]),
		);
		expect(kinds.map(([kind]) => kind)).toEqual(['worded', 'no-match', 'found']);
	});
});

describe('stands', () => {
	test('each outlet stands to the page, not to the pack’s own words', async () => {
		const view = await shown(
			comparisonOf([
				{
					claim: 'accused',
					state: 'worded',
					sentences: [SPOT],
					unlike: [`${PACK}/coast-1`, `${PACK}/lake-1`],
				},
			]),
		);
		expect(view.columns.map(({ outlet }) => outlet.text)).toEqual([
			'Coast Daily',
			'Hill Post',
			'Lake Herald',
		]);
		const [line] = view.groups[0]?.threads ?? [];
		expect(line?.claim.stands).toEqual(['worded', 'says', 'worded']);
		expect(line?.claim.reports.map(({ stance }) => stance)).toEqual([
			'words-otherwise',
			'reports',
			'words-otherwise',
		]);
	});

	test('where the page says nothing, outlets stand to each other as the pack has it', async () => {
		const view = await shown(comparisonOf([{ claim: 'accused', state: 'no-match' }]));
		expect(view.groups[0]?.threads[0]?.claim.stands).toEqual(['says', 'worded', 'says']);
	});

	test('who has more than the page is said to be more exact', async () => {
		const view = await shown(
			comparisonOf([
				{ claim: 'two', state: 'finer-elsewhere', sentences: [SPOT], unlike: [`${PACK}/lake-1`] },
			]),
		);
		expect(view.groups[0]?.threads[0]?.claim.stands).toEqual(['says', 'silent', 'finer']);
	});
});

test('the page’s own article is named and never counted among the others', async () => {
	const view = await shown(
		comparisonOf([{ claim: 'two', sentences: [SPOT] }], { article: { id: `${PACK}/coast-1`, by: 'quotes' } }),
	);
	expect(view.article).toMatchObject({ outlet: { text: 'Coast Daily' }, by: 'quotes' });
	expect(view.columns.map(({ outlet }) => outlet.text)).toEqual(['Hill Post', 'Lake Herald']);
	const line = view.groups[0]?.threads[0]?.claim;
	expect(line?.reports.map(({ article }) => article)).toEqual([`${PACK}/lake-1`]);
	expect(line?.origins).toBe(1);
});

test('the sentence is the page’s own, with the words the state rests on', async () => {
	const sand = TEXT.blocks[1]?.text.indexOf('sand') ?? 0;
	const view = await shown(
		comparisonOf([
			{
				claim: 'accused',
				sentences: [SPOT],
				words: [
					{ block: 1, start: sand, end: sand + 4 },
					{ block: 1, start: sand + 1, end: sand + 3 },
					{ block: 0, start: 0, end: 3 },
				],
			},
		]),
	);
	const [quote] = view.groups[0]?.threads[0]?.claim.quotes ?? [];
	expect(quote?.text).toBe('Moor surely took the sand, Vale says.');
	expect(quote?.words.map(([from, to]) => quote.text.slice(from, to))).toEqual(['sand']);
	expect(quote?.lang).toBe('en');
});

test('a party is shown as a party, and the event’s place in its series is told', async () => {
	const view = await shown(comparisonOf([{ claim: 'accused' }]));
	expect(view.groups[0]?.threads[0]?.claim.party?.text).toBe('Vale Council');
	expect(view.event.series).toMatchObject({ at: 2, of: 2 });
	expect(view.event.relation).toBe('about');
});

test('an event that no pack has any more is nothing', async () => {
	expect(await comparisonView(corpus, { ...comparisonOf([]), event: `${PACK}/gone` }, TEXT, 'en')).toBeNull();
});
