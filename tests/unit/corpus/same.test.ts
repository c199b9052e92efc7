/** Two packs that name the same public page are read as one: one mark, one card, each line with its pack. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { cardView, entityPage, lineup, openCorpus, openLookup } from '../../../lib/corpus/index.ts';
import { joined } from '../../../lib/corpus/same.ts';
import { HARBOUR } from '../support/harbour.ts';
import { read, storeWith } from './support/installed.ts';

const OWN = '5d0c7a91e3f24b68a1970c4be82f63d5';
const OTHER = 'a'.repeat(32);
const LINK = 'https://wiki.example/Vale_Harbour_Authority';
const AUTHORITY = 'id: vale-authority\n    kind: organisation';
const linked = (text: string) => text.replace(AUTHORITY, `${AUTHORITY}\n    sameAs: ["${LINK}"]`);
/** Another editor's pack on the same body, with a name and a meeting of its own. */
const SECOND = HARBOUR.replace(OWN, OTHER)
	.replace(
		'slug: harbour-talks, title: { en: Harbour talks, zh-Hans: 海港会谈 }',
		'slug: coast, title: { en: Coast watch, zh-Hans: 海岸观察 }',
	)
	.replace('runs the port of Vale', 'harbour office of Vale')
	.replace('aliases: [{ text: 维尔港务局 }', 'aliases: [{ text: 维尔港务局 }, { text: Vale Port Office }')
	.replace(
		'id: harbour-2021, name: { en: Harbour meeting, zh-Hans: 海港会面 }, when: { start: 2021-09-12 }',
		'id: coast-2022, name: { en: Coast meeting, zh-Hans: 海岸会面 }, when: { start: 2022-03-01 }',
	)
	.replace('event: harbour-2021', 'event: coast-2022');

async function reading(...texts: string[]) {
	const store = await storeWith(...texts.map((text) => read([text])));
	const corpus = await openCorpus(store);
	return { corpus, lookup: await openLookup(store) };
}

describe('an entity of two packs', () => {
	it('is one mark, by any name that either pack has', async () => {
		const { lookup } = await reading(linked(HARBOUR), linked(SECOND));
		const { ids } = await lookup.scan(['维尔港务局', 'Vale Port Office']);
		expect(ids).toHaveLength(1);
	});

	it('has one card: the coverage of both packs, each line with its pack', async () => {
		const { corpus, lookup } = await reading(linked(HARBOUR), linked(SECOND));
		const [id = ''] = (await lookup.scan(['维尔港务局'])).ids;
		const card = await cardView(corpus, id, 'en');
		const titles = ['Coast watch', 'Harbour talks'];
		expect(card?.events.map(({ name, pack }) => [name.text, pack?.text])).toEqual([
			['Coast meeting', 'Coast watch'],
			['Harbour meeting', 'Harbour talks'],
		]);
		const [other] = card?.elsewhere ?? [];
		expect([card?.pack?.title.text, other?.pack.text].sort()).toEqual(titles);
		expect([card?.description.text, other?.description.text].sort()).toEqual([
			'harbour office of Vale',
			'runs the port of Vale',
		]);
	});

	it('is recognised in the events of both', async () => {
		const { corpus } = await reading(linked(HARBOUR), linked(SECOND));
		for (const pack of [OWN, OTHER]) {
			const events = await corpus.eventsOf(`${pack}/vale-authority`);
			expect(events.map(({ id }) => id).sort()).toEqual(['coast-2022', 'harbour-2021']);
			expect((await corpus.same()).inPack(`${OWN}/vale-authority`, pack)).toBe(`${pack}/vale-authority`);
		}
	});

	it('is one in the corpus page: its timeline, its events and whom it meets are those of both packs', async () => {
		const titled = (text: string) => linked(text).replace('title: 两市海港会谈', 'title: 维尔港务局会谈');
		const { corpus, lookup } = await reading(titled(HARBOUR), titled(SECOND));
		const both = ['coast-2022', 'harbour-2021'];
		for (const pack of [OWN, OTHER]) {
			const id = `${pack}/vale-authority`;
			const list = await lineup(corpus, { person: id });
			const ids = (await list?.ids([0, 1])) ?? [];
			expect(ids.map((one) => one.split('/')[1]).sort()).toEqual(both);
			const page = await entityPage(corpus, lookup, id, 'en');
			expect(page?.events.map((one) => one.split('/')[1]).sort()).toEqual(both);
			expect(page?.meetings.nodes.map((node) => node.id.split('/')[1])).not.toContain('vale-authority');
			expect(new Set(page?.usage.map(({ source }) => source.id.split('/')[0]))).toEqual(
				new Set([OWN, OTHER]),
			);
		}
	});

	it('stays two where they name no common page', async () => {
		const { corpus, lookup } = await reading(linked(HARBOUR), SECOND);
		const { ids } = await lookup.scan(['维尔港务局']);
		expect(ids).toHaveLength(2);
		const card = await cardView(corpus, `${OWN}/vale-authority`, 'en');
		expect(card?.elsewhere).toEqual([]);
		expect(card?.events.map(({ name, pack }) => [name.text, pack])).toEqual([['Harbour meeting', undefined]]);
	});
});

describe('who is joined', () => {
	const one = (id: string, links: string[], kind = 'person') => ({
		id,
		kind,
		links: links.map((link) => `https://wiki.example/${link}`),
	});
	const packs = ['b', 'a', 'c'];

	it('the pack that the reader had first leads, not the one with the first id', () => {
		expect(joined([one('a/x', ['X']), one('b/x', ['X'])], packs)).toEqual([['b/x', 'a/x']]);
	});

	it('no third pack makes two entities of others one', () => {
		const bridge = one('c/both', ['X', 'Y']);
		expect(joined([one('a/x', ['X']), one('b/y', ['Y']), bridge], packs)).toEqual([]);
		expect(joined([one('a/x', ['X']), one('a/y', ['Y']), bridge], packs)).toEqual([]);
	});

	it('not two of one pack, nor a person and a place', () => {
		expect(joined([one('a/x', ['X']), one('a/y', ['X'])], packs)).toEqual([]);
		expect(joined([one('a/x', ['X']), one('b/x', ['X'], 'place')], packs)).toEqual([]);
	});

	it('three packs that all name it', () => {
		const three = [one('a/x', ['X', 'Z']), one('c/x', ['X']), one('b/x', ['Z', 'X'])];
		expect(joined(three, packs)).toEqual([['b/x', 'a/x', 'c/x']]);
	});
});
