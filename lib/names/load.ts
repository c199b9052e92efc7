/** Index bytes to something that finds names. */
import { foldTable, letterTable, SEPARATOR, SKIP, WORD } from '../text/index.ts';
import { FIRST_CODE, NONE, OTHER_LETTER, read, SEPARATION, SKIPPED } from './format.ts';
import type { Bearer } from './name.ts';
import { Scanner } from './scan.ts';

export interface NamesIndex {
	/**
	 * Names in `text`, flat: [start, end, ref, …], offsets in UTF-16 units, ascending and not overlapping. The leftmost
	 * wins, of those the longest whose word boundaries and capitals hold. Lone surrogates do no harm. Invisible units
	 * inside a name are passed over, a run of separators counts as one; a line break inside a Chinese word is a separator
	 * here, and is for the reader of the page to take out.
	 */
	scan(text: string): Int32Array;
	/** Who bears a name that this index found, by entity, each once. */
	bearers(ref: number): readonly Bearer[];
	/** How many different names there are, those that fold alike counted once. */
	readonly size: number;
}

/** Loads what `build` made, without copying when it starts on a multiple of four. Throws IndexError. */
export function load(bytes: Uint8Array | ArrayBuffer): NamesIndex {
	const sections = read(bytes);
	return new Scanner(sections, codeTable(sections.alphabet));
}

/** Code of every raw unit, folding included. */
function codeTable(alphabet: Uint16Array): Uint16Array {
	const folded = new Uint16Array(0x10000);
	for (let code = FIRST_CODE; code < alphabet.length; code++) folded[alphabet[code] as number] = code;
	folded[SKIP] = SKIPPED;
	folded[SEPARATOR] = SEPARATION;
	const codes = new Uint16Array(0x10000);
	const fold = foldTable();
	const letters = letterTable();
	for (let unit = 0; unit < codes.length; unit++) {
		const code = folded[fold[unit] as number] as number;
		codes[unit] = code === NONE && (letters[unit] as number) & WORD ? OTHER_LETTER : code;
	}
	return codes;
}
