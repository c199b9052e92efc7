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
	const found: TermHit[] = [];
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
			const terms = new Set(index.bearers(hits[i + 2] as number).map(({ entity }) => entity));
			for (const term of terms) found.push({ start, end, term });
			within(start, end);
		}
	};
	/** Shorter ones that begin there, and those that begin later in it. */
	const within = (start: number, end: number) => {
		const han = HAN.test(text[start] ?? '');
		if (end - start < 3) return;
		const shorter = han ? end - 1 : lastGap(text, start, end);
		if (shorter > start) note(start, text.slice(start, shorter), end);
		const next = han ? start + 1 : wordBehind(text, start, end);
		if (next < end) note(next, text.slice(next, end + BEYOND), end);
	};
	note(0, text, text.length);
	return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

const isGap = (unit: string | undefined) => unit === ' ' || unit === '-' || unit === '\u00a0';

function wordBehind(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && !isGap(text[at])) at++;
	return at + 1;
}

/** Before the last word; `start` when there is but one. */
function lastGap(text: string, start: number, end: number): number {
	let at = end - 1;
	while (at > start && !isGap(text[at])) at--;
	return at;
}
