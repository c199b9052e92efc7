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

/** Names of at least two words, ascending. compromise takes many a capitalised word for a name; those are cut off. */
export function strangersIn(text: string, nlp: Nlp): Span[] {
	const people = nlp(inSmallLetters(text))
		.people()
		.json({ offset: true, terms: { offset: true } });
	const spans: Span[] = [];
	for (const { terms } of people as { terms: Term[] }[]) {
		let run: Term[] = [];
		for (const term of terms) {
			if (isNamePart(term, nlp)) run.push(term);
			if (isNamePart(term, nlp) && /^(?: |[-‐‑])$/.test(term.post)) continue;
			pushSpan(spans, text, run);
			run = [];
		}
		pushSpan(spans, text, run);
	}
	return spans;
}

function pushSpan(spans: Span[], text: string, run: readonly Term[]): void {
	const [first, last] = [run[0], run.at(-1)];
	if (!first || !last || run.length < 2) return;
	const { start, length } = last.offset;
	// It stops short at the hyphen of Soo-hyun.
	const rest = /^[-‐‑]\p{L}+/u.exec(text.slice(start + length))?.[0].length ?? 0;
	spans.push([first.offset.start, start + length + rest]);
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

function isNamePart({ text, tags }: Term, nlp: Nlp): boolean {
	const word = text.toLowerCase().replace(/['’]s?$/, '');
	if (!/^\p{Lu}/u.test(text) || tags.includes('Honorific')) return false;
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
