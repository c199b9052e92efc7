/** Records as bare and as full as the format lets them be, and links to what is gone. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { eventView, openCorpus } from '../../../../lib/corpus/index.ts';
import { find, found, install, read, storeWith } from '../support/installed.ts';

const PACK =
	'pack: { id: 0123456789abcdef0123456789abcdef, slug: p, title: { en: P, zh-Hans: 包 }, license: CC0-1.0, langs: [en] }';
const long = (one: string, length: number) => one.repeat(length).slice(0, length);

/** Every optional field left out. */
const BARE = `${PACK}
sources: [{ id: s, name: { en: Plain Post, zh-Hans: 平报 }, medium: website, country: SG }]
articles: [{ id: a, source: s, lang: en, published: 2020-01-02 }]
entities: [{ id: e, kind: place, name: { en: Plainville, zh-Hans: 平城 }, description: { en: town, zh-Hans: 镇 }, aliases: [{ text: Plainville }] }]
events: [{ id: v, name: { en: Opening, zh-Hans: 开幕 }, when: { start: "2020" } }]
claims:
  - { id: c, event: v, kind: action, text: { en: It opened, zh-Hans: 开幕了 }, modality: done, knownFrom: 2020-01-02, cues: [[e]], reports: [{ article: a, stance: reports, at: { exact: opened } }] }
`;

/** Texts at their limits, in signs that fill the bytes. */
const alias = (n: number) => `{ text: "${long('龘𠮷', 126)}${String.fromCodePoint(0x4e00 + n)}" }`;
const FULL = BARE.replace(
	'Plainville, zh-Hans: 平城',
	`"${long('Wide Ångström ', 256)}", zh-Hans: "${long('广', 256)}"`,
)
	.replace(
		'aliases: [{ text: Plainville }]',
		`aliases: [${Array.from({ length: 64 }, (_, n) => alias(n)).join(', ')}]`,
	)
	.replace('en: Opening, zh-Hans: 开幕', `en: "${long('x', 256)}", zh-Hans: "${long('典礼', 256)}"`)
	.replace(
		'name: { en: "x',
		`summary: { en: "${long('word ', 1023)}d", zh-Hans: "${long('字', 1024)}" }, name: { en: "x`,
	)
	.replace('published: 2020-01-02', `published: 2020-01-02, title: "${long('标题', 256)}"`);

describe('a pack of bare records', () => {
	it('is found by all it has, and shown', async () => {
		const store = await storeWith(read([BARE]));
		expect(await found(store, 'plain')).toEqual({ entities: ['Plainville'], events: [] });
		expect((await find(store, 'kaimu')).events.map(({ id }) => id.split('/')[1])).toEqual(['v']);
		const { articles, sources } = await find(store, '2020');
		expect(articles).toMatchObject([{ title: null, outlet: { text: 'Plain Post' }, date: '2020-01-02' }]);
		expect(sources).toEqual([]);
		const corpus = await openCorpus(store);
		const event = await corpus.event('0123456789abcdef0123456789abcdef/v');
		expect(event && (await eventView(corpus, event, 'zh-Hant-TW')).place).toBeNull();
	});
});

describe('a pack of records at their limits', () => {
	it('is found by the beginning, the middle and the whole of its longest names', async () => {
		const store = await storeWith(read([FULL]));
		for (const typed of ['angstrom', 'Wide', long('广', 256), '龘𠮷', 'guangguang']) {
			expect((await find(store, typed)).entities, typed).toHaveLength(1);
		}
		for (const typed of [long('x', 256), 'xxx', '典礼', 'word']) {
			expect((await find(store, typed)).events, typed).toHaveLength(1);
		}
		expect((await find(store, '标题')).articles).toHaveLength(1);
	});
});

describe('what a newer version removed', () => {
	it('is no more found, and its link leads to nothing instead of another', async () => {
		const store = await storeWith(read([BARE]));
		await install(store, read([BARE.replaceAll('id: v,', 'id: w,').replace('event: v', 'event: w')]));
		const corpus = await openCorpus(store);
		expect(await corpus.event('0123456789abcdef0123456789abcdef/v')).toBeNull();
		expect((await find(store, 'opening')).events.map(({ id }) => id.split('/')[1])).toEqual(['w']);
	});
});
