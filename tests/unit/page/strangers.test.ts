import { expect, it } from 'vitest';
import type { Span } from '../../../lib/names/page.ts';
import type { Doubt } from '../../../lib/page/ledger.ts';
import { createLifter } from '../../../lib/page/strangers.ts';

const doubtOf = (block: number) => ({ block }) as Doubt;

function start(answer: (texts: string[]) => Promise<Span[][]>) {
	const asked: string[][] = [];
	const lifted: number[] = [];
	const lift = createLifter(
		(texts) => {
			asked.push(texts);
			return answer(texts);
		},
		({ block }) => (block < 0 ? undefined : `text ${block % 3}`),
		({ block }) => lifted.push(block),
	);
	return { asked, lifted, lift };
}

it('asks for each text once, and lifts all doubts in it', async () => {
	const { asked, lifted, lift } = start(async (texts) => texts.map(() => []));
	expect(await lift([0, 1, 3, 4].map(doubtOf))).toBe(true);
	expect(await lift([6, 2].map(doubtOf))).toBe(true);
	expect(asked).toEqual([['text 0', 'text 1'], ['text 2']]);
	expect(lifted).toEqual([0, 3, 1, 4, 6, 2]);
});

it('leaves doubts where they are when strangers cannot be had, and asks no second time', async () => {
	const { asked, lifted, lift } = start(() => Promise.reject(new Error('no worker')));
	expect(await lift([doubtOf(0)])).toBe(false);
	expect(await lift([doubtOf(0), doubtOf(-1)])).toBe(false);
	expect(asked.length).toBe(1);
	expect(lifted).toEqual([]);
});
