import { expect, test } from 'vitest';
import { found, indexOf, name } from './found.ts';

/** Generous: these guard against a quadratic blow-up, which would take minutes. (Under vitest imports are getters: ten times slower.) */
const BOUND_MS = 5000;

function inTime(run: () => void): void {
	const before = performance.now();
	run();
	expect(performance.now() - before).toBeLessThan(BOUND_MS);
}

test('ten million units in one text', async () => {
	const index = await indexOf('普京', 'Kim Jong Un', '金正恩');
	const text = '普京和金正恩在一起 and Kim Jong Un. '.repeat(330_000);
	inTime(() => expect(index.scan(text).length).toBe(330_000 * 9));
});

test('lone surrogates in a text hide no name beside them, and a name made of one is found nowhere', async () => {
	const index = await indexOf('普京', 'Kim Jong Un', '\ud842', '𠮷野');
	const text = '\ud800普京\udc00 \udfb7Kim Jong Un\ud842、𠮷野\ud842'.repeat(100_000);
	inTime(() => expect(index.scan(text).length).toBe(3 * 3 * 100_000));
	expect(found(index, '\ud842普京\udfb7野')).toEqual(['普京']);
});

test('aaaa… against aaaa…', async () => {
	const lengths = Array.from({ length: 128 }, (_, at) => at + 1);
	const index = await indexOf(
		...lengths.map((length) => 'a'.repeat(length)),
		...lengths.map((length) => '京'.repeat(length)),
	);
	inTime(() => expect(index.scan('a'.repeat(5_000_000)).length).toBe(0));
	inTime(() => expect(index.scan('京'.repeat(1_280_000)).length).toBe(30_000));
});

test('names that almost match at every place', async () => {
	const index = await indexOf(`${'京'.repeat(127)}国`, `${'a '.repeat(63)}b`);
	inTime(() => expect(found(index, '京'.repeat(60_000))).toEqual([]));
	inTime(() => expect(found(index, 'a '.repeat(30_000))).toEqual([]));
});

test('long runs of what is passed over', async () => {
	const index = await indexOf('a b', '普京', 'a');
	inTime(() => expect(found(index, `普${'\u00ad'.repeat(3_000_000)}京`)).toEqual([]));
	inTime(() => expect(found(index, `a${' '.repeat(3_000_000)}b`)).toEqual(['a']));
	inTime(() => found(index, `a${'\u200b'.repeat(500)} `.repeat(2_000)));
});

test('a hundred thousand names alike', async () => {
	const index = await indexOf(...Array.from({ length: 100_000 }, (_, entity) => name('普京', entity)));
	const [, , ref = -1] = index.scan('普京');
	expect(index.size).toBe(1);
	expect(index.bearers(ref)).toHaveLength(100_000);
});
