import { describe, expect, it } from 'vitest';
import { type Match, matchValue } from '../../../lib/events/values.ts';
import type { Value } from '../../../lib/packs/index.ts';

const exact = { precision: 'exact' } as const;
const years4 = { duration: 'P4Y5M', ...exact } as Value;
const published = '2023-09-14';

const CASES: [text: string, value: Value, match: Match][] = [
	['两人时隔4年5个月再次见面', years4, 'same'],
	['兩人時隔四年五個月再度碰面', years4, 'same'],
	['They met for the first time in four years and five months', years4, 'same'],
	['這是四年來的第一次', years4, 'coarser'],
	['It was their first meeting in four years', years4, 'coarser'],
	['时隔六年再见', years4, 'other'],
	['两人再次见面', years4, 'none'],
	['时隔4年5个月', { duration: 'P4Y', ...exact } as Value, 'finer'],
	['谈了两个多小时', { duration: 'PT2H', precision: 'more-than' } as Value, 'same'],
	['talks of over two hours', { duration: 'PT2H', precision: 'more-than' } as Value, 'same'],
	['一個半月前已經談妥', { duration: 'P6W', precision: 'about' } as Value, 'coarser'],
	['each flew about 650 km', { number: 650, unit: 'km', precision: 'about' } as Value, 'same'],
	['均飛行六百五十公里', { number: 650, unit: 'km', precision: 'about' } as Value, 'same'],
	['flew 800 kilometres', { number: 650, unit: 'km', precision: 'about' } as Value, 'other'],
	['the missile costs 650 million won', { number: 650, unit: 'km', precision: 'about' } as Value, 'none'],
	['发射了两枚导弹', { number: 2, unit: 'missiles', precision: 'exact' } as Value, 'same'],
	['fired two missiles', { number: 2, unit: 'missiles', precision: 'exact' } as Value, 'same'],
	['将于10月访问', { number: 10, unit: 'month', precision: 'exact' } as Value, 'same'],
	['is expected in October', { number: 10, unit: 'month', precision: 'exact' } as Value, 'same'],
	['凌晨2时22分降落', { date: '2024-06-19T02:22+09:00' } as Value, 'same'],
	['landed at 2:22 a.m.', { date: '2024-06-19T02:22+09:00' } as Value, 'same'],
	['landed at 2:46 a.m.', { date: '2024-06-19T02:22+09:00' } as Value, 'other'],
	['周五上午参观', { date: '2023-09-15' } as Value, 'same'],
	['明日參觀工廠', { date: '2023-09-15' } as Value, 'same'],
	['on Wednesday', { date: '2023-09-13' } as Value, 'same'],
	['9月13日會晤', { date: '2023-09-13' } as Value, 'same'],
	['13日會晤', { date: '2023-09-13' } as Value, 'same'],
	['Sept. 13, 2022', { date: '2023-09-13' } as Value, 'other'],
];

describe('values in sentences', () => {
	it.each(CASES)('%s', (text, value, match) => {
		expect(matchValue(text, value, { published, entities: new Set() })).toBe(match);
	});
});
