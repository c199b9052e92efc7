/** Terms that a mistyped word may mean: by letters left out, put in, changed, or two of them swapped. Touches nothing. */
import type { Dictionary } from './dictionary.ts';

/** As many mistakes as a word of that length may have; a second one not in its first letter. A figure has none: another year is another year. */
export const mistakesIn = (word: string): 0 | 1 | 2 =>
	word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 8 ? 1 : 2;

/** Terms passed by one by one under a beginning that is too far off, before the rest of them is jumped over. */
const STEPS = 4;

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
				const next = nextNear(rows, word, cursor.units.subarray(0, dead), allowed);
				if (next === null || next >= end) break;
				cursor.seek(next);
			}
			continue;
		}
		passed = 0;
		known = Math.min(known, cursor.shared);
		dead = 0;
		while (known < cursor.length && known <= word.length + allowed) {
			const least = fill(rows, word, allowed, known, cursor.units[known], cursor.units[known - 1]);
			known++;
			if (least <= allowed) continue;
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

/** No near term behind all that begin with `dead`, whose rows are filled, is before this text; null: there is none. */
function nextNear(rows: Uint8Array[], word: string, dead: Uint16Array, allowed: number): string | null {
	for (let depth = dead.length - 1; depth >= 0; depth--) {
		let letter = leading(rows, word, allowed, depth, dead[depth - 1], (dead[depth] as number) + 1);
		if (letter === null) continue;
		const next = [...dead.subarray(0, depth)];
		while (letter !== null) {
			fill(rows, word, allowed, next.length, letter, next.at(-1));
			next.push(letter);
			if ((rows[next.length]?.[word.length] ?? 0) <= allowed) break;
			letter = leading(rows, word, allowed, next.length, letter, 0);
		}
		return String.fromCharCode(...next);
	}
	return null;
}

/** The first letter from `from` on below which the row at `depth` leads on. With no mistake left, only letters of the word do. */
function leading(
	rows: Uint8Array[],
	word: string,
	allowed: number,
	depth: number,
	letterBefore: number | undefined,
	from: number,
): number | null {
	const above = rows[depth] as Uint8Array;
	const above2 = rows[depth - 1];
	let first = 0xffff;
	for (let i = Math.max(0, depth - allowed); i <= word.length && i <= depth + allowed; i++) {
		if ((above[i] as number) < allowed) return from || null;
		const own = word.charCodeAt(i);
		const swapped = above2 && (above2[i] as number) < allowed && word.charCodeAt(i + 1) === letterBefore;
		if ((above[i] === allowed || swapped) && own >= from && own < first) first = own;
	}
	return first < 0xffff ? first : null;
}

/** The row below a letter at `depth`, behind `letterBefore`, as far as distances can be `allowed`; gives its least. */
function fill(
	rows: Uint8Array[],
	word: string,
	allowed: number,
	depth: number,
	letter = 0,
	letterBefore = -1,
): number {
	const far = allowed + 1;
	const above = rows[depth] as Uint8Array;
	const above2 = rows[depth - 1];
	const row = rows[depth + 1] ?? new Uint8Array(word.length + 1).fill(far);
	rows[depth + 1] = row;
	const from = Math.max(1, depth + 1 - allowed);
	const to = Math.min(word.length, depth + 1 + allowed);
	let least = Math.min(depth + 1, far);
	row[from - 1] = least;
	for (let i = from; i <= to; i++) {
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
const after = (prefix: string): string =>
	prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
