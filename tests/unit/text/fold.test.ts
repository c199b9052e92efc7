import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldKey, foldUnit, foldVersion, SEPARATOR, SKIP } from '../../../lib/text/index.ts';

const anything = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.array(fc.nat(0xffff), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
);

describe('fold', () => {
	test('keeps the length, and folds unit by unit', () => {
		fc.assert(
			fc.property(anything, (text) => {
				const folded = fold(text);
				expect(folded).toHaveLength(text.length);
				for (let at = 0; at < text.length; at++) {
					expect(folded.charCodeAt(at)).toBe(foldUnit(text.charCodeAt(at)));
				}
			}),
		);
		expect(fold('普'.repeat(100_000))).toHaveLength(100_000);
	});

	test('folding twice is folding once, for every unit', () => {
		for (let unit = 0; unit <= 0xffff; unit++) {
			if (foldUnit(foldUnit(unit)) !== foldUnit(unit)) expect.fail(`U+${unit.toString(16)}`);
		}
	});

	test('surrogates stay themselves', () => {
		for (let unit = 0xd800; unit <= 0xdfff; unit++) expect(foldUnit(unit)).toBe(unit);
	});

	test('a capital and its small letter fold alike', () => {
		// ν looks like v and Ν like N; the long s and its capital are S.
		const apart = new Set('Νν');
		for (let unit = 0; unit < 0x530; unit++) {
			const letter = String.fromCharCode(unit);
			const small = letter.toLowerCase();
			if (small.length !== 1 || apart.has(letter)) continue;
			expect(foldUnit(small.charCodeAt(0)), letter).toBe(foldUnit(unit));
		}
	});

	test('spaces of every kind separate', () => {
		for (let unit = 0; unit <= 0xffff; unit++) {
			const space = /\s/.test(String.fromCharCode(unit)) && unit !== 0xfeff;
			if (space && foldUnit(unit) !== SEPARATOR) expect.fail(`U+${unit.toString(16)}`);
		}
	});

	test.each([...'\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f\u202a\u2069\u0301\u061c'])(
		'%j is passed over',
		(unit) => {
			expect(foldUnit(unit.charCodeAt(0))).toBe(SKIP);
		},
	);

	test('the long dash and the full stop are themselves', () => {
		expect(fold('—。.，')).toBe('—。.,');
	});

	test('its version is a number of 32 bits', () => {
		expect(foldVersion()).toBe(foldVersion() >>> 0);
		expect(foldVersion()).toBeGreaterThan(0);
	});
});

describe('foldKey', () => {
	test('drops what is passed over, collapses separators, and has none around', () => {
		expect(foldKey(' \u00adKim -\u200b Jong‐un· ')).toBe('kim jong un');
		expect(foldKey(' · ')).toBe('');
	});

	test('of a key is the key', () => {
		fc.assert(fc.property(anything, (text) => foldKey(foldKey(text)) === foldKey(text)));
	});

	test.each([
		['東方航天發射場', '东方航天发射场'],
		['瞭解', '了解'],
		['砲彈', '炮弹'],
		['鍾', '锺'],
		['著名', '着名'],
		['臺灣', '台湾'],
		['衞', '卫'],
		['裡', '里'],
		['裏', '裡'],
		['戶', '戸'],
		['內', '内'],
		['說', '説'],
		['麪', '麵'],
		['靑', '青'],
		['勞', '劳'],
		['\uf92f', '劳'],
		['⼈', '人'],
		['ｱ', 'ア'],
		['Сosmodrome', 'Cosmodrome'],
		['ΤΑSS', 'TASS'],
		['ÉLYSÉE', 'elysee'],
		['Łódź', 'lodz'],
		['İstanbul', 'istanbul'],
		['「聯盟」', '“联盟”'],
		['O‘Brien', "O'Brien"],
		['Ｓｕ－５７', 'su-57'],
	])('%s = %s', (one, other) => {
		expect(foldKey(one)).toBe(foldKey(other));
	});

	test.each([
		['金正恩', '金正日'],
		['沈', '沉'],
		['未', '末'],
		['土', '士'],
	])('%s ≠ %s', (one, other) => {
		expect(foldKey(one)).not.toBe(foldKey(other));
	});
});
