/** A small invented story with everything a comparison shows: an accusation, its denial, a party, an agency, two strengths. */
import { buildPack, readPack } from '../../../lib/author/index.ts';
import { type Corpus, openCorpus, packStore, Store } from '../../../lib/corpus/index.ts';
import type { Compared, Comparison } from '../../../lib/events/index.ts';
import { installPack } from '../../../lib/packs/index.ts';

export const PACK = '0f3b8c2d9e1a47569b0c8d7e6f5a4b3c';

const QUARREL = `pack: { id: ${PACK}, slug: quarrel, title: { en: The harbour quarrel, zh-Hans: 海港之争 }, license: CC0-1.0, langs: [en, zh-Hans], corrections: desk@coast.example }
sources:
  - { id: coast, name: { en: Coast Daily, zh-Hans: 海岸日报 }, medium: newspaper, country: SG }
  - { id: hill, name: { en: Hill Post, zh-Hans: 山邮报 }, medium: newspaper, country: SG }
  - { id: lake, name: { en: Lake Herald, zh-Hans: 湖先驱报 }, medium: newspaper, country: SG }
  - { id: blue, name: { en: Blue Agency, zh-Hans: 蓝社 }, medium: agency, country: MY }
articles:
  - { id: coast-1, source: coast, lang: en, published: 2021-09-12, title: Vale and the dredgers, url: "https://coast.example/1", archive: "https://archive.example/coast-1" }
  - { id: hill-1, source: hill, lang: en, published: 2021-09-13, url: "https://hill.example/1" }
  - { id: lake-1, source: lake, carries: blue, lang: en, published: 2021-09-13 }
entities:
  - { id: vale, kind: organisation, name: { en: Vale Council, zh-Hans: 维尔议会 }, description: { en: a council, zh-Hans: 议会 }, aliases: [{ text: Vale Council }] }
  - { id: moor, kind: organisation, name: { en: Moor Council, zh-Hans: 荒原议会 }, description: { en: a council, zh-Hans: 议会 }, aliases: [{ text: Moor Council }] }
terms:
  - { id: sand, forms: { en: [sand], zh-Hans: [沙] } }
  - { id: deny, forms: { en: [denies], zh-Hans: [否认] } }
events:
  - { id: quarrels, name: { en: Harbour quarrels, zh-Hans: 海港争端 }, when: { start: 2020-01-01, end: 2022-01-01 }, series: true }
  - { id: quarrel-2020, name: { en: First quarrel, zh-Hans: 首次争端 }, when: { start: 2020-05-01 }, participants: [{ entity: vale }, { entity: moor }], partOf: quarrels }
  - { id: quarrel-2021, name: { en: The quarrel over sand, zh-Hans: 沙之争 }, when: { start: 2021-09-12 }, participants: [{ entity: vale }, { entity: moor }], partOf: quarrels }
claims:
  - { id: accused, event: quarrel-2021, kind: statement, speaker: vale, text: { en: Moor took sand from the bar, zh-Hans: 荒原取沙 }, modality: alleged, knownFrom: 2021-09-12, cues: [[sand]],
      reports: [{ article: coast-1, stance: reports, at: { exact: took sand } }, { article: hill-1, via: [{ source: blue, basis: credited }], stance: words-otherwise, wording: { en: may have taken some, zh-Hans: 或取了些 }, at: { exact: may have taken } }, { article: lake-1, stance: reports, at: { exact: sand was taken } }] }
  - { id: denied, event: quarrel-2021, kind: statement, speaker: moor, text: { en: Moor took none, zh-Hans: 荒原否认 }, modality: denied, knownFrom: 2021-09-13, answers: accused, cues: [[deny]],
      reports: [{ article: hill-1, stance: reports, at: { exact: took none } }] }
  - { id: wire, event: quarrel-2021, kind: action, text: { en: Both met at noon, zh-Hans: 双方中午会面 }, modality: done, knownFrom: 2021-09-12, cues: [[sand]],
      reports: [{ article: hill-1, via: [{ source: blue, basis: credited }], stance: reports, at: { exact: at noon } }, { article: lake-1, stance: reports, at: { exact: met at noon } }] }
  - { id: two, event: quarrel-2021, kind: action, text: { en: A wall was built, zh-Hans: 建了墙 }, modality: done, knownFrom: 2021-09-12, cues: [[sand]],
      reports: [{ article: coast-1, stance: reports, at: { exact: a wall } }, { article: lake-1, stance: reports, at: { exact: the wall } }] }
`;

export async function openQuarrel(): Promise<Corpus> {
	const { source, problems } = readPack([{ path: 'quarrel.yaml', text: QUARREL }]);
	if (!source) throw new Error(JSON.stringify(problems));
	const { manifest, hash, shards } = await buildPack(source);
	const store = new Store(`quarrel ${Math.random()}`);
	await installPack(packStore(store), {
		hash,
		manifest: async () => manifest as Uint8Array<ArrayBuffer>,
		shard: async (h) => shards.get(h) as Uint8Array<ArrayBuffer>,
	});
	return openCorpus(store);
}

/** A text that compares so; claims by their local ids. */
export function comparisonOf(claims: Partial<Compared>[], rest: Partial<Comparison> = {}): Comparison {
	return {
		event: `${PACK}/quarrel-2021`,
		article: null,
		noList: null,
		claims: claims.map((one) => ({
			state: 'found',
			sentences: [],
			words: [],
			values: {},
			unlike: [],
			score: 1,
			...one,
			claim: `${PACK}/${one.claim}`,
		})),
		...rest,
	};
}

export const TEXT = {
	lang: 'en',
	blocks: [
		{ text: 'A heading' },
		{ text: 'It rained. Moor surely took the sand, Vale says. Later it dried.' },
	],
};
const SENTENCE = 'Moor surely took the sand, Vale says.';
const start = TEXT.blocks[1]?.text.indexOf(SENTENCE) ?? 0;
export const SPOT = { block: 1, start, end: start + SENTENCE.length };
