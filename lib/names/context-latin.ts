/** English names in their surroundings: titles, capitals beside them, headlines. */
import type { Doubt, Surroundings } from './context.ts';
import {
	CALENDAR,
	KOREAN,
	NAME_OF,
	OF_PLACE,
	OFFICES,
	ORDINARY,
	OTHER_PLACE,
	OTHER_TITLES,
	SAME_PLACE,
	TITLES,
} from './words.ts';

/** Text looked at on each side, in UTF-16 units. */
const REACH = 48;
/** A sentence is looked at so far, to see whether it is a headline. */
const SENTENCE = 160;

const WORD_BEFORE = /(?<![\p{L}\p{N}])([\p{L}][\p{L}\p{M}\p{N}.'’-]*)[ \u00a0]$/u;
const WORD_AFTER = /^[ \u00a0]([\p{L}][\p{L}\p{M}\p{N}'’-]*)/u;
/** Jong-hyun, Min-Jae: the given name that follows a family name. */
const GIVEN_AFTER = /^\p{Lu}\p{Ll}+[-‐‑]\p{L}\p{Ll}+$/u;
/** Titles that end in a full stop and no sentence. */
const ABBREVIATION = /^(?:Mr|Mrs|Ms|Dr|Sen|Gov|Gen|Rep|Prof|Capt|Sgt|Lt|Col|Maj|Cpl|Rev|St|Fr|Hon)\.$/;
/** A word that headlines write with a capital. */
const SMALL_WORD =
	/(?<![\p{L}'’-])(?!(?:an?|the|of|in|on|at|to|for|and|or|but|as|by|with|from|over|into|amid|nor|vs|after|than|via|up|off|is)\b)\p{Ll}{2}/u;
const WORDS = /\p{Script=Latin}[\p{L}'’-]*/gu;
const INITIAL = /^\p{Lu}\.$/u;
const SENTENCE_END = /[.!?…:;。！？：；"“”()[\]\n•|—–]\s*$/u;
/** Russian, North Koreans: beside these stands whatever is Russian. */
const DEMONYM = /(?:[aei]ans?|ish|ese|Soviets?)$/;
const ACRONYM = /^[\p{Lu}.]+$/u;

export function latinDoubt(at: Surroundings): Doubt | null {
	const { text, start, end, person } = at;
	const name = text.slice(start, end);
	const before = wordBefore(at);
	const after = wordAfter(at);
	if (person) return besidePerson(at, name, before, after);
	return !ACRONYM.test(name) && besideOther(at, name, before, after) ? 'longer-name' : null;
}

interface Word {
	text: string;
	start: number;
	/** Capitalised only because a sentence begins there, perhaps. */
	first: boolean;
}

/** The word before on the same line, if nothing but a space is between and it is in no name found. */
function wordBefore({ text, start, from }: Surroundings): Word | null {
	const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.[1];
	if (word === undefined) return null;
	const begins = start - 1 - word.length;
	if (begins < from) return null;
	if (word.endsWith('.') && !INITIAL.test(word) && !ABBREVIATION.test(word)) return null;
	const lead = text.slice(Math.max(0, begins - REACH), begins).replace(/['‘’\s]+$/u, '');
	return { text: word, start: begins, first: lead === '' || SENTENCE_END.test(lead) };
}

function wordAfter({ text, end, to }: Pick<Surroundings, 'text' | 'end' | 'to'>): string | null {
	const word = WORD_AFTER.exec(text.slice(end, end + REACH))?.[1]?.replace(/['’]s?$/u, '');
	return word === undefined || end + 1 + word.length > to ? null : word;
}

const small = (word: string) => word.replace(/\.$/, '').toLowerCase();
const isTitle = (word: string) => [TITLES, OTHER_TITLES, OFFICES].some((titles) => titles.has(small(word)));
const isCapital = (word: string) => /^\p{Lu}/u.test(word);
/** Capitalised, and neither by the calendar nor by the way of headlines and sentences. */
const isNamelike = (word: string) =>
	isCapital(word) && !CALENDAR.has(small(word)) && !ORDINARY.has(small(word)) && !/ly$/.test(word);

function besidePerson(
	at: Surroundings,
	name: string,
	before: Word | null,
	after: string | null,
): Doubt | null {
	const { weak } = at;
	const surname = !/[\s-]/.test(name);
	if (after && isGivenAfter(after)) return surname || weak ? 'stranger' : 'unsure';
	if (after && isNamelike(after) && !isTitle(after)) {
		if (isHeadline(at)) return weak ? 'unsure' : null;
		return surname && weak ? 'stranger' : 'unsure';
	}
	if (!surname || !before) return null;
	const title = small(before.text);
	if (OTHER_TITLES.has(title) && (weak || /^(?:ms|mrs|miss)$/.test(title))) return 'stranger';
	if (INITIAL.test(before.text)) return weak ? 'stranger' : null;
	if (!isNamelike(before.text) || TITLES.has(title) || DEMONYM.test(before.text)) {
		return weak && before.first && KOREAN.has(title) && isCapital(before.text) ? 'stranger' : null;
	}
	if (KOREAN.has(title) && weak) return 'stranger';
	const headline = isHeadline(at);
	if (headline && !weak) return null;
	return weak && !headline && !before.first ? 'stranger' : 'unsure';
}

const isGivenAfter = (word: string) => GIVEN_AFTER.test(word) && !ORDINARY.has(small(word));

/** Whether a place or body is only part of a longer name. */
function besideOther(at: Surroundings, name: string, before: Word | null, after: string | null): boolean {
	const { text, start, end, weak } = at;
	if (/^the /i.test(name)) return /^ (?:of\b|\p{Lu})/u.test(text.slice(end, end + 4));
	if (NAME_OF.test(text.slice(Math.max(0, start - REACH), start))) return true;
	if (DEMONYM.test(name)) return false;
	const headline = isHeadline(at);
	if (before && isCapital(before.text) && OTHER_PLACE.has(small(before.text)) && (weak || !headline))
		return true;
	if (headline) return false;
	if (after && isNamelike(after) && !isTitle(after) && !isOfPlace(at, after)) return true;
	return (
		before !== null &&
		isNamelike(before.text) &&
		!(before.first && /(?:ing|ed)$/.test(before.text)) &&
		!isTitle(before.text) &&
		!SAME_PLACE.has(small(before.text)) &&
		!DEMONYM.test(before.text)
	);
}

/** Whether the word behind a place is the last of its name: the Ukraine War, and not the Ukraine War Museum. */
function isOfPlace({ text, end, to }: Surroundings, after: string): boolean {
	if (!OF_PLACE.has(small(after))) return false;
	const next = wordAfter({ text, end: end + 1 + after.length, to });
	return next === null || !isNamelike(next);
}

/** Title Case or capitals throughout: there capitals say nothing. A few words are no headline. */
function isHeadline({ text, start, end }: Surroundings): boolean {
	const before =
		text
			.slice(Math.max(0, start - SENTENCE), start)
			.split(/[.!?\n。]\s/)
			.at(-1) ?? '';
	const after = text.slice(end, end + SENTENCE).split(/[.!?\n。](?:\s|$)/)[0] ?? '';
	const around = `${before} ${after}`;
	return !SMALL_WORD.test(around) && (around.match(WORDS)?.length ?? 0) >= 3;
}
