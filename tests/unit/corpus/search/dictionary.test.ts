/** The dictionary and the typing mistakes it forgives, against a list read from end to end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reader, SearchDamaged, Writer } from '../../../../lib/corpus/search/bytes.ts';
import { Dictionary, DictionaryWriter } from '../../../../lib/corpus/search/dictionary.ts';
import { isPair, listsIn, PairsWriter, rowKey, rowOf } from '../../../../lib/corpus/search/pairs.ts';
import { mistakesIn, nearTerms } from '../../../../lib/corpus/search/typos.ts';
import { distance } from '../support/distance.ts';

const words = fc.uniqueArray(
	fc.string({ unit: fc.constantFrom(...'abcde普京丁'), minLength: 1, maxLength: 9 }),
	{
		minLength: 1,
		maxLength: 200,
	},
);

function dictionaryOf(terms: readonly string[]): Dictionary {
	const writer = new DictionaryWriter();
	for (const term of terms) writer.add(term, term.length);
	return new Dictionary(writer.done([1, 2, 3, 4]));
}

describe('the dictionary', () => {
	it('stands at the first term not before the one that is sought, and reads on from there', () => {
		fc.assert(
			fc.property(
				words,
				fc.string({ unit: fc.constantFrom(...'abcde普京丁'), maxLength: 6 }),
				(terms, wanted) => {
					terms.sort();
					const cursor = dictionaryOf(terms).seek(wanted);
					const read: [string, number][] = [];
					for (; !cursor.ended; cursor.next()) read.push([cursor.term, cursor.to - cursor.from]);
					expect(read).toEqual(terms.filter((term) => term >= wanted).map((term) => [term, term.length]));
				},
			),
		);
	});

	it('of a pack without a term finds nothing', () => {
		expect(dictionaryOf([]).seek('a').ended).toBe(true);
	});

	it('with one bit changed, or cut off, is refused and not misread', () => {
		const writer = new DictionaryWriter();
		for (const term of ['kim', 'putin', '普京']) writer.add(term, 3);
		const bytes = writer.done([1, 2, 3, 4]);
		for (let at = 0; at < bytes.length; at++) {
			const bad = bytes.slice();
			bad[at] = (bad[at] as number) ^ 4;
			expect(() => new Dictionary(bad), String(at)).toThrow(SearchDamaged);
			expect(() => new Dictionary(bytes.slice(0, at))).toThrow(SearchDamaged);
		}
	});
});

describe('pairs of Chinese signs', () => {
	it('are found with their postings in the row that the dictionary names, and others are not', () => {
		const pair = fc.string({ unit: fc.constantFrom(...'普京丁𠮷ー海港ノ'), minLength: 2, maxLength: 2 });
		const list = (most: number) => fc.uniqueArray(fc.nat(1 << 20), { maxLength: most });
		const term = fc.tuple(pair.filter(isPair), list(900), list(3000));
		const posted = fc.uniqueArray(term, { selector: ([text]) => text, maxLength: 40 });
		fc.assert(
			fc.property(posted, fc.array(pair), (terms, others) => {
				terms.sort(([a], [b]) => (a < b ? -1 : 1));
				const writer = new PairsWriter();
				for (const [text, ...lists] of terms) {
					for (const one of lists) one.sort((a, b) => a - b);
					writer.add(text, ...lists);
				}
				const rows = new Map(writer.done());
				const dictionary = dictionaryOf(['putin', ...Array.from(rows.keys(), rowKey)]);
				const read = (text: string) => {
					const last = rowOf(dictionary, text);
					return last === null ? null : listsIn(rows.get(last) as Uint8Array, text);
				};
				for (const [text, ...lists] of terms) expect(read(text)?.map((one) => [...one])).toEqual(lists);
				for (const text of others) if (!terms.some(([one]) => one === text)) expect(read(text)).toBeNull();
			}),
			{ numRuns: 40 },
		);
	});
});

describe('typing mistakes', () => {
	it('one in four letters and two in eight find the very terms that reading all of them would', () => {
		const letters = (min: number, max: number) =>
			fc.string({ unit: fc.constantFrom(...'abc'), minLength: min, maxLength: max });
		fc.assert(
			fc.property(
				fc.uniqueArray(letters(1, 10), { minLength: 1, maxLength: 300 }),
				letters(4, 10),
				(terms, word) => {
					terms.sort();
					const most = mistakesIn(word);
					const near = nearTerms(dictionaryOf(terms), word, 1000).map((one) => one.distance);
					const wanted = terms
						.filter((term) => most === 1 || term[0] === word[0])
						.map((term) => distance(term, word))
						.filter((one) => one > 0 && one <= most);
					expect(near.sort()).toEqual(wanted.sort());
				},
			),
		);
	});

	it('are not looked for in short words', () => {
		expect(nearTerms(dictionaryOf(['kim', 'kin']), 'kin', 9)).toEqual([]);
	});
});

describe('numbers, lists and texts', () => {
	it('come back as they were written', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(2 ** 31)), fc.string(), fc.string(), (list, one, two) => {
				list.sort((a, b) => a - b);
				const writer = new Writer();
				writer.list(list);
				writer.text(one);
				writer.text(two, one);
				const reader = new Reader(writer.taken());
				expect([...reader.list()]).toEqual(list);
				expect(reader.text()).toBe(one);
				expect(reader.text(one)).toBe(two);
				expect(() => reader.number()).toThrow(SearchDamaged);
			}),
		);
	});
});
