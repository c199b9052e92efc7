import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepPace, type Turn } from '../../../lib/page/pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(turns: Partial<Turn>[], rests = () => false) {
	const begun: number[] = [];
	const controller = new AbortController();
	const again = keepPace(
		async () => {
			begun.push(Date.now() - from);
			return { spent: 0, done: true, more: false, ...(turns.shift() ?? {}) };
		},
		rests,
		controller.signal,
	);
	return { begun, again, controller };
}
let from = 0;
beforeEach(() => {
	from = Date.now();
});

it('works at once, and again as late as the last time cost', async () => {
	const { begun, again } = start([{ spent: 30 }]);
	await vi.advanceTimersByTimeAsync(0);
	again();
	again();
	await vi.advanceTimersByTimeAsync(10_000);
	// 30 ms are 2 % of a second and a half.
	expect(begun).toEqual([0, 1500]);
});

it('waits ten seconds at the most, however long the last time took', async () => {
	const { begun, again } = start([{ spent: 3000 }]);
	await vi.advanceTimersByTimeAsync(0);
	again();
	await vi.advanceTimersByTimeAsync(20_000);
	expect(begun).toEqual([0, 10_000]);
});

it('asks four times at the most where nobody answers, later each time', async () => {
	const failed = { done: false, more: true };
	const { begun } = start(Array.from({ length: 10 }, () => failed));
	await vi.advanceTimersByTimeAsync(60_000);
	expect(begun).toEqual([0, 400, 2000, 8400]);
});

it('rests while nobody looks, and for ever after the end', async () => {
	let hidden = true;
	const { begun, again, controller } = start([], () => hidden);
	again();
	await vi.advanceTimersByTimeAsync(1000);
	expect(begun).toEqual([0]);
	hidden = false;
	again();
	await vi.advanceTimersByTimeAsync(1000);
	expect(begun.length).toBe(2);
	again();
	controller.abort();
	await vi.advanceTimersByTimeAsync(1000);
	again();
	await vi.advanceTimersByTimeAsync(1000);
	expect(begun.length).toBe(2);
});
