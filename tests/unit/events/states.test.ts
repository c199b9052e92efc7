/** What a page does with a claim: each state, both thresholds, and the pages that get no list. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../../lib/events/index.ts';
import { whyNoList } from '../../../lib/events/lists.ts';
import { comparable, compareLines, factsOf, openPack, type Pack } from '../../support/pack.ts';

let pack: Pack;

beforeAll(async () => {
	pack = await openPack('seeds/putin-kim-summits');
});

/** Of some length, and states nothing. */
const FILLER =
	'记者们清晨就在门外等候，天气阴冷，风从河谷吹来，旗帜一直在动。车队来得比原先说的晚，路边站着看热闹的人。'.repeat(
		6,
	);

async function states(...lines: string[]) {
	const { claims } = await compareLines(pack, [...lines, FILLER]);
	return new Map(claims.map(({ claim, state }) => [claim, state]));
}

describe('a claim', () => {
	it('is found in two sentences when the second goes on about whom the first is about', async () => {
		const text = '佩斯科夫谈到一只上过太空的宇航服手套。他说，这是普京送的。';
		expect((await states(text)).get('space-glove')).toBe('found');
	});

	it('is found in an answer to what was asked, and in what counts the things told of before', async () => {
		const text =
			'North Korea fired two missiles. Both fell outside Japan’s exclusive economic zone. Each covered some 650 kilometres.';
		const found = await states(text);
		expect([found.get('outside-economic-zone'), found.get('missile-range')]).toEqual(['found', 'found']);
		const asked = await states('Reporters asked what they would discuss. Everything, Putin told them.');
		expect(['found', 'worded']).toContain(asked.get('all-issues'));
	});

	it('is not found where other people do it', async () => {
		const text = '绍伊古与拉夫罗夫互赠步枪。';
		expect((await states(FILLER, text)).get('rifles-exchanged')).not.toBe('found');
	});

	it('that comes near is in neither list, and in the list where nothing comes near', async () => {
		const near = '布达诺夫与记者谈到俄罗斯的天气。';
		expect((await states(near)).get('budanov-shipments')).toBeUndefined();
		expect((await states('大家谈论天气。')).get('budanov-shipments')).toBe('no-match');
	});

	it('came later where it was first known after the day of the page', async () => {
		const { sentences } = await pack.reader.read([FILLER]);
		const page = { url: '', title: '', published: '2023-09-13', blocks: [{ role: 'body', text: FILLER }] };
		const { claims } = compare(
			{ ...page, sentences },
			await comparable(pack, factsOf(pack.records, 'vostochny-2023')),
		);
		const state = (id: string) => claims.find(({ claim }) => claim === id)?.state;
		expect(state('rifles-exchanged')).toBe('came-later');
		expect(state('toured-cosmodrome')).toBe('no-match');
	});

	it('is told more exactly elsewhere, or here, than by the others', async () => {
		const text = ['普京与金正恩时隔四年再次会晤。', '普京与金正恩时隔4年5个月再次会晤。'];
		const facts = factsOf(pack.records, 'vostochny-2023');
		const known = await comparable(pack, facts, 'oriental-2023-09-14');
		const of = async (line: string, model: typeof known) => {
			const { sentences } = await pack.reader.read([line]);
			const blocks = [{ role: 'body', text: line }];
			const { claims } = compare({ url: '', title: '', published: '2023-09-14', blocks, sentences }, model);
			return claims.find(({ claim }) => claim === 'time-since-2019')?.state;
		};
		expect(await of(text[0] as string, await comparable(pack, facts))).toBe('finer-elsewhere');
		// Without the one that tells it to the month, the page is the exact one.
		expect(await of(text[1] as string, known)).toBe('finer-here');
	});

	it('that one invites and the other accepts is two, and no contradiction', async () => {
		const found = await states('金正恩邀请普京访问朝鲜，普京接受了邀请。');
		expect([found.get('kim-invites-putin'), found.get('putin-accepts-invitation')]).toEqual([
			'found',
			'found',
		]);
	});

	it('of four voices on arms stands beside the others, and none contradicts another', async () => {
		const found = await states(
			'乌克兰军事情报局局长布达诺夫说，朝鲜已向俄罗斯供应武器。',
			'双方没有公布任何关于武器供应的正式消息。',
			'美国怀疑俄罗斯想购买朝鲜的弹药。',
			'有观察人士猜测，会谈也涉及向俄罗斯供应朝鲜武器。',
		);
		const arms = ['budanov-shipments', 'no-official-word-on-arms', 'us-suspects-purchase', 'arms-on-agenda'];
		expect(arms.map((id) => found.get(id))).toEqual(['found', 'found', 'found', 'found']);
		expect([...found.values()]).not.toContain('differs');
	});
});

describe('no list of what is not told', () => {
	const body = (...texts: string[]) => texts.map((text) => ({ role: 'body', text }));
	const page = { title: '', published: '2023-09-14', blocks: body(FILLER) };
	const why = (given: object) => whyNoList({ ...page, ...given }, '2023-09-13');

	it('but for a page with a date, of some length, whole, and no older than the event', () => {
		expect(why({})).toBeNull();
	});

	it.each([
		['undated', { published: '' }],
		['older', { published: '2023-09-12' }],
		['brief', { blocks: body('普京与金正恩会晤。') }],
		['cut-off', { blocks: body(FILLER, '他还说……（阅读全文）') }],
		['cut-off', { blocks: body(FILLER, 'He went on to say that… Continue reading') }],
		['live', { title: '直播：普京与金正恩会晤' }],
		['live', { blocks: body(...[1, 2, 3, 4, 5].map((n) => `1${n}:05 ${FILLER}`)) }],
		['unsure', { blocks: body('Владимир Путин и Ким Чен Ын встретились в среду на космодроме. '.repeat(8)) }],
	] as const)('%s', (reason, given) => {
		expect(why(given)).toBe(reason);
	});
});
