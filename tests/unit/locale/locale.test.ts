import { describe, expect, test } from 'vitest';
import type { When } from '../../../lib/corpus/views.ts';
import { locale, uiLang } from '../../../lib/locale/index.ts';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import zhTW from '../../../public/_locales/zh_TW/messages.json' with { type: 'json' };

type Messages = Record<string, { message: string }>;
const FILES: Record<string, Messages> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };
const holders = (text: string) => [...text.matchAll(/\$\d/g)].map(([holder]) => holder).sort();

test('brackets, colons and the space between sentences are those of the script', () => {
	const marks = (tag: string) => {
		const { aside, colon, gap } = locale(tag);
		return `a${gap}${aside('b')}${colon}c${gap}d`;
	};
	expect(marks('en')).toBe('a (b): c d');
	expect(marks('zh-CN')).toBe('a（b）：cd');
	expect(marks('zh-TW')).toBe('a（b）：cd');
});

describe.each(['zh-CN', 'zh-TW'])('%s', (lang) => {
	const file = FILES[lang] as Messages;

	test('has every text the English file has, and no other', () => {
		expect(Object.keys(file)).toEqual(Object.keys(en));
	});

	test('uses the same placeholders, each once', () => {
		for (const [key, { message }] of Object.entries(en)) {
			expect([key, ...holders(file[key]?.message ?? '')]).toEqual([key, ...new Set(holders(message))]);
		}
	});
});

test('placeholders are $1 to $3 only, as Chrome and our own reader both know them', () => {
	for (const file of Object.values(FILES)) {
		for (const { message } of Object.values(file)) expect(message).not.toMatch(/\$(?![1-3](?!\d))/);
	}
});

test('Taiwan texts carry Taiwan words, not converted ones', () => {
	const all = Object.values(zhTW as Messages)
		.map(({ message }) => message)
		.join('\n');
	expect(all).not.toMatch(
		/擴展|網絡|鏈接|屏幕|數據|信息|默認|標籤頁|瀏覽器插件|賬號|保存|點擊|側邊欄|私密視窗|瀏覽記錄/,
	);
});

test('stores refuse a description longer than 132 characters', () => {
	for (const file of Object.values(FILES))
		expect(file.extDescription?.message.length).toBeLessThanOrEqual(132);
});

test('chooses by script, also where only a region is given', () => {
	const chosen = (...tags: string[]) => tags.map(uiLang);
	expect(chosen('zh-TW', 'zh-Hant', 'zh-HK', 'zh-MO', 'zh-Hant-HK')).toEqual(Array(5).fill('zh-TW'));
	expect(chosen('zh', 'zh-CN', 'zh-SG', 'zh-Hans-MY')).toEqual(Array(4).fill('zh-CN'));
	expect(chosen('en-GB', 'fr', '', 'zhx', 'not a tag')).toEqual(Array(5).fill('en'));
	expect(() => locale('zh-CN-bad tag')).not.toThrow();
});

test('English has a singular', () => {
	expect([1, 2, 0].map((n) => locale('en').count('articles', n))).toEqual([
		'1 article',
		'2 articles',
		'0 articles',
	]);
	expect(locale('zh-CN').count('articles', 1)).toBe('1 篇报道');
});

describe('dates', () => {
	const when = (start: string, precision: When['precision'], rest: Partial<When> = {}): When => ({
		start,
		end: null,
		precision,
		zone: null,
		...rest,
	});
	const gb = locale('en-GB');

	test('are never more exact than known', () => {
		expect(gb.when(when('2023-09-13', 'day'))).toBe('13 September 2023');
		expect(gb.when(when('2023-09-13', 'month'))).toBe('September 2023');
		expect(gb.when(when('2023-09', 'day'))).toBe('September 2023');
		expect(gb.when(when('2023', 'minute'))).toBe('2023');
		expect(gb.day('2023-09')).toBe('September 2023');
	});

	test('carry the year at both ends of a span', () => {
		expect(gb.when(when('2023-09-12', 'day', { end: '2023-09-17' }))).toBe(
			'12 September 2023 – 17 September 2023',
		);
		expect(gb.when(when('2023-09-12', 'month', { end: '2023-09-17' }))).toBe('September 2023');
		expect(locale('zh-TW').when(when('2023-09-12', 'day', { end: '2023-09-17' }))).toBe(
			'2023年9月12日 – 2023年9月17日',
		);
	});

	test('an outlet’s day stays the day it printed, whatever the reader’s zone', () => {
		expect(gb.day('2023-09-13T23:51+08:00')).toBe('13 Sept 2023');
	});

	test('times are told at the place and at the reader’s', () => {
		const landing = when('2024-06-18T17:22Z', 'minute', { zone: 'Asia/Pyongyang' });
		expect(gb.when(landing)).toBe('19 June 2024, 02:22 UTC+9');
		expect(gb.whenAtReader(landing, 'Europe/Moscow')).toBe('18 June 2024, 20:22');
		expect(gb.whenAtReader(landing, 'Asia/Tokyo')).toBeNull();
		expect(gb.whenAtReader(landing, 'Asia/Shanghai')).toBe('01:22');
	});

	test('an hour alone is written as a time of day in each language', () => {
		const noon = when('2023-09-13T04:00Z', 'hour', { zone: 'Asia/Yakutsk' });
		const said = (tag: string) => locale(tag).when(noon).replaceAll('\u202f', ' ');
		expect(said('en-GB')).toBe('13 September 2023, 1 pm UTC+9');
		expect(said('en-US')).toBe('September 13, 2023, 1 PM UTC+9');
		expect(said('de')).toBe('13 September 2023, 1 pm UTC+9');
		expect(said('zh-CN')).toBe('2023年9月13日 13时 UTC+9');
		expect(said('zh-TW')).toBe('2023年9月13日 下午1時 UTC+9');
	});

	test('a clock time without a zone is shown as written and moved nowhere', () => {
		const unplaced = when('2023-09-14T19:31', 'minute', { zone: 'Asia/Taipei' });
		expect(gb.when(unplaced)).toBe('14 September 2023, 19:31');
		expect(gb.whenAtReader(unplaced, 'Europe/Moscow')).toBeNull();
		expect(gb.when(when('2023-09-13T19:51+08:00', 'minute'))).toBe('13 September 2023, 19:51 UTC+8');
	});
});
