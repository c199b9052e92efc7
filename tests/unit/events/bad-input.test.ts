/** Pages that say too little, too much, or in another language: unsure is said, and never a wrong event. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readText, textsIn } from '../../bench/compare/texts.ts';
import { type Answer, answer, openPack, type Pack } from '../../support/pack.ts';

let pack: Pack;

beforeAll(async () => {
	pack = await openPack('seeds/putin-kim-summits');
});

const page = (published: string, lines: string[]): Promise<Answer> =>
	answer(pack, {
		title: lines[0] ?? '',
		published,
		blocks: lines.map((text, at) => ({ role: at === 0 ? 'title' : 'body', text })),
	});

const listed = ({ comparison }: Answer) =>
	comparison?.claims.filter(({ state }) => state === 'no-match' || state === 'came-later');

/** What happened on 13 September, in our words; of some length, so that length is no reason for want of a list. */
const ON_THE_DAY = [
	'Putin and Kim meet at Vostochny Cosmodrome',
	'Vladimir Putin and Kim Jong Un held talks at the Vostochny Cosmodrome in Russia’s Amur region.',
	'The two toured the launch site before they sat down with their ministers, and dined together in the evening.',
	...Array.from(
		{ length: 8 },
		(_, n) =>
			`Reporters who had come along waited for hour number ${n + 1} in a draughty tent, where tea was to be had and little else, and watched the trees.`,
	),
];

describe('a page without a date', () => {
	it('is about the one event that people, place and deed fit, and gets no list', async () => {
		const found = await page('', ON_THE_DAY);
		expect(found.about).toBe('vostochny-2023');
		expect(found.comparison?.noList).toBe('undated');
		expect(listed(found)).toEqual([]);
	});

	it('is about none where only the people are named', async () => {
		const lines = ['Putin and Kim', 'Vladimir Putin and Kim Jong Un held talks and dined together.'];
		expect((await page('', lines)).about).toBeNull();
	});
});

describe('a page with a date', () => {
	it('that cannot be right is about no event', async () => {
		for (const wrong of ['2021-03-02', '2024-09-13', '2023-08-01'])
			expect((await page(wrong, ON_THE_DAY)).about).toBeNull();
	});

	it.each([
		['Vladivostok, April 2019', '2019-04-25', 'vladivostok-2019'],
		['Beijing, September 2025', '2025-09-03', null],
	] as const)('is not taken for another meeting of the two: %s', async (where, published, event) => {
		const city = where.split(',')[0];
		const lines = [
			`Putin and Kim meet in ${city}`,
			`Vladimir Putin and Kim Jong Un held talks in ${city} and dined together.`,
			'A banquet followed, and they walked past a guard of honour.',
		];
		expect((await page(published, lines)).about).toBe(event);
	});

	it('is not taken for a meeting of the two where Kim met Shoigu', async () => {
		const lines = [
			'Kim Jong Un receives Shoigu in Pyongyang',
			'Kim Jong Un met Sergei Shoigu in Pyongyang on September 13, who brought greetings from Vladimir Putin.',
		];
		expect((await page('2024-09-13', lines)).about).toBeNull();
	});
});

describe('a page that tells of many things', () => {
	it('is about no event where it is a list of headlines or of a day’s news', async () => {
		for (const name of ['front-page-en', 'headlines-index', 'live-world']) {
			const text = textsIn('near').find((one) => one.name === `near/${name}.yaml`);
			expect(text && (await readText(pack, text)).answer.about).toBeNull();
		}
	});

	it('gets no list where it is a live page on the event', async () => {
		const [title = '', ...rest] = ON_THE_DAY;
		const found = await page('2023-09-13', [title, ...rest.map((text, n) => `1${n % 10}:05 ${text} Putin.`)]);
		expect(found.about).toBe('vostochny-2023');
		expect(found.comparison?.noList).toBe('live');
		expect(listed(found)).toEqual([]);
	});
});

describe('a page in another language', () => {
	it.each(['russian', 'korean', 'french'])('is about no event that could be told: %s', async (name) => {
		const text = textsIn('near').find((one) => one.name === `near/${name}.yaml`);
		expect(text && (await readText(pack, text)).answer.about).toBeNull();
	});

	it('that retells an article of the pack is about its event, and is not that article', async () => {
		const found = await page('2023-09-14', [
			'Kim’s train rolls on after the summit with Putin',
			'Vladimir Putin and Kim Jong Un met at the Vostochny Cosmodrome after four years and five months.',
			'The Kremlin says that the two gave each other rifles, and that Kim also got a spacesuit glove.',
			'Kim’s slow train is on its way to Komsomolsk-on-Amur, where he is to see a plant on Friday.',
		]);
		expect(found.about).toBe('vostochny-2023');
		expect(found.comparison?.article).toBeNull();
		const states = new Map(found.comparison?.claims.map(({ claim, state }) => [claim, state]));
		for (const claim of ['met-at-vostochny', 'rifles-exchanged', 'space-glove'])
			expect(states.get(claim)).toBe('found');
	});
});
