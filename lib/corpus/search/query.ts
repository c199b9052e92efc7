/** What a reader typed, as terms that must all be met; and other ways to read it. Touches nothing. */
import { runsOf } from './words.ts';

/** UTF-16 units that are read of what was typed, and terms of that: more says no more. */
const LONGEST = 96;
const MOST = 16;
/** Letters of a piece. */
const LEAST = 4;

export interface Wanted {
	term: string;
	/** Of an alphabet: what begins so is meant too, and it may be mistyped. */
	latin: boolean;
}

/** The first is what was typed; the second, where there is one, the same with its words written together (pu jing). */
export function queriesOf(typed: string): Wanted[][] {
	const runs = runsOf(typed.slice(0, LONGEST));
	const wanted = runs
		.flatMap(({ text, han }): Wanted[] =>
			han === null
				? [{ term: text, latin: true }]
				: han.length === 1
					? [{ term: text, latin: false }]
					: han.slice(1).map((character, at) => ({ term: `${han[at]}${character}`, latin: false })),
		)
		.slice(0, MOST);
	if (wanted.length === 0) return [];
	const joined = runs.map(({ text }) => text).join('');
	const apart = runs.length > 1 && runs.length <= 4 && runs.every(({ han }) => han === null);
	return apart ? [wanted, [{ term: joined, latin: true }]] : [wanted];
}

/**
 * A long word taken apart: the longest known term it begins with, then the longest end that begins a known one. The two
 * may overlap, as pinyin is kept in stretches that do (dongfanghangtian, tianfashechang). null when it cannot be.
 */
export function piecesOf(
	word: string,
	known: (term: string) => boolean,
	begun: (start: string) => boolean,
): string[] | null {
	let head = word.length - 1;
	while (head >= LEAST && !known(word.slice(0, head))) head--;
	if (head < LEAST) return null;
	for (let at = 1; at <= head && word.length - at >= LEAST; at++) {
		if (begun(word.slice(at))) return [word.slice(0, head), word.slice(at)];
	}
	const more = piecesOf(word.slice(head), known, begun);
	return more && [word.slice(0, head), ...more];
}
