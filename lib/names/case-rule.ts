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
	const fold = foldTable();
	const letters = letterTable();
	let mask = 0;
	let seen = 0;
	let word = -1;
	let before = 0;
	for (let at = 0; at < name.length; at++) {
		const unit = name.charCodeAt(at);
		if (fold[unit] === SKIP) continue;
		const flags = letters[unit] as number;
		if (isFirst(flags, before) && ++word < MAX_WORDS && flags & UPPER) mask |= 1 << word;
		seen |= flags;
		before = flags;
	}
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
	const fold = foldTable();
	const letters = letterTable();
	let word = -1;
	let before = 0;
	for (let at = start; at < end; at++) {
		const unit = text.charCodeAt(at);
		const flags = letters[unit] as number;
		if (flags === 0 && fold[unit] === SKIP) continue;
		if (rule === ALL_CAPITALS) {
			if (flags & LOWER) return false;
		} else if (isFirst(flags, before)) {
			word++;
			if (word < MAX_WORDS && (rule >>> word) & 1 && !(flags & UPPER)) return false;
		}
		before = flags;
	}
	return true;
}

/** Of a word: a letter or digit behind something else. */
const isFirst = (flags: number, before: number) => (flags & WORD) !== 0 && (before & WORD) === 0;
