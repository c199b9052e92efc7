/** The corpus page's views over the pack that the extension carries. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	articlePage,
	comparison,
	entityPage,
	eventPage,
	lineup,
	openCorpus,
	openLookup,
	packLine,
	Store,
	search,
	seriesList,
	sourcePage,
} from '../../../lib/corpus/index.ts';
import { EXTREMES, extremes } from '../../support/extremes.ts';
import { broken, HARBOUR } from '../support/harbour.ts';
import { install, ownPack, read, type Source, storeWith } from './support/installed.ts';

async function installed(...packs: Source[]) {
	const store = await storeWith(...packs);
	return { corpus: await openCorpus(store), lookup: await openLookup(store) };
}
type Installed = Awaited<ReturnType<typeof installed>>;
const PACK = 'f0f714f4782ee6325a014155a7fc8fc9';
const id = (local: string) => `${PACK}/${local}`;
let given: Installed;
beforeAll(async () => {
	given = await installed(ownPack());
});

describe('an event', () => {
	it('has its parts, its series, its places and who credits whom', async () => {
		const page = await eventPage(given.corpus, id('vostochny-2023'), 'en');
		expect(page?.parts.map(({ name }) => name.text)).toContain('Banquet after the talks');
		expect(page?.above).toMatchObject({ series: true, id: id('putin-kim-summits') });
		expect(page?.others.map((one) => one.id)).toEqual([id('vladivostok-2019'), id('pyongyang-2024')]);
		expect(page?.places[0]?.name.text).toBe('Vostochny Cosmodrome');
		const storm = page?.origins.links.find(
			({ from, to }) => from === id('storm-media') && to === id('deutsche-welle'),
		);
		expect(storm).toMatchObject({ basis: 'credited' });
		const layers = new Map(page?.origins.nodes.map((node) => [node.id, node.layer]));
		expect(layers.get(id('storm-media'))).toBe(0);
		expect(layers.get(id('dmitry-peskov'))).toBe(Math.max(...layers.values()));
		expect(page?.articles.map((article) => article.id)).toContain(id('rfi-2023-09-14'));
	});

	it('that is a series lists its events and counts no coverage of its own', async () => {
		const page = await eventPage(given.corpus, id('putin-kim-summits'), 'en');
		expect(page?.series).toBe(true);
		expect(page?.parts.map((part) => part.id)).toEqual(
			['vladivostok-2019', 'vostochny-2023', 'pyongyang-2024'].map(id),
		);
		expect(page?.event.claimLines).toEqual([]);
	});
});

it('an entity has its names by region, whom it meets, and who writes it how', async () => {
	const { corpus, lookup } = given;
	const page = await entityPage(corpus, lookup, id('north-korea'), 'zh-Hans');
	const written = page?.names.find(({ regions }) => regions.includes('TW'))?.forms.map(({ text }) => text);
	expect(written).toContain('北韓');
	expect(page?.meetings.nodes.map(({ name }) => name.text)).toContain('俄罗斯');
	const forms = new Map(page?.usage.map(({ source, forms }) => [source.id, forms.map(({ text }) => text)]));
	expect(forms.get(id('deutsche-welle'))).toContain('北韓');
	expect(forms.get(id('vision-times'))).toContain('朝鮮');
	expect(page?.usedIn).toEqual({ articles: 5, more: false });
});

it('an entity with many events says in how many articles its spellings were counted', async () => {
	const event = HARBOUR.slice(HARBOUR.indexOf('  - { id: harbour-2021'), HARBOUR.indexOf('claims:'));
	const years = Array.from({ length: 12 }, (_, i) => event.replaceAll('2021', `${2001 + i}`));
	const { corpus, lookup } = await installed(read([HARBOUR.replace('claims:', `${years.join('')}claims:`)]));
	const page = await entityPage(corpus, lookup, '5d0c7a91e3f24b68a1970c4be82f63d5/vale-authority', 'en');
	expect(page?.events).toHaveLength(13);
	expect(page?.usedIn).toEqual({ articles: 2, more: true });
});

it('an article shows its statements with everyone else who reports them', async () => {
	const page = await articlePage(given.corpus, id('dw-2023-09-13'), 'en');
	expect(page?.article).toMatchObject({
		source: { name: { text: 'Storm Media' } },
		maker: { name: { text: 'Deutsche Welle' } },
	});
	expect(page?.claims.length).toBeGreaterThan(10);
	expect(page?.claims.every(({ reports }) => reports.some(({ here }) => here))).toBe(true);
	const satellites = page?.claims.find((line) => line.id === id('putin-satellite-help'));
	expect(satellites?.reports.map(({ here }) => here)).toContain(false);
});

it('a source shows its articles, whom it credits and which name it uses', async () => {
	const { corpus, lookup } = given;
	const page = await sourcePage(corpus, lookup, id('vision-times'), 'en');
	expect(page?.articles).toEqual([id('visiontimes-2023-09-14')]);
	expect(page?.credits.map(({ source }) => source.name.text)).toContain('Reuters');
	const korea = page?.names.find(({ entity }) => entity.id === id('north-korea'));
	expect(korea?.forms.map(({ text }) => text)).toContain('朝鮮');
	const maker = await sourcePage(corpus, lookup, id('deutsche-welle'), 'en');
	expect(maker?.articles).toEqual([id('dw-2023-09-13')]);
});

describe('events by filter', () => {
	it('all of them in the order of time, parts only when asked for', async () => {
		const whole = await lineup(given.corpus, {});
		const all = await lineup(given.corpus, { parts: true });
		expect([...(whole?.days ?? [])]).toEqual([...(whole?.days ?? [])].sort((a, b) => a - b));
		expect(all?.days.length).toBeGreaterThan(whole?.days.length ?? 0);
		const ids = await whole?.ids([...(whole?.days.keys() ?? [])]);
		expect(ids).toContain(id('vostochny-2023'));
		expect(ids).not.toContain(id('vostochny-banquet'));
		expect(ids).not.toContain(id('putin-kim-summits'));
	});

	it.each([
		[{ person: 'sergei-shoigu' }, 'shoigu-pyongyang-2023', 'vostochny-2023'],
		[{ place: 'vladivostok' }, 'vladivostok-2019', 'pyongyang-2024'],
		[{ source: 'vision-times' }, 'vostochny-banquet', 'sunan-arrival-2024'],
		[{ series: 'putin-kim-summits' }, 'pyongyang-2024', 'shoigu-pyongyang-2023'],
		[{ person: 'kim-jong-un', place: 'pyongyang' }, 'pyongyang-2024', 'vostochny-2023'],
	])('%j', async (filter, inside, outside) => {
		const filters = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, id(value)]));
		const found = await lineup(given.corpus, filters);
		const ids = await found?.ids([...(found.days.keys() ?? [])]);
		expect(ids).toContain(id(inside));
		expect(ids).not.toContain(id(outside));
	});

	it('series for a choice', async () => {
		expect((await seriesList(given.corpus)).map((row) => row.id)).toEqual(['putin-kim-summits']);
	});
});

describe('side by side', () => {
	it('two sources: the statements of both and of each', async () => {
		const { corpus, lookup } = given;
		const found = await comparison(corpus, lookup, id('vision-times'), id('rfi'), 'en');
		if (found?.kind !== 'sources') throw new Error('no comparison of sources');
		const [summit] = found.shared;
		expect(summit?.event.id).toBe(id('vostochny-2023'));
		expect(summit?.both.map((line) => line.id)).toContain(id('putin-satellite-help'));
		expect(summit?.a.length).toBeGreaterThan(0);
		expect(summit?.b.length).toBeGreaterThan(0);
	});

	it('two events; an event and a source are not compared, nor is what is not there', async () => {
		const { corpus, lookup } = given;
		const of = (a: string, b: string) => comparison(corpus, lookup, id(a), id(b), 'en');
		expect((await of('vostochny-2023', 'pyongyang-2024'))?.kind).toBe('events');
		expect(await of('vostochny-2023', 'rfi')).toBeNull();
		expect(await of('vostochny-2023', 'gone')).toBeNull();
	});
});

describe('bad input', () => {
	it('an id that is nowhere, of a pack that is nowhere, and no id at all', async () => {
		const { corpus, lookup } = given;
		for (const wrong of [id('gone'), 'ffff/gone', '', '/', 'nonsense']) {
			expect(await eventPage(corpus, wrong, 'en')).toBeNull();
			expect(await entityPage(corpus, lookup, wrong, 'en')).toBeNull();
			expect(await articlePage(corpus, wrong, 'en')).toBeNull();
			expect(await sourcePage(corpus, lookup, wrong, 'en')).toBeNull();
		}
	});

	it('an empty store', async () => {
		const store = new Store('empty');
		expect(await lineup(await openCorpus(store), {})).toBeNull();
		store.close();
	});

	it('two packs that have the same day and name say so of each other', async () => {
		const other = HARBOUR.replace('5d0c7a91e3f24b68a1970c4be82f63d5', '6d0c7a91e3f24b68a1970c4be82f63d5')
			.replace('Harbour talks', 'Another view')
			.replace('harbour town', 'a town that is disputed');
		const both = await installed(read([HARBOUR]), read([other]));
		const event = await eventPage(both.corpus, '5d0c7a91e3f24b68a1970c4be82f63d5/harbour-2021', 'en');
		expect(event?.elsewhere.map((one) => one.id)).toEqual(['6d0c7a91e3f24b68a1970c4be82f63d5/harbour-2021']);
		const place = '5d0c7a91e3f24b68a1970c4be82f63d5/port-vale';
		const entity = await entityPage(both.corpus, both.lookup, place, 'en');
		expect(entity?.elsewhere.map(({ description }) => description.text)).toEqual(['a town that is disputed']);
		const found = await search(both.corpus, 'Port Vale', 'en');
		expect(found.entities.map(({ pack, description }) => [pack?.text, description.text]).sort()).toEqual([
			['Another view', 'a town that is disputed'],
			['Harbour talks', 'harbour town'],
		]);
		const [alone] = (await search(given.corpus, 'Putin', 'en')).entities;
		expect(alone?.pack).toBeUndefined();
	});

	it('what a newer version of its pack took out is found by no view, and the pack still is', async () => {
		const store = await storeWith(read([HARBOUR]));
		await install(store, read([HARBOUR.slice(0, HARBOUR.indexOf('events:'))]));
		const [corpus, lookup] = await Promise.all([openCorpus(store), openLookup(store)]);
		const of = (local: string) => `5d0c7a91e3f24b68a1970c4be82f63d5/${local}`;
		expect(await eventPage(corpus, of('harbour-2021'), 'en')).toBeNull();
		expect(await comparison(corpus, lookup, of('harbour-2021'), of('harbour-2021'), 'en')).toBeNull();
		expect((await lineup(corpus, { place: of('port-vale') }))?.days).toHaveLength(0);
		expect((await entityPage(corpus, lookup, of('port-vale'), 'en'))?.events).toEqual([]);
		expect((await articlePage(corpus, of('cd-0912'), 'en'))?.claims).toEqual([]);
		expect((await search(corpus, 'Harbour meeting', 'en')).events).toEqual([]);
		expect(await packLine(corpus, { pack: of('').slice(0, -1) }, 'en')).not.toBeNull();
		store.close();
	});

	it('records with nothing that may be left out, and with every field at its limit', async () => {
		const { corpus, lookup } = await installed(read([extremes()]));
		for (const kind of ['bare', 'full']) {
			const at = (local: string) => `${EXTREMES}/${kind}-${local}`;
			const event = await eventPage(corpus, at('event'), 'en');
			const article = await articlePage(corpus, at(kind === 'bare' ? 'article' : 'article-0'), 'en');
			expect(event?.event.claimLines.length).toBe(article?.claims.length);
			expect((await entityPage(corpus, lookup, at('entity'), 'en'))?.kind).toBeDefined();
			expect((await sourcePage(corpus, lookup, at('source'), 'en'))?.medium).toBeDefined();
		}
		const full = await eventPage(corpus, `${EXTREMES}/full-event`, 'zh-Hant-TW');
		expect(full?.participants).toHaveLength(25);
		expect(full?.places).toHaveLength(13);
		expect(full?.articles).toHaveLength(6);
	});

	it('an event without summary, place and participants', async () => {
		const bare = broken(', where: [port-vale], participants: [{ entity: vale-authority }] }', ' }');
		const { corpus } = await installed(read([bare]));
		const page = await eventPage(corpus, '5d0c7a91e3f24b68a1970c4be82f63d5/harbour-2021', 'en');
		expect(page).toMatchObject({ places: [], participants: [], above: null, parts: [], related: [] });
		expect(page?.event.claimLines).toHaveLength(1);
	});
});
