/**
 * People whom the packs do not know, found by compromise. It is handed in, since only a worker of its own, tests and
 * commands may load it. Touches nothing.
 */
import type compromise from 'compromise';
import type { Span } from './found.ts';
import { CALENDAR, KOREAN, ORDINARY, OTHER_TITLES, TITLES } from './words.ts';

type Nlp = typeof compromise;

interface Term {
	text: string;
	/** What stands between this term and the next. */
	post: string;
	tags: string[];
	offset: { start: number; length: number };
}

/** Names of at least two words, in order. compromise takes many a capitalised word for a name; those are cut off. */
export function strangersIn(text: string, nlp: Nlp): Span[] {
	const plain = inSmallLetters(text);
	const people = nlp(plain)
		.people()
		.json({ offset: true, terms: { offset: true } });
	const spans: Span[] = [];
	for (const { terms } of people as { terms: Term[] }[]) {
		let run: Term[] = [];
		for (const term of terms) {
			const part = !term.tags.includes('Honorific') && isNamePart(term.text, nlp);
			if (part) run.push(term);
			if (part && /^(?: |[-‐‑])$/.test(term.post)) continue;
			spans.push(...spanOf(plain, run, nlp));
			run = [];
		}
		spans.push(...spanOf(plain, run, nlp));
	}
	return spans;
}

/** It stops short at the hyphen of Soo-hyun, and at the Lil of Lil Kim. */
function spanOf(text: string, run: readonly Term[], nlp: Nlp): Span[] {
	const [first, last] = [run[0]?.offset, run.at(-1)?.offset];
	if (!first || !last) return [];
	const stop = last.start + last.length;
	const end = stop + (/^[-‐‑]\p{L}+/u.exec(text.slice(stop))?.[0].length ?? 0);
	const before = /(?<![\p{L}\p{N}.])(\p{Lu}[\p{L}'’-]*) $/u.exec(text.slice(0, first.start))?.[1];
	const lead = before !== undefined && isNamePart(before, nlp) ? before.length + 1 : 0;
	return /[\s‐‑-]/.test(text.slice(first.start - lead, end)) ? [[first.start - lead, end]] : [];
}

/** Tags of words that are no part of a name, as compromise gives them to the word alone and in small letters. */
const ORDINARY_TAGS = [
	'Verb',
	'Adverb',
	'Adjective',
	'Plural',
	'Preposition',
	'Conjunction',
	'Pronoun',
	'Date',
	'Actor',
];

function isNamePart(text: string, nlp: Nlp): boolean {
	const word = text.toLowerCase().replace(/['’]s?$/, '');
	if (!/^\p{Lu}/u.test(text)) return false;
	if (TITLES.has(word) || OTHER_TITLES.has(word) || CALENDAR.has(word) || ORDINARY.has(word)) return false;
	if (KOREAN.has(word)) return true;
	const alone = (nlp(word).json({ terms: { tags: true } }) as { terms: Term[] }[])[0]?.terms[0]?.tags ?? [];
	return alone.includes('Person') || !ORDINARY_TAGS.some((tag) => alone.includes(tag));
}

/** A text in capitals says nothing to compromise: its words are given small letters behind the first. Same length. */
function inSmallLetters(text: string): string {
	if (/\p{Ll}/u.test(text)) return text;
	return text.replace(/(\p{Lu})([A-Z]+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}
