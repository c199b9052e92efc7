/** Long work shares its thread: whoever asks is answered in between, and the work still ends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breathing, inSlices, sorting } from '../../../lib/names/index.ts';

const run = <T>(work: Generator<void, T>): T => {
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
};

/** Does nothing for `ms` in steps of a tenth of one. */
function* busy(ms: number): Generator<void, number> {
	const start = performance.now();
	let steps = 0;
	while (performance.now() - start < ms) {
		for (const until = performance.now() + 0.1; performance.now() < until; );
		steps++;
		yield;
	}
	return steps;
}

describe('breathing', () => {
	test('work waits while others ask, and goes on when they were answered', async () => {
		let answered: () => void = () => undefined;
		let asked: Promise<void> | undefined = new Promise((done) => {
			answered = done;
		});
		let ended = false;
		const work = inSlices(
			busy(5),
			undefined,
			breathing(() => asked),
		).then(() => {
			ended = true;
		});
		await new Promise((resume) => setTimeout(resume, 60));
		expect(ended).toBe(false);
		asked = undefined;
		answered();
		await work;
		expect(ended).toBe(true);
	});

	test('work ends though somebody never stops asking', async () => {
		const never = new Promise<void>(() => undefined);
		await inSlices(
			busy(3),
			undefined,
			breathing(() => never),
		);
	});
});

test('sorts in steps as it would at once; alike ones stay in their order', () => {
	const list = fc.array(fc.record({ key: fc.nat(50), place: fc.nat() }), { maxLength: 2000 });
	const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
	fc.assert(
		fc.property(list, (all) => {
			expect(run(sorting([...all], byKey))).toEqual([...all].sort(byKey));
		}),
		{ numRuns: 60 },
	);
});
