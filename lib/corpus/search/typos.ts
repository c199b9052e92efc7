/** Terms that a mistyped word may mean: by letters left out, put in, changed, or two of them swapped. Touches nothing. */
import type { Cursor } from './cursor.ts';
import type { Dictionary } from './dictionary.ts';

/** As many mistakes as a word of that length may have; a second one not in its first letter. A figure has none: another year is another year. */
export const mistakesIn = (word: string): 0 | 1 | 2 =>
	word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 8 ? 1 : 2;

/** Terms passed by one by one under a beginning that is too far off, before the rest of them is jumped over. */
const STEPS = 8;

export interface Near {
	from: number;
	to: number;
	distance: number;
}

/** `most` terms, the nearest first. Optimal string alignment, row by row along the sorted dictionary. */
export function nearTerms(dictionary: Dictionary, word: string, most: number): Near[] {
	const allowed = mistakesIn(word);
	if (allowed === 0) return [];
	const first = word[0] as string;
	const latin = /^[a-z]/.test(first);
	const [start, end] = allowed === 1 && latin ? ['a', '{'] : [first, after(first)];
	const found: Near[] = [];
	const rows: Uint8Array[] = [Uint8Array.from({ length: word.length + 1 }, (_, i) => i)];
	const cursor = dictionary.seek(start);
	// Units of the term whose rows are filled; and how long a beginning of it is too far off already, 0: none.
	let known = 0;
	let dead = 0;
	let passed = 0;
	while (!cursor.ended && cursor.against(end) < 0) {
		if (dead > 0 && cursor.shared >= dead) {
			if (++passed < STEPS) cursor.next();
			else {
				const next = after(beginning(cursor, dead));
				if (next >= end) break;
				cursor.seek(next);
			}
			continue;
		}
		passed = 0;
		known = Math.min(known, cursor.shared);
		dead = 0;
		while (known < cursor.length && known <= word.length + allowed) {
			if (fill(rows, word, cursor.units, known++) <= allowed) continue;
			dead = known;
			break;
		}
		if (dead === 0 && known === cursor.length) {
			const distance = rows[known]?.[word.length] ?? 99;
			if (distance > 0 && distance <= allowed) found.push({ from: cursor.from, to: cursor.to, distance });
		}
		cursor.next();
	}
	return found.sort((a, b) => a.distance - b.distance || b.to - b.from - (a.to - a.from)).slice(0, most);
}

/** The row below the letter `term[depth]`; gives its least distance. */
function fill(rows: Uint8Array[], word: string, term: Uint16Array, depth: number): number {
	const width = word.length + 1;
	const above = rows[depth] as Uint8Array;
	const above2 = rows[depth - 1];
	const row = rows[depth + 1] ?? new Uint8Array(width);
	rows[depth + 1] = row;
	const letter = term[depth] as number;
	const letterBefore = depth > 0 ? (term[depth - 1] as number) : -1;
	row[0] = depth + 1;
	let least = depth + 1;
	for (let i = 1; i < width; i++) {
		const own = word.charCodeAt(i - 1);
		let cost = Math.min(
			(above[i] as number) + 1,
			(row[i - 1] as number) + 1,
			(above[i - 1] as number) + (own === letter ? 0 : 1),
		);
		if (above2 && i > 1 && own === letterBefore && word.charCodeAt(i - 2) === letter) {
			cost = Math.min(cost, (above2[i - 2] as number) + 1);
		}
		row[i] = cost;
		if (cost < least) least = cost;
	}
	return least;
}

const beginning = ({ units }: Cursor, length: number): string =>
	String.fromCharCode(...units.subarray(0, length));

/** The first text behind all that begin with `prefix`. */
export const after = (prefix: string): string =>
	prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
