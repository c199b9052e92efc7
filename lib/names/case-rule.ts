/**
 * Which capitals a text must show to be a name: `Kim Jong Un` and `KIM JONG UN`, not `kim jong un`; `AP`, not `ap`;
 * a term in small letters stands for every case. Touches nothing.
 */
import { foldTable, LOWER, letterTable, SKIP, UPPER, WORD } from '../text/index.ts';

/**
 * `ANY_CASE`, `ALL_CAPITALS`, or a mask: bit n is set when word n of the name (from 0, of the first 31) starts with a
 * capital. A word is a run of letters and digits, so `Komsomolsk-on-Amur` has three.
 */
export type CaseRule = number;
export const ANY_CASE = 0;
export const ALL_CAPITALS = 0x80000000;
const MAX_WORDS = 31;

export function caseRuleOf(name: string): CaseRule {
	let mask = 0;
	let seen = 0;
	eachLetter(name, 0, name.length, (flags, word, first) => {
		if (first && flags & UPPER && word < MAX_WORDS) mask |= 1 << word;
		seen |= flags;
		return true;
	});
	return seen & UPPER && !(seen & LOWER) ? ALL_CAPITALS : mask;
}

/** The rule that lets through what either lets through: names that fold alike share one entry. */
export function looser(one: CaseRule, other: CaseRule): CaseRule {
	if (one === ALL_CAPITALS) return other;
	if (other === ALL_CAPITALS) return one;
	return one & other;
}

/** Whether its first word must start with a capital; if that is where the name starts, so does the name. */
export const startsWithCapital = (rule: CaseRule) => rule === ALL_CAPITALS || (rule & 1) === 1;

/** Whether `text` from `start` to `end`, already equal to the name but for case, has the capitals asked for. */
export function hasCapitals(text: string, start: number, end: number, rule: CaseRule): boolean {
	if (rule === ANY_CASE) return true;
	if (rule === ALL_CAPITALS) return eachLetter(text, start, end, (flags) => (flags & LOWER) === 0);
	return eachLetter(text, start, end, (flags, word, first) => {
		const asked = first && word < MAX_WORDS && (rule >>> word) & 1;
		return !asked || (flags & UPPER) !== 0;
	});
}

/** Calls `visit` for every letter and digit of an alphabet until it says false; tells whether it never did. */
function eachLetter(
	text: string,
	start: number,
	end: number,
	visit: (flags: number, word: number, first: boolean) => boolean,
): boolean {
	const fold = foldTable();
	const letters = letterTable();
	let word = -1;
	let inside = false;
	for (let at = start; at < end; at++) {
		const unit = text.charCodeAt(at);
		if (fold[unit] === SKIP) continue;
		const flags = letters[unit] ?? 0;
		const first = (flags & WORD) !== 0 && !inside;
		inside = (flags & WORD) !== 0;
		if (first) word++;
		if (inside && !visit(flags, word, first)) return false;
	}
	return true;
}
