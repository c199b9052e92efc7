/** What a reader typed, as terms that must all be met; and other ways to read it. Touches nothing. */
import { runsOf } from './words.ts';

/** UTF-16 units that are read of what was typed, and terms of that: more says no more. */
const LONGEST = 96;
const MOST = 16;

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

/** A long word taken apart into terms that are known (dongfang·hangtian·fashe); null when it cannot be. */
export function piecesOf(
	word: string,
	known: (term: string) => boolean,
	begun: (start: string) => boolean,
): string[] | null {
	for (let at = Math.min(word.length - 2, 24); at >= 4; at--) {
		if (!known(word.slice(0, at))) continue;
		const rest = word.slice(at);
		const more = begun(rest) ? [rest] : rest.length > 5 ? piecesOf(rest, known, begun) : null;
		if (more) return [word.slice(0, at), ...more];
	}
	return null;
}
