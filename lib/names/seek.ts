/** The inner loop of the scan: leaps to the next place where a name may begin. Touches nothing. */
import { foldTable, letterTable, SEPARATOR, SKIP, WORD } from '../text/index.ts';
import { FIRST_CODE, NONE, OTHER_LETTER, SEPARATION, type Sections, SKIPPED } from './format.ts';
import { ENDS, LISTED } from './node.ts';

/** In an element of `unitTable`: the code of the unit. Above it: the same code if a name may begin with the unit, else 0. */
export const CODE = 0xffff;
const BEGINS = 16;

/**
 * What the scan must know of every raw unit, folding included, in one number (see CODE). At a unit to be passed over the
 * scan always stops, since the unit before it may begin a name.
 */
export function unitTable({ alphabet, base, smallEnd }: Sections): Int32Array {
	const byFold = new Int32Array(0x10000);
	byFold[SKIP] = SKIPPED | (SKIPPED << BEGINS);
	byFold[SEPARATOR] = SEPARATION;
	for (let code = FIRST_CODE; code < alphabet.length; code++) {
		byFold[alphabet[code] as number] = base[code] === 0 ? code : code | (code << BEGINS);
	}
	const table = new Int32Array(0x10000);
	const fold = foldTable();
	const letters = letterTable();
	for (let unit = 0; unit < table.length; unit++) {
		const value = byFold[fold[unit] as number] as number;
		table[unit] = value === NONE && (letters[unit] as number) & WORD ? OTHER_LETTER : value;
	}
	// Most English words begin small, and most English names do not.
	for (let unit = 0x61; unit <= 0x7a; unit++) {
		const code = (table[unit] as number) & CODE;
		if (code >= smallEnd) table[unit] = code;
	}
	return table;
}

/**
 * By the code of the first unit, where the codes that may follow it are found: the row of cells of its node; a row where
 * nothing is, for code 0; and one where everything is, for nodes that are no plain row.
 */
export function rowTable({ alphabet, base, check }: Sections): Int32Array {
	const everything = check.length - alphabet.length;
	const nothing = everything - alphabet.length;
	return Int32Array.from(alphabet, (_, code) => {
		const node = base[code] as number;
		if (code === 0) return nothing;
		return node > 0 && (node & (ENDS | LISTED)) === 0 ? node >> 2 : everything;
	});
}

/**
 * The next place from `from` on whose two units may begin a name, or the unit after such a place if that unit is to be
 * passed over; the text's length when there is none. Calls nothing and branches once a place, two at a time.
 */
export function seek(
	text: string,
	from: number,
	units: Int32Array,
	rows: Int32Array,
	check: Uint16Array,
): number {
	if (from >= text.length) return text.length;
	let at = from;
	let unit = units[text.charCodeAt(at)] as number;
	for (const last = text.length - 2; at < last; at += 2) {
		const next = units[text.charCodeAt(at + 1)] as number;
		const code = next & CODE;
		if (check[(rows[unit >>> BEGINS] as number) + code] === code) return at;
		unit = units[text.charCodeAt(at + 2)] as number;
		const other = unit & CODE;
		if (check[(rows[next >>> BEGINS] as number) + other] === other) return at + 1;
	}
	// One or two units are left: no pair, or a pair and the last.
	for (; at < text.length; at++) {
		if ((units[text.charCodeAt(at)] as number) >>> BEGINS !== 0) return at;
	}
	return at;
}
