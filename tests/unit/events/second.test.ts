/** A second pack, on an invented story and by the authors' page alone, beside the first: neither hears of the other's. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { check, warnings } from '../../../lib/author/index.ts';
import { type Corpus, type Lookup, openCorpus, openLookup } from '../../../lib/corpus/index.ts';
import { firings } from '../../../lib/events/index.ts';
import { DOCUMENTS, linesOf } from '../../bench/compare/documents.ts';
import { type GoldText, readText, textsIn } from '../../bench/compare/texts.ts';
import { documentText, haveDocuments } from '../../browser/support/pages.ts';
import { filesOf, openPack, type Pack } from '../../support/pack.ts';
import { ownPack, read, storeWith } from '../corpus/support/installed.ts';

const SECOND = 'tests/packs/velan-bridge';
const OURS = ['about', 'near', 'unrelated'].flatMap(textsIn);
const THEIRS = textsIn('second');

let [first, second]: Pack[] = [];

beforeAll(async () => {
	[first, second] = [await openPack('seeds/putin-kim-summits'), await openPack(SECOND)];
});

/** Claims of a pack whose cues fire on a text, however it puts them. */
async function firing(pack: Pack | undefined, lines: readonly string[], published: string) {
	const { sentences } = (await pack?.reader.read(lines)) ?? { sentences: [] };
	const claims = pack?.records.claims ?? [];
	return claims.filter((claim) => firings(claim, sentences, { published }).length > 0).map(({ id }) => id);
}

/** What a page is about and which claims it states, by a store that holds both packs, as the background answers. */
async function byStore(corpus: Corpus, lookup: Lookup, text: GoldText) {
	const texts = linesIn(text);
	const named = Map.groupBy(await lookup.explain(texts, async () => []), ({ block }) => block);
	const blocks = texts.map((line, at) => ({
		role: at === 0 ? 'title' : 'body',
		text: line,
		entities: (named.get(at) ?? []).flatMap(({ entity }) => entity ?? []),
	}));
	const page = { url: '', title: text.title, published: String(text.published), blocks };
	const [best] = await lookup.recognise(corpus, page);
	const comparison = best && (await lookup.compare(corpus, page, best.id));
	return { event: best?.id, claims: comparison?.claims.map(({ claim }) => claim) ?? [] };
}

const linesIn = ({ title, body }: GoldText) => [title, ...body.split('\n').filter((line) => line !== '')];

describe('the second pack', () => {
	it('is sound, without a weak spot', async () => {
		const { source, problems } = await check(filesOf(SECOND));
		expect(problems).toEqual([]);
		expect(source && warnings(source)).toEqual([]);
	});

	it.each(THEIRS)('knows its own event and claims: $name', async (text) => {
		const { answer, score } = await readText(second as Pack, text);
		expect(answer.about).toBe(text.event);
		expect([score.missed, score.extra]).toEqual([[], []]);
	});

	it.each(OURS)('hears nothing of its own in $name', async (text) => {
		const { answer } = await readText(second as Pack, text);
		expect([answer.about, answer.mentions]).toEqual([null, []]);
		expect(await firing(second, linesIn(text), String(text.published ?? ''))).toEqual([]);
	});

	it.each(THEIRS)('tells the first nothing: $name', async (text) => {
		const { answer } = await readText(first as Pack, text);
		expect([answer.about, answer.mentions]).toEqual([null, []]);
		expect(await firing(first, linesIn(text), String(text.published))).toEqual([]);
	});

	it('stands in one store with the first: a page is about its own event, and claims of the other are none of its', async () => {
		const packs = [ownPack(), read(filesOf(SECOND).map(({ text }) => text))];
		const store = await storeWith(...packs);
		const [corpus, lookup] = [await openCorpus(store), await openLookup(store)];
		const texts = [textsIn('about').find(({ event }) => event === 'vostochny-2023'), THEIRS[0]] as GoldText[];
		for (const [at, text] of texts.entries()) {
			const { event, claims } = await byStore(corpus, lookup, text);
			expect(event).toBe(`${packs[at]?.pack.id}/${text.event}`);
			expect(claims).toEqual(
				expect.arrayContaining(text.claims?.map((id) => `${packs[at]?.pack.id}/${id}`) ?? []),
			);
			expect(claims.filter((id) => !id.startsWith(`${packs[at]?.pack.id}/`))).toEqual([]);
		}
		store.close();
	});

	it.skipIf(!haveDocuments).each(DOCUMENTS)(
		'hears nothing in document $number (beside this checkout)',
		async ({ number, published }) => {
			const lines = linesOf(documentText(number)).map(({ text }) => text);
			expect(await firing(second, lines, published)).toEqual([]);
		},
	);
});
