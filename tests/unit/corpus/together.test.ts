/** Rows asked for side by side are read in one go, and none twice. */
import { expect, it } from 'vitest';
import { together } from '../../../lib/corpus/together.ts';

it('what is asked for at once is read at once, and what is being read is not read again', async () => {
	const goes: number[][] = [];
	const waiting: (() => void)[] = [];
	const read = together(async (keys: number[]) => {
		goes.push(keys);
		await new Promise<void>((go) => waiting.push(go));
		return keys.map((key) => key * 10);
	}, String);
	const first = [read(1), read(2), read(1)];
	await expect.poll(() => waiting.length).toBe(1);
	const second = [read(2), read(3)];
	await expect.poll(() => waiting.length).toBe(2);
	for (const go of waiting) go();
	expect(await Promise.all([...first, ...second])).toEqual([10, 20, 10, 20, 30]);
	expect(goes).toEqual([[1, 2], [3]]);
});

it('a read that failed fails for all who asked, and the next one reads anew', async () => {
	let tries = 0;
	const read = together(async (keys: number[]) => {
		if (++tries === 1) throw new Error('closed');
		return keys;
	}, String);
	const all = await Promise.allSettled([read(1), read(2)]);
	expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(await read(1)).toBe(1);
});
