import { describe, expect, test } from 'vitest';
import { build, load, type Name } from '../../../lib/names/index.ts';
import { found, indexOf, name } from './found.ts';

/** Many names of two to five Han characters, all different, without end. */
function* manyNames(): Generator<Name> {
	for (let entity = 0; ; entity++) {
		const digits = [entity % 97, Math.floor(entity / 97) % 89, Math.floor(entity / 8633) % 83];
		yield name(String.fromCharCode(...digits.map((digit) => 0x4e00 + digit * 31)), entity);
	}
}

function* first(count: number): Generator<Name> {
	for (const made of manyNames()) {
		if (made.entity === count) return;
		yield made;
	}
}

test('an empty index finds nothing', async () => {
	const index = await indexOf();
	expect(index.size).toBe(0);
	expect([...index.scan('普京 and Putin')]).toEqual([]);
});

test('names without anything to find are left out', async () => {
	const index = await indexOf('·', ' \u00ad', '', '普京\ud800', '普京');
	expect(index.size).toBe(1);
	expect(found(index, '普京\ud800 · ')).toEqual(['普京']);
});

test('a name too long or an ordinal too large is refused', async () => {
	await expect(build([name('a'.repeat(257))])).rejects.toMatchObject({ code: 'name-too-long' });
	await expect(build([name('a', 2 ** 24)])).rejects.toMatchObject({ code: 'too-many-entities' });
	expect(found(await indexOf('京'.repeat(256)), '京'.repeat(256))).toHaveLength(1);
});

test('every one of 50,000 names is found', async () => {
	const index = load(await build(first(50_000)));
	expect(index.size).toBe(50_000);
	for (const { text, entity } of first(50_000)) {
		const [start, end, ref = -1] = index.scan(text);
		if (start !== 0 || end !== 3 || index.bearers(ref)[0]?.entity !== entity)
			expect.fail(`${text} (${entity})`);
	}
});

test('every name is found where beginnings are too sparse for rows of cells', async () => {
	const names: Name[] = [];
	// Multiplicative steps through 20,000 Han characters: 400 beginnings, each a name, with 40 scattered third characters.
	const han = (at: number) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_011));
	for (let prefix = 0; prefix < 400; prefix++) {
		const beginning = han(prefix * 3 + 1) + han(prefix * 5 + 2);
		names.push(name(beginning, names.length));
		for (let third = 0; third < 40; third++) {
			names.push(name(`${beginning + han(prefix * 41 + third * 131)}国`, names.length));
		}
	}
	const index = await indexOf(...names);
	for (const { text } of names) {
		if (found(index, `${text}，`)[0] !== text) expect.fail(text);
		if (text.length === 4) expect(found(index, `${text.slice(0, 3)}，`)).toEqual([text.slice(0, 2)]);
	}
});

test('one beginning never goes on as another does', async () => {
	// Hangul: nothing in it folds.
	const units = Array.from({ length: 200 }, (_, at) => String.fromCharCode(0xac00 + at));
	const pairs = units.map(
		(unit, at) => [unit + units[(at * 7 + 1) % 200], unit + units[(at * 7 + 2) % 200]] as const,
	);
	const known = new Set(pairs.flat());
	const index = await indexOf(...known);
	for (const first of units) {
		const text = units.map((second) => `${first + second}，`).join('');
		expect(found(index, text)).toEqual(
			units.map((second) => first + second).filter((pair) => known.has(pair)),
		);
	}
});

describe('in slices', () => {
	test('the event loop goes on while a large index is built', async () => {
		let turns = 0;
		let building = true;
		const count = () => {
			turns++;
			if (building) setImmediate(count);
		};
		setImmediate(count);
		const before = performance.now();
		await build(first(100_000));
		building = false;
		// Slices are some 2 ms; 50 leaves room for a busy machine.
		expect(turns).toBeGreaterThan((performance.now() - before) / 50);
	});

	test('an aborted build rejects with the reason, at its start or on the way', async () => {
		const reason = new Error('not any more');
		await expect(build([name('普京')], AbortSignal.abort(reason))).rejects.toBe(reason);
		const controller = new AbortController();
		setTimeout(() => controller.abort(reason), 20);
		await expect(build(manyNames(), controller.signal)).rejects.toBe(reason);
	});

	test('an aborted build closes its source', async () => {
		let closed = false;
		const source = function* () {
			try {
				yield* manyNames();
			} finally {
				closed = true;
			}
		};
		await expect(build(source(), AbortSignal.timeout(20))).rejects.toThrow();
		expect(closed).toBe(true);
	});

	test('an error of the source comes through', async () => {
		const broken = function* () {
			yield name('普京');
			throw new RangeError('source');
		};
		await expect(build(broken())).rejects.toThrow('source');
	});
});
