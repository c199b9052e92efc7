/** Index bytes to something that finds names. */
import { read } from './format.ts';
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
	return new Scanner(read(bytes));
}
