/** Days and times told in part come out whole, in the three scripts; what is whole already, or no day at all, stays away. */
import { describe, expect, test } from 'vitest';
import { saidTimes } from '../../../lib/text/index.ts';

/** Thursday. */
const DAY = '2023-09-14';
const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const told = (text: string, published = DAY) =>
	saidTimes(text, published).map(({ start, end, day, precision, from, until }) =>
		[
			text.slice(start, end),
			day,
			...(precision === 'day' ? [] : [precision, clock(from), clock(until)]),
		].join(' '),
	);

describe('English', () => {
	test.each([
		['They met on Wednesday.', ['Wednesday 2023-09-13']],
		['Talks go on Saturday.', ['Saturday 2023-09-16']],
		['They met last Thursday and leave next Monday.', ['last Thursday 2023-09-07', 'next Monday 2023-09-18']],
		['It began early Wednesday.', ['early Wednesday 2023-09-13 part 0:00 6:00']],
		['It ended on Tuesday evening.', ['Tuesday evening 2023-09-12 part 17:00 21:00']],
		['The plane landed at 2:22 a.m. on Wednesday.', ['2:22 a.m. on Wednesday 2023-09-13 minute 2:22 2:22']],
		['They spoke at about 3 p.m. on Sept 13 for hours.', ['3 p.m. on Sept 13 2023-09-13 hour 15:00 16:00']],
		['Yesterday the bridge was crossed at 6:30.', ['Yesterday 2023-09-13']],
		['On 3 January they leave.', ['3 January 2024-01-03']],
	])('%s', (text, wanted) => expect(told(text)).toEqual(wanted));
});

describe('Chinese, both scripts', () => {
	test.each([
		['两人13日会面。', ['13日 2023-09-13']],
		['會談於週三舉行。', ['週三 2023-09-13']],
		['拜三見面', ['拜三 2023-09-13']],
		['专机于周三凌晨2时22分抵达。', ['周三凌晨2时22分 2023-09-13 minute 2:22 2:22']],
		[
			'專列12日清晨過橋，13日下午3點會談。',
			['12日清晨 2023-09-12 part 4:00 7:00', '13日下午3點 2023-09-13 hour 15:00 16:00'],
		],
		['9月13日晚上设宴。', ['9月13日晚上 2023-09-13 part 18:00 24:00']],
		['今早出发，明日返回。', ['今早 2023-09-14 part 6:00 12:00', '明日 2023-09-15']],
		['上周五抵达，下周一离开。', ['上周五 2023-09-08', '下周一 2023-09-18']],
		['（莫斯科14日讯）', ['14日 2023-09-14']],
	])('%s', (text, wanted) => expect(told(text)).toEqual(wanted));

	test('a day far ahead of the article’s is the month before’s', () => {
		expect(told('代表团30日启程。', '2023-10-01')).toEqual(['30日 2023-09-30']);
		expect(told('代表团31日启程。', '2023-10-01')).toEqual(['31日 2023-10-31']);
	});
});

test.each([
	'On 13 September 2023 they met.',
	'2023年9月13日',
	'日本和13日元',
	'周年纪念，周边国家，每星期三次',
	'September 2023 was warm, 2:22 a score and 650 km a way.',
	'There is no 31 February',
])('nothing is added: %s', (text) => expect(told(text)).toEqual([]));

test('without the article’s day only a date that is written out has its time', () => {
	expect(told('On Wednesday, and on 13 September 2023 at 2:22 a.m.', '')).toEqual([
		'13 September 2023 at 2:22 a.m. 2023-09-13 minute 2:22 2:22',
	]);
});
