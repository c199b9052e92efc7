/** Days and times of a text: whole, by the clock of the place they are told in, and what clocks elsewhere showed. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPack, readPack } from '../../../lib/author/index.ts';
import { type Corpus, openCorpus, packStore, Store, timesView } from '../../../lib/corpus/index.ts';
import { locale } from '../../../lib/locale/index.ts';
import { installPack } from '../../../lib/packs/index.ts';

const PACK = 'a'.repeat(32);
/** Port Vale keeps Asia/Tokyo's clock (UTC+9), Hillmoor Europe/Moscow's (UTC+3), and so does the town in it. */
const TEXT = `pack: { id: ${PACK}, slug: clocks, title: { en: Clocks, zh-Hans: 钟 }, license: CC0-1.0, langs: [en, zh-Hans] }
sources: [{ id: coast, name: { en: Coast Daily, zh-Hans: 海岸日报 }, medium: newspaper, country: SG }]
articles: [{ id: coast-1, source: coast, lang: en, published: 2023-09-14, title: A meeting }]
entities:
  - { id: vale, kind: place, zone: Asia/Tokyo, name: { en: Vale, zh-Hans: 维尔 }, description: { en: land, zh-Hans: 地方 }, aliases: [{ text: Vale }, { text: 维尔 }] }
  - { id: port-vale, kind: place, within: vale, name: { en: Port Vale, zh-Hans: 维尔港 }, description: { en: port, zh-Hans: 港口 }, aliases: [{ text: Port Vale }, { text: 维尔港 }] }
  - { id: moor, kind: place, name: { en: Moor, zh-Hans: 荒原 }, description: { en: land, zh-Hans: 地方 }, aliases: [{ text: Moor }, { text: 荒原 }] }
  - { id: hillmoor, kind: place, zone: Europe/Moscow, within: moor, name: { en: Hillmoor, zh-Hans: 荒丘 }, description: { en: town, zh-Hans: 城镇 }, aliases: [{ text: Hillmoor }, { text: 荒丘 }] }
  - { id: lakeside, kind: place, zone: America/New_York, name: { en: Lakeside, zh-Hans: 湖畔 }, description: { en: town, zh-Hans: 城镇 }, aliases: [{ text: Lakeside }, { text: 湖畔 }] }
  - { id: head, kind: person, speaksFor: moor, name: { en: Moor's head, zh-Hans: 荒原首脑 }, description: { en: head, zh-Hans: 首脑 }, aliases: [{ text: Moor's head }] }
terms: [{ id: meet, forms: { en: [meet], zh-Hans: [会面] } }]
events: [{ id: meeting, name: { en: Meeting, zh-Hans: 会面 }, when: { start: 2023-09-13 }, where: [port-vale], participants: [{ entity: head }], what: [meet] }]
claims: [{ id: met, event: meeting, kind: action, text: { en: They met, zh-Hans: 会面 }, modality: done, knownFrom: 2023-09-13, cues: [[meet]], reports: [{ article: coast-1, stance: reports, at: { exact: they met } }] }]
`;

let corpus: Corpus;
beforeAll(async () => {
	const { source, problems } = readPack([{ path: 'clocks.yaml', text: TEXT }]);
	if (!source) throw new Error(JSON.stringify(problems));
	const { manifest, hash, shards } = await buildPack(source);
	const store = new Store(`clocks ${Math.random()}`);
	await installPack(packStore(store), {
		hash,
		manifest: async () => manifest as Uint8Array<ArrayBuffer>,
		shard: async (h) => shards.get(h) as Uint8Array<ArrayBuffer>,
	});
	corpus = await openCorpus(store);
});

const NAMED = ['lakeside', 'lakeside', 'hillmoor', 'vale'].map((id) => `${PACK}/${id}`);

const told = async (
	text: string,
	published = '2023-09-14',
	reader: 'en' | 'zh-Hans' | 'zh-Hant-TW' = 'en',
) => {
	const blocks = [
		{ role: 'body', text, entities: NAMED },
		{ role: 'body', text: 'Lakeside.', entities: NAMED.slice(0, 1) },
	];
	return timesView(corpus, `${PACK}/meeting`, { title: '', lang: 'en', published, blocks }, reader);
};
const shown = async (text: string, tag: 'en-GB' | 'zh-CN' | 'zh-TW' = 'en-GB', published = '2023-09-14') => {
	const reader = ({ 'en-GB': 'en', 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant-TW' } as const)[tag];
	const { lines, clocks } = await told(text, published, reader);
	const { weekday, clockAt } = locale(tag);
	return lines.map((line) => [
		line.said.text,
		weekday(line.day),
		...(line.clock ? clocks.map(({ place, zone }) => `${place.text} ${clockAt(line, zone, line.day)}`) : []),
	]);
};

test('the event’s place comes first, then where its parties are, then others; each once', async () => {
	const { clocks } = await told('They met on Wednesday.');
	expect(clocks.map(({ place, zone }) => `${place.text} ${zone}`)).toEqual([
		'Port Vale Asia/Tokyo',
		'Hillmoor Europe/Moscow',
		'Lakeside America/New_York',
	]);
});

describe('what clocks showed', () => {
	test('on a day, in English', async () => {
		expect(await shown('They met on Wednesday.')).toEqual([
			[
				'Wednesday',
				'Wednesday, 13 September 2023',
				'Port Vale 13 Sept',
				'Hillmoor 12 Sept 18:00 – 13 Sept 18:00',
				'Lakeside 12 Sept 11:00 – 13 Sept 11:00',
			],
		]);
	});

	test('at a minute, in Simplified Chinese: on another day elsewhere', async () => {
		expect(await shown('专机周三凌晨2时22分抵达。', 'zh-CN')).toEqual([
			['周三凌晨2时22分', '2023年9月13日星期三', '维尔港 02:22', '荒丘 9月12日 20:22', '湖畔 9月12日 13:22'],
		]);
	});

	test('in a part of a day, in Traditional Chinese', async () => {
		expect(await shown('兩人13日晚上設宴。', 'zh-TW')).toEqual([
			['13日晚上', '2023年9月13日星期三', '維爾港 18:00–24:00', '荒丘 12:00–18:00', '湖畔 05:00–11:00'],
		]);
	});
});

describe('whose clock', () => {
	const clockOf = async (text: string) => {
		const { lines } = await told(text);
		return lines.map(({ clock, assumed }) => [clock?.place.text ?? null, assumed]);
	};
	test.each([
		['They met on Wednesday.', 'Port Vale', true],
		['They met at 2:22 a.m. on Wednesday, Hillmoor time.', 'Hillmoor', false],
		['荒丘时间周三下午3时，他们会面。', 'Hillmoor', false],
		['（荒丘14日讯）', 'Hillmoor', false],
		['LAKESIDE, Sept 13 (Blue Agency) - They met.', 'Lakeside', false],
		['They met on Wednesday at 6:30 local time.', 'Port Vale', false],
		// Long after the event nobody can say whose.
		['They will meet again on 10 November at 6:30 pm.', null, true],
	])('%s', async (text, place, assumed) => expect(await clockOf(text)).toEqual([[place, assumed]]));
});

test('a day beside another year is not taken for one of the article’s', async () => {
	expect(await shown('In April 2019 they met, on a Thursday.')).toEqual([]);
});

test('an article that states no day only has what it writes out', async () => {
	expect(await shown('They met on Wednesday.', 'en-GB', '')).toEqual([]);
});
