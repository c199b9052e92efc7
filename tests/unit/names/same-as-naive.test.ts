import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Name } from '../../../lib/names/index.ts';
import { foldUnit, SEPARATOR, SKIP } from '../../../lib/text/index.ts';
import { hits, indexOf, name } from './found.ts';
import { naiveScan } from './naive.ts';

/** Few letters, so that names overlap, begin alike and stand inside each other. */
const PARTS = [
	'a',
	'A',
	'b',
	'B',
	'1',
	'é',
	'к',
	'普',
	'京',
	'金',
	'東',
	'东',
	' ',
	'-',
	'·',
	'\u00ad',
	'\u200b',
	"'",
	'.',
	'𠮷',
];
const piece = fc.constantFrom(...PARTS);
const nameText = fc.array(piece, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
const names = fc.uniqueArray(
	fc.record({ text: nameText, entity: fc.nat(50), strength: fc.constantFrom('strong', 'weak') }),
	{ maxLength: 40, selector: ({ text }) => text },
);
const pageText = fc.array(fc.oneof(piece, nameText, fc.string({ unit: 'binary', maxLength: 2 })), {
	maxLength: 60,
});

const options = { numRuns: Number(process.env.FC_RUNS ?? 400) };

test('finds what the plainest search finds', async () => {
	await fc.assert(
		fc.asyncProperty(names, pageText, async (given, parts) => {
			const text = parts.join('');
			expect(hits(await indexOf(...(given as Name[])), text)).toEqual(naiveScan(given as Name[], text));
		}),
		options,
	);
});

test('any Unicode is safe, lone surrogates too: offsets ascend, lie inside, and begin and end at what counts', async () => {
	const anything = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units));
	const anyNames = fc.array(fc.oneof(nameText, fc.string({ unit: 'binary', minLength: 1, maxLength: 9 })), {
		maxLength: 30,
	});
	await fc.assert(
		fc.asyncProperty(anyNames, anything, async (given, noise) => {
			const text = given.join(noise.slice(0, 3)) + noise;
			let last = 0;
			for (const { start, end } of hits(await indexOf(...given), text)) {
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
				for (const at of [start, end - 1]) {
					expect([SKIP, SEPARATOR]).not.toContain(foldUnit(text.charCodeAt(at)));
				}
				last = end;
			}
		}),
		options,
	);
});

test('two texts with a full stop between are found as each alone', async () => {
	await fc.assert(
		fc.asyncProperty(names, pageText, pageText, async (given, one, other) => {
			const index = await indexOf(...(given as Name[]).filter(({ text }) => !text.includes('.')));
			const [left, right] = [one.join(''), other.join('')];
			const shift = left.length + 1;
			const moved = hits(index, right).map((hit) => ({
				...hit,
				start: hit.start + shift,
				end: hit.end + shift,
			}));
			expect(hits(index, `${left}.${right}`)).toEqual([...hits(index, left), ...moved]);
		}),
		options,
	);
});

test('every name is found in its own text, whatever others there are', async () => {
	await fc.assert(
		fc.asyncProperty(names, async (given) => {
			const index = await indexOf(...(given as Name[]));
			for (const { text } of given) {
				const alone = naiveScan([name(text)], text);
				if (alone.length > 0) expect(hits(index, text).length).toBeGreaterThan(0);
			}
		}),
		options,
	);
});
