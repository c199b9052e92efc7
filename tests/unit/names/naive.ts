/** What the index must find, found in the plainest way: every stretch of the text against every name. */
import type { Name } from '../../../lib/names/index.ts';
import { foldKey, foldUnit, SEPARATOR, SKIP } from '../../../lib/text/index.ts';

export interface Hit {
	start: number;
	end: number;
	entities: number[];
}

export function naiveScan(names: readonly Name[], text: string): Hit[] {
	const byKey = Map.groupBy(
		names.filter(({ text: name }) => name.isWellFormed()),
		({ text: name }) => foldKey(name),
	);
	const hits: Hit[] = [];
	for (let start = 0; start < text.length; start++) {
		const end = longest(byKey, text, start);
		if (end === null) continue;
		const bearers = byKey.get(foldKey(text.slice(start, end))) ?? [];
		const entities = [...new Set(bearers.map(({ entity }) => entity))].sort((a, b) => a - b);
		hits.push({ start, end, entities });
		start = end - 1;
	}
	return hits;
}

function longest(byKey: Map<string, Name[]>, text: string, start: number): number | null {
	if (isPassed(text.charCodeAt(start))) return null;
	for (let end = Math.min(text.length, start + 100); end > start; end--) {
		if (isPassed(text.charCodeAt(end - 1))) continue;
		const stretch = text.slice(start, end);
		const bearers = byKey.get(foldKey(stretch));
		if (bearers && standsAlone(text, start, end) && bearers.some((name) => hasCase(name.text, stretch))) {
			return end;
		}
	}
	return null;
}

const isPassed = (unit: number) => foldUnit(unit) === SKIP || foldUnit(unit) === SEPARATOR;
const visible = (text: string) =>
	[...units(text)].filter((unit) => foldUnit(unit.charCodeAt(0)) !== SKIP).join('');
const units = (text: string) => Array.from({ length: text.length }, (_, at) => text.charAt(at));
/** Of alphabets whose words stand between spaces; by what it folds to, as an apostrophe may look like a letter. */
const ALPHABET =
	/[\u0030-\u058f\u1c80-\u1c8f\u1d00-\u1fff\u2100-\u214f\u2c60-\u2c7f\ua640-\ua7ff\uab30-\uab6f\ufb00-\ufb06\uff10-\uff5a]/;
const isLetter = (one: string) =>
	one !== '' && ALPHABET.test(one) && /[\p{L}\p{Nd}]/u.test(String.fromCharCode(foldUnit(one.charCodeAt(0))));

function standsAlone(text: string, start: number, end: number): boolean {
	const before = visible(text.slice(0, start)).at(-1) ?? '';
	const after = visible(text.slice(end)).at(0) ?? '';
	const cut = (one: string, other: string) => isLetter(one) && isLetter(other);
	return !cut(before, text.charAt(start)) && !cut(text.charAt(end - 1), after);
}

/** Only for names that share a key and have the same words. */
function hasCase(name: string, stretch: string): boolean {
	const isCapital = (letter: string) => letter !== letter.toLowerCase();
	const words = (text: string) =>
		[...units(visible(text))]
			.map((one) => (isLetter(one) ? one : ' '))
			.join('')
			.split(' ')
			.filter(Boolean);
	const letters = visible(name);
	if (letters !== letters.toLowerCase() && letters === letters.toUpperCase()) {
		return visible(stretch) === visible(stretch).toUpperCase();
	}
	const found = words(stretch);
	return words(name).every((word, at) => !isCapital(word.charAt(0)) || isCapital(found[at]?.charAt(0) ?? ''));
}
