/** Which event a text is about: pages of ours on the summits, near misses, and pages that say too little. */
import { beforeAll, describe, expect, it } from 'vitest';
import { recognise } from '../../../lib/events/index.ts';
import { openPack, type Pack } from '../../support/pack.ts';

let { reader, models }: Pack = {} as Pack;

beforeAll(async () => {
	({ reader, models } = await openPack('seeds/putin-kim-summits'));
});

async function read(published: string, lines: string[]) {
	const { mentions, sentences } = await reader.read(lines);
	const blocks = lines.map((text, block) => ({
		role: block === 0 ? 'title' : 'body',
		text,
		entities: mentions.filter((mention) => mention.block === block).map(({ entity }) => entity),
		terms: sentences.filter((sentence) => sentence.block === block).flatMap(({ terms }) => [...terms]),
	}));
	const found = recognise({ title: lines[0] ?? '', published, blocks }, models);
	return {
		found,
		about: found.filter(({ relation }) => relation === 'about').map(({ id }) => id),
		mentions: found.filter(({ relation }) => relation === 'mentions').map(({ id }) => id),
	};
}

const ABOUT: [what: string, event: string, published: string, lines: string[]][] = [
	[
		'Simplified, with a date',
		'vostochny-2023',
		'2023-09-13',
		['普京在东方航天发射场会见金正恩', '金正恩乘专列抵达阿穆尔州，与普京举行会谈。'],
	],
	[
		'Taiwan’s spellings',
		'vostochny-2023',
		'2023-09-14',
		['普丁、金正恩於東方太空發射場會談', '兩人談了數小時，北韓希望得到衛星技術。'],
	],
	[
		'Hong Kong’s spellings',
		'vostochny-2023',
		'2023-09-14',
		['普京晤金正恩', '北韓領袖金正恩到訪俄羅斯東方航天發射場，與普京舉行峰會。'],
	],
	[
		'English',
		'vostochny-2023',
		'2023-09-13',
		[
			'Kim Jong Un meets Putin at Russian spaceport',
			'The two leaders held talks at the Vostochny Cosmodrome in the Amur region.',
		],
	],
	[
		'English, dated in the text alone',
		'vostochny-2023',
		'',
		[
			'Putin and Kim hold summit',
			'MOSCOW, Sept. 13, 2023 — Vladimir Putin and Kim Jong Un met at the Vostochny Cosmodrome for talks.',
		],
	],
	[
		'a week later',
		'vostochny-2023',
		'2023-09-19',
		[
			'After the summit',
			'Six days after Vladimir Putin received Kim Jong Un for talks at Vostochny Cosmodrome, questions remain.',
		],
	],
	[
		'a journey of two stops, the host of the first named last',
		'pyongyang-2024',
		'2024-06-18',
		[
			'Putin sets off for Pyongyang',
			'Vladimir Putin is to land in the North Korean capital on Tuesday night.',
			'Trade, oil and workers are on the table, officials say.',
			'From there he flies on to Vietnam for a state visit.',
			'Kim Jong Un, for his part, wants technology.',
		],
	],
	[
		'the visit of 2024, Simplified',
		'pyongyang-2024',
		'2024-06-19',
		['普京抵达平壤', '金正恩到机场迎接普京，两人将举行会谈。'],
	],
	[
		'the visit of 2024, English',
		'pyongyang-2024',
		'2024-06-19',
		['Putin lands in Pyongyang', 'Kim Jong Un welcomed Vladimir Putin in Pyongyang ahead of their summit.'],
	],
	[
		'the meeting of 2019',
		'vladivostok-2019',
		'2019-04-25',
		[
			'Putin meets Kim Jong Un in Vladivostok',
			'Vladimir Putin and Kim Jong Un held their first summit in Vladivostok.',
		],
	],
	[
		'no date, but one event fits',
		'vostochny-2023',
		'',
		['金正恩与普京会晤', '普京和金正恩在东方航天发射场举行会谈，俄罗斯愿帮助朝鲜发射卫星。'],
	],
];

const NOT: [what: string, published: string, lines: string[]][] = [
	[
		'Beijing, September 2025',
		'2025-09-03',
		[
			'Putin and Kim Jong Un meet in Beijing',
			'Vladimir Putin and Kim Jong Un held talks in Beijing after a parade.',
		],
	],
	['Beijing, in Traditional', '2025-09-03', ['普丁與金正恩在北京會談', '兩人在北京舉行會談。']],
	[
		'Kim and Shoigu, September 2024',
		'2024-09-13',
		['金正恩会见绍伊古', '金正恩在平壤会见俄罗斯联邦安全会议秘书绍伊古。'],
	],
	[
		'Trump and Kim, 2018',
		'2018-06-12',
		['Trump and Kim Jong Un meet in Singapore', 'Donald Trump and Kim Jong Un held a summit in Singapore.'],
	],
	[
		'Putin at Vostochny without Kim',
		'2022-04-12',
		[
			'Putin visits the Vostochny Cosmodrome',
			'Vladimir Putin met Alexander Lukashenko at the Vostochny Cosmodrome.',
		],
	],
	[
		'a launch from Vostochny',
		'2023-08-11',
		['Luna-25 lifts off', 'A Soyuz-2 rocket took off from the Vostochny Cosmodrome in Russia.'],
	],
	['anniversary of the port', '2023-09-13', ['东方港迎来周年', '东方港的集装箱码头今天举行庆祝活动。']],
	['weather', '2023-09-13', ['Storm over the coast', 'Rain fell on Vladivostok all day.']],
];

describe('what a text is about', () => {
	it.each(ABOUT)('%s', async (_what, event, published, lines) => {
		expect((await read(published, lines)).about).toEqual([event]);
	});

	it.each(NOT)('is none of ours: %s', async (_what, published, lines) => {
		const { about } = await read(published, lines);
		expect(about).toEqual([]);
	});

	it('mentions what it looks back at', async () => {
		const lines = [
			'Putin lands in Pyongyang',
			'Kim Jong Un welcomed Vladimir Putin in Pyongyang ahead of their summit.',
			'They had met in September 2023 at the Vostochny Cosmodrome.',
		];
		const { about, mentions } = await read('2024-06-19', lines);
		expect(about).toEqual(['pyongyang-2024']);
		expect(mentions).toContain('vostochny-2023');
	});

	it('takes neither of two that fit when the page has no date', async () => {
		const lines = [
			'Putin and Kim Jong Un',
			'Vladimir Putin and Kim Jong Un hold a summit. They met in Vladivostok, in Pyongyang and at Vostochny Cosmodrome.',
		];
		expect((await read('', lines)).about).toEqual([]);
	});

	it('says why', async () => {
		const found = recognise(
			{
				title: '',
				published: '2023-09-13',
				blocks: [
					{
						role: 'body',
						text: 'x',
						entities: ['vladimir-putin', 'kim-jong-un', 'vostochny-cosmodrome'],
						terms: ['talks'],
					},
				],
			},
			models,
		);
		expect(found[0]?.why.join('; ')).toMatch(
			/participants 2 of 2; place, at the top;.*published 2023-09-13, near it/,
		);
	});

	it('reads teasers, comments and menus as no evidence', () => {
		const block = {
			text: 'x',
			entities: ['vladimir-putin', 'kim-jong-un', 'vostochny-cosmodrome'],
			terms: ['talks'],
		};
		for (const role of ['teaser', 'comment', 'chrome']) {
			expect(recognise({ title: '', published: '2023-09-13', blocks: [{ ...block, role }] }, models)).toEqual(
				[],
			);
		}
	});
});

it.each([
	['a year named as one', 'In 2023 they signed nothing.', true],
	['a year named in Chinese', '2023年，双方没有签署文件。', true],
	['the same digits in a sum', 'The hall has 2023 seats.', false],
	['another year', 'In 2019 they signed nothing.', false],
])('of a page without a date %s speaks for an event of that year, or not', async (_, line, speaks) => {
	const lines = ['Putin and Kim hold summit', 'Putin and Kim Jong Un met at the Vostochny Cosmodrome.', line];
	const { found } = await read('', lines);
	const why = found.find(({ id }) => id === 'vostochny-2023')?.why;
	expect(why).toContain(speaks ? 'its year is named' : 'no date on the page');
});
