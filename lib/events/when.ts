/** Whether a sentence tells of another time than a claim's. Touches nothing. */
import { datesIn } from '../text/index.ts';
import type { Known } from './known.ts';
import { boundariesIn, clauseAt } from './moods.ts';
import { once } from './once.ts';
import type { PlacedSentence } from './sentences.ts';

/** Before a year these say since when, not when. */
const SINCE =
	/(?:since|from|after|until|before|自从?|自從?|[从從继繼]|时隔|時隔|上次|上一次)\s*(?:\w+\s+)?$/i;
const UNTIL = /^\s*(?:以来|以來|以后|以後|之后|之後|起)/;

/** So short a clause before it only says when. */
const ADVERB = 16;

/**
 * The clause of what is told names years, and none of them is the event's or one that the claim itself asks for:
 * "in April 2019 they held talks in Vladivostok" says nothing of the talks of 2023.
 */
export function elsewhen(
	sentence: PlacedSentence,
	{ claim, cues }: Known,
	{ start, end }: { start: string; end: string },
): boolean {
	const { text } = sentence;
	const dates = once(sentence, datesIn, text).filter(
		({ year, start, end }) =>
			year !== null && !SINCE.test(text.slice(0, start)) && !UNTIL.test(text.slice(end)),
	);
	if (dates.length === 0 && !(told(claim) && once(sentence, namesMonth, text))) return false;
	const asked = new Set<unknown>(cues.flat());
	const met = sentence.places.filter(({ id }) => asked.has(id));
	const word = met.find(({ id }) => sentence.terms.has(id)) ?? met[0];
	const boundaries = once(sentence, boundariesIn, text);
	const own = word ? clauseAt(text, word.start - sentence.start, boundaries) : null;
	// "In April 2019," belongs to what follows.
	const before = own && own.start > 0 ? clauseAt(text, own.start - 1, boundaries) : null;
	const clause = before && own && own.start - before.start <= ADVERB ? { ...own, start: before.start } : own;
	const years = dates
		.filter(({ start, end }) => !clause || (start >= clause.start && end <= clause.end))
		.map(({ year }) => year as number);
	if (years.length === 0)
		return told(claim) && inAnotherMonth(clause ? text.slice(clause.start, clause.end) : text, start, end);
	const given = Object.values(claim.values).flatMap((value) => {
		if ('number' in value) return value.unit === 'year' ? [value.number] : [];
		return 'date' in value ? [Number(value.date.slice(0, 4))] : [];
	});
	const [from, to] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
	return !years.some((year) => (year >= from && year <= to) || given.includes(year));
}

/** What somebody did, or a figure of it; a remark may be on any month. */
const told = ({ kind, values }: Known['claim']) =>
	(kind === 'action' || kind === 'figure') &&
	!Object.values(values).some((value) => 'number' in value && value.unit === 'month');

const MONTHS = 'January February March April May June July August September October November December'.split(
	' ',
);
const IN_MONTH = new RegExp(
	`\\b(?:in|last|early|late|mid-?) ?(${MONTHS.join('|')})\\b|(?<!\\d)(1[0-2]|[1-9])月(?!\\d|[上中下]旬)`,
	'g',
);

const namesMonth = (text: string) => text.search(IN_MONTH) >= 0;

/** Months are named as when it happened, and none of them is the event's: not for what took longer than a month. */
function inAnotherMonth(clause: string, start: string, end: string): boolean {
	if (start.slice(0, 7) !== end.slice(0, 7) || start.length < 10) return false;
	const months = [...clause.matchAll(IN_MONTH)]
		.filter(
			({ index, 0: all }) =>
				!SINCE.test(clause.slice(0, index)) && !UNTIL.test(clause.slice(index + all.length)),
		)
		.map(([, name, number]) => (name ? MONTHS.indexOf(name) + 1 : Number(number)));
	return months.length > 0 && !months.includes(Number(start.slice(5, 7)));
}
