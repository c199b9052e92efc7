/** Whatever the text: what is made of it stands inside it, and joining two texts changes neither. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { namesIn } from '../../../lib/names/context.ts';
import { build, find, load, type NamesIndex, type Span, unpack, weigh } from '../../../lib/names/index.ts';
import { PLACE } from '../../../lib/names/page.ts';
import { indexOf, name } from './found.ts';
import { ownNames, taggedBy } from './support/own-pack.ts';

const { names, ids } = ownNames();
let index: NamesIndex;
beforeAll(async () => {
	index = load(await build(names));
});

const PIECES = [
	...[
		'Kim',
		'Kim Jong Un',
		'Andy',
		'Min-jae',
		'Ms',
		'Mr.',
		'Putin',
		'The',
		'the North',
		'South',
		'Korean',
		'of',
	],
	...[
		'普京',
		'金先生',
		'金正恩',
		'共同社',
		'社区',
		'美方',
		'方向',
		'·',
		'《',
		'报》',
		'日本',
		'今',
		'朝鲜',
		'娜',
		'林',
	],
	...[
		' ',
		' ',
		' ',
		'-',
		'. ',
		'。',
		'\n',
		'’s',
		'\u00ad',
		'\u200b',
		'\ud83d',
		'\udc00',
		'\u0301',
		'ß',
		'İ',
		'ﬁ',
	],
];
const text = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...PIECES) },
			fc.string({ unit: 'binary', maxLength: 6 }),
		),
		{
			maxLength: 24,
		},
	)
	.map((pieces) => pieces.join(''));

async function candidates(texts: readonly string[]) {
	return unpack(await find(index, async (ordinal) => ids[ordinal] ?? '', texts), texts.length);
}

test('candidates stand in the text, in order, and do not overlap', async () => {
	await fc.assert(
		fc.asyncProperty(text, async (text) => {
			const [list = []] = await candidates([text]);
			let last = 0;
			for (const { start, end, entities } of list) {
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeGreaterThan(start);
				expect(entities.length).toBeGreaterThan(0);
				last = end;
			}
			expect(last).toBeLessThanOrEqual(text.length);
		}),
		{ numRuns: 500 },
	);
});

test('two texts joined by the end of a sentence have the candidates of both', async () => {
	await fc.assert(
		fc.asyncProperty(text, text, async (one, other) => {
			const between = '。\n';
			const [joined = [], first = [], second = []] = await candidates([one + between + other, one, other]);
			const by = one.length + between.length;
			const moved = second.map((candidate) => ({
				...candidate,
				start: candidate.start + by,
				end: candidate.end + by,
			}));
			expect(joined).toEqual([...first, ...moved]);
		}),
		{ numRuns: 500 },
	);
});

test('every name found travels with its own bearers: the same words have the same, whatever stands around them', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (texts) => {
			const found = texts.map((one) =>
				namesIn(index, one).flatMap(({ start, end, kind, person, bearers }) =>
					kind === null
						? []
						: [{ start, end, kind, person, entities: bearers.map(({ entity }) => ids[entity]) }],
				),
			);
			expect(await candidates(texts)).toEqual(found);
		}),
		{ numRuns: 300 },
	);
});

test('the same words travel once a request, and no others with them', async () => {
	const kims = await indexOf(
		name('Kim', 1, 'weak'),
		name('Kim', 2, 'weak'),
		name('Kim Jong Un', 1),
		name('Kim Yo Jong', 2),
	);
	const texts = ['Kim Jong Un met Kim Yo Jong.', 'Kim spoke, said KIM JONG UN.', 'So did Kim.'];
	const found = await find(kims, async (ordinal) => String(ordinal), texts);
	expect(found.names.map(({ text, bearers }) => [text, bearers])).toEqual([
		['Kim Jong Un', [0]],
		['Kim Yo Jong', [1]],
		['Kim', [0, 1]],
		['KIM JONG UN', [0]],
	]);
	expect(found.marks.filter((_, at) => at % PLACE === 4)).toEqual([0, 1, 2, 3, 2]);
});

test('a verdict on every candidate; only a bearer is meant, whatever strangers there are', async () => {
	const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(80)) as fc.Arbitrary<Span>);
	await fc.assert(
		fc.asyncProperty(fc.array(text, { maxLength: 4 }), spans, async (texts, strangers) => {
			const lists = await candidates(texts);
			const known = new Map(texts.map((text, at) => [text, lists[at] ?? []]));
			const met = new Map(texts.map((text) => [text, strangers]));
			for (const { verdicts } of [weigh(texts, known, new Map()), weigh(texts, known, met)]) {
				expect(verdicts).toHaveLength(lists.flat().length);
				for (const { block, start, end, entity } of verdicts) {
					const candidate = lists[block]?.find((one) => one.start === start && one.end === end);
					expect(candidate).toBeDefined();
					if (entity !== null) expect(candidate?.entities).toContain(entity);
				}
			}
		}),
		{ numRuns: 300 },
	);
});

test('strangers stand in the text, whatever it is', () => {
	fc.assert(
		fc.property(text, (text) => {
			for (const [start, end] of taggedBy(text)) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		}),
		{ numRuns: 200 },
	);
});

test('a page of nothing but doubtful names is weighed in bounded time', async () => {
	const text = 'Andy Kim and Kim Min-jae met Kim Jong Un. 金先生向普京娜方向。'.repeat(400);
	const started = performance.now();
	const lists = await candidates([text]);
	weigh([text], new Map([[text, lists[0] ?? []]]), new Map());
	expect(performance.now() - started).toBeLessThan(1500);
});
