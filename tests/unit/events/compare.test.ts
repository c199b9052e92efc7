/** What a page is told of the claims of its event: texts of ours. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, secondMarks } from '../../../lib/events/index.ts';
import { comparable, factsOf, openPack, type Pack } from '../../support/pack.ts';

let pack: Pack;

beforeAll(async () => {
	pack = await openPack('seeds/putin-kim-summits');
});

async function compared(lines: string[], published = '2023-09-14', event = 'vostochny-2023') {
	const { sentences } = await pack.reader.read(lines);
	const blocks = lines.map((text) => ({ role: 'body', text }));
	const page = { url: 'https://news.test/1', title: lines[0] ?? '', published, blocks, sentences };
	return compare(page, await comparable(pack, factsOf(pack.records, event)));
}

const LINES = [
	'普京与金正恩在东方航天发射场会晤',
	'佩斯科夫说，普京送给金正恩一只上过太空的宇航服手套。普京收下了他访问朝鲜的邀请。',
];

/** A text of some length that states nothing: of a brief nobody expects that it tells everything. */
const LONG = [
	...LINES,
	'记者们清晨就在门外等候，天气阴冷，风从河谷吹来，旗帜一直在动。车队比原先说的来得晚，路边站着不少看热闹的人，有人举着手机，有人抱着孩子。'.repeat(
		3,
	),
	'院子里种着白桦树，台阶上铺着地毯，侍者来来往往，翻译站在一旁小声核对名单，摄影师反复调整灯光，谁也不敢坐下。'.repeat(
		2,
	),
];

describe('a text beside the others on its event', () => {
	it('says where it states a claim, sentence and words', async () => {
		const { claims } = await compared(LINES);
		const glove = claims.find(({ claim }) => claim === 'space-glove');
		expect(glove?.state).toBe('found');
		const said = ({ block, start, end }: { block: number; start: number; end: number }) =>
			LINES[block]?.slice(start, end);
		expect(glove?.sentences.map(said)).toEqual(['佩斯科夫说，普京送给金正恩一只上过太空的宇航服手套。']);
		expect(glove?.words.map(said)).toContain('手套');
	});

	it('lists what it does not tell only where its date is known and the event was over', async () => {
		expect((await compared(LONG)).claims.some(({ state }) => state === 'no-match')).toBe(true);
		for (const [published, why] of [
			['', 'undated'],
			['2023-09-01', 'older'],
		] as const) {
			const { claims, noList } = await compared(LONG, published);
			expect(noList).toBe(why);
			expect(claims.some(({ state }) => state === 'no-match')).toBe(false);
		}
	});

	it('ends a sentence that is worded unlike others with one mark on its last word', () => {
		const text = '金正恩将访问。普京说会帮助。';
		const sentence = { block: 0, start: 7, end: 14 };
		const one = { claim: 'x', sentences: [sentence], words: [], values: {}, unlike: [], score: 1 };
		const comparison = { event: 'e', article: null, noList: null };
		const marks = secondMarks(
			{ ...comparison, claims: ['worded', 'found', 'worded'].map((state) => ({ ...one, state }) as never) },
			[text],
		);
		expect(marks).toEqual([{ block: 0, start: 11, end: 13, state: 'worded', claim: 'x' }]);
	});
});
