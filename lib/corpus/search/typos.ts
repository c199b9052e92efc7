/** Terms that a mistyped word may mean: by letters left out, put in, changed, or two of them swapped. Touches nothing. */
import type { Cursor, Dictionary } from './dictionary.ts';

/** As many mistakes as a word of that length may have; a second one not in its first letter. */
export const mistakesIn = (word: string): 0 | 1 | 2 => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/** Depth to which whole branches of the dictionary are jumped over; deeper, reading on is quicker. */
const JUMPS = 4;

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
	let before = '';
	let cursor: Cursor = dictionary.seek(start);
	while (!cursor.ended && cursor.term < end) {
		const { term } = cursor;
		let depth = 0;
		while (depth < before.length && term.charCodeAt(depth) === before.charCodeAt(depth)) depth++;
		let least = 0;
		while (depth < term.length && depth <= word.length + allowed) {
			least = fill(rows, word, term, depth++);
			if (least > allowed) break;
		}
		before = term.slice(0, depth);
		if (least > allowed && depth <= JUMPS) {
			const next = after(before);
			if (next >= end) break;
			cursor = dictionary.seek(next);
			continue;
		}
		const distance = rows[term.length]?.[word.length] ?? 99;
		if (depth === term.length && distance > 0 && distance <= allowed) {
			found.push({ from: cursor.from, to: cursor.to, distance });
		}
		cursor.next();
	}
	return found.sort((a, b) => a.distance - b.distance || b.to - b.from - (a.to - a.from)).slice(0, most);
}

/** The row below the letter `term[depth]`; gives its least distance. */
function fill(rows: Uint8Array[], word: string, term: string, depth: number): number {
	const width = word.length + 1;
	const above = rows[depth] as Uint8Array;
	const above2 = rows[depth - 1];
	const row = rows[depth + 1] ?? new Uint8Array(width);
	rows[depth + 1] = row;
	const letter = term.charCodeAt(depth);
	const letterBefore = term.charCodeAt(depth - 1);
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

/** The first text behind all that begin with `prefix`. */
export const after = (prefix: string): string =>
	prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
