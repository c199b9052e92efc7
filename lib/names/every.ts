/** Every term in a text, those that stand in one another too: 军事合作 is 军事 and 合作. Touches nothing. */
import type { NamesIndex } from './load.ts';

export interface TermHit {
	start: number;
	end: number;
	/** Ordinal of the term. */
	term: number;
}

/** Behind the end of a term another may go on that began in it. */
const BEYOND = 16;
const HAN = /\p{Script=Han}/u;

/** In the order in which they start; no place twice for the same term. */
export function everyTerm(index: NamesIndex, text: string): TermHit[] {
	const found = new Map<string, TermHit>();
	const seen = new Set<number>();
	const note = (from: number, part: string, until: number) => {
		const hits = index.scan(part);
		for (let i = 0; i < hits.length; i += 3) {
			const start = (hits[i] as number) + from;
			const end = (hits[i + 1] as number) + from;
			if (start >= until) break;
			const place = start * (text.length + 1) + end;
			if (seen.has(place)) continue;
			seen.add(place);
			for (const { entity: term } of index.bearers(hits[i + 2] as number))
				found.set(`${start} ${end} ${term}`, { start, end, term });
			within(start, end);
		}
	};
	const within = (start: number, end: number) => {
		if (end - start < 3) return;
		note(start, text.slice(start, end - 1), end);
		const next = HAN.test(text[start] ?? '') ? start + 1 : wordBehind(text, start);
		if (next < end) note(next, text.slice(next, end + BEYOND), end);
	};
	note(0, text, text.length);
	return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function wordBehind(text: string, start: number): number {
	const gap = text.slice(start).search(/[\s-]/);
	return gap < 0 ? text.length : start + gap + 1;
}
