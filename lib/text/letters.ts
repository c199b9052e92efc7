/** What a UTF-16 unit is, as far as finding names needs it: one table of flags. Touches nothing. */
import { foldTable } from './fold.ts';
import { ALPHABETS } from './fold-hand.ts';

/** A letter or digit of an alphabet whose words stand between spaces: two of these meeting are no boundary. Not Han. */
export const WORD = 1;
/** A letter that has another small form. */
export const UPPER = 2;
/** A letter that has another capital form. */
export const LOWER = 4;

/** Not the raised figures of notes (Putin¹). */
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

let table: Uint8Array | undefined;

/** The flags of every UTF-16 unit; made at the first call (some 3 ms cold), to be read only. */
export function letterTable(): Uint8Array {
	table ??= makeTable();
	return table;
}

function makeTable(): Uint8Array {
	const flags = new Uint8Array(0x10000);
	const fold = foldTable();
	for (const [first, last] of ALPHABETS) {
		for (let unit = first; unit <= last; unit++) flags[unit] = flagsOf(unit, fold[unit] ?? unit);
	}
	return flags;
}

/** WORD goes by the folded unit, so that a letter-like apostrophe (ʼ) counts as what it folds to. */
function flagsOf(unit: number, folded: number): number {
	if (!LETTER_OR_DIGIT.test(String.fromCharCode(folded))) return 0;
	const letter = String.fromCharCode(unit);
	const upper = letter.toLowerCase() !== letter ? UPPER : 0;
	const lower = letter.toUpperCase() !== letter ? LOWER : 0;
	return WORD | upper | lower;
}
