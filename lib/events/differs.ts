/**
 * Whether a page differs from what others report: only where voice, scope and time agree, and the values cannot both be
 * true after precision, unit and time zone. In doubt it does not. Touches nothing.
 */
import type { Value } from '../packs/index.ts';
import type { Compared } from './compared.ts';
import { type Cued, type Firing, fire, firings, type Setting, stated } from './cues.ts';
import type { EventFacts, Known } from './known.ts';
import { boundariesIn, clauseAt, type Range } from './moods.ts';
import { once } from './once.ts';
import type { PlacedSentence } from './sentences.ts';
import { matchValue } from './values.ts';

interface Held {
	sentences: readonly PlacedSentence[];
	setting: Setting;
	facts: EventFacts;
	own: string | null;
}

/** Who says it, where somebody other than an outlet does. */
const SAYS = /\b(?:according to|said|says|told|claims?|claimed)\b|[称稱说說]|表示|透露|[据據]/i;

/** `found`: where the page states the claim; else a place is looked for where all but the value does. */
export function differing(
	one: Known,
	held: Held,
	known: readonly Known[],
	found?: readonly Firing[],
): Compared | null {
	const { claim } = one;
	const { sentences, setting, facts, own } = held;
	for (const [name, value] of Object.entries(claim.values)) {
		if ('place' in value) continue;
		const theirs = claim.reports.filter(
			({ article, stance, values, at }) =>
				article !== own && (stance !== 'words-otherwise' || values[name]) && at.exact,
		);
		for (const firing of found ?? placesWithout(one, name, sentences, setting)) {
			// What the sentence states cannot differ from those that state the same.
			const others = stated(firing.values[name]) ? theirs.filter(({ values }) => values[name]) : theirs;
			const at = firing.sentences[0];
			const sentence = at === undefined || firing.sentences.length > 1 ? undefined : sentences[at];
			if (others.length === 0 || !sentence) continue;
			if (!sameVoice(one, sentence, held) || !inScope(one, sentence)) continue;
			const all = counted(firing, sentence);
			const clause = clauseOf(sentence, all);
			const words = all.filter(({ start, end }) => start >= clause.start && end <= clause.end);
			const context = {
				of: {},
				published: setting.published,
				entities: sentence.entities,
				counts: words.map(({ start, end }) => ({ start: start - clause.start, end: end - clause.start })),
			};
			const text = sentence.text.slice(clause.start, clause.end);
			const unlike = others.filter(
				({ values }) => matchValue(text, (values[name] ?? value) as Value, context) === 'other',
			);
			if (unlike.length === 0 || accountedFor(name, one, sentence, known, setting)) continue;
			return {
				claim: facts.publicId(claim.id),
				state: 'differs',
				sentences: [{ block: sentence.block, start: sentence.start, end: sentence.end }],
				words: words.map(({ start, end }) => ({
					block: sentence.block,
					start: start + sentence.start,
					end: end + sentence.start,
				})),
				values: { ...firing.values, [name]: 'other' },
				unlike: unlike.map(({ article }) => facts.publicId(article)),
				score: 1,
			};
		}
	}
	return null;
}

/** Sentences that state everything but this value. */
function placesWithout(
	one: Known,
	name: string,
	sentences: readonly PlacedSentence[],
	setting: Setting,
): Firing[] {
	const cues = one.cues.filter(
		(group) => !group.some((cue) => typeof cue !== 'string' && cue.value === name),
	);
	if (cues.length === one.cues.length || cues.length === 0) return [];
	const rest: Cued = { ...one, cues, weights: cues.map(() => 1) };
	return firings(rest, sentences, setting).filter((firing) => firing.sentences.length === 1);
}

/** The clause in which the words of the cues stand: a figure of another clause is of something else. */
function clauseOf(sentence: PlacedSentence, [word]: readonly Range[]): Range {
	const { text } = sentence;
	return word
		? clauseAt(text, word.start, once(sentence, boundariesIn, text))
		: { start: 0, end: text.length };
}

/** Words of the cues in the sentence, with offsets in it: what a bare number counts. */
function counted(firing: Firing, sentence: PlacedSentence): Range[] {
	const cues = new Set(firing.met.flat());
	return sentence.places
		.filter(({ id }) => cues.has(id) && sentence.terms.has(id))
		.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
}

function sameVoice(
	{ claim, cues }: Known,
	{ text, entities }: PlacedSentence,
	{ facts, setting }: Held,
): boolean {
	const asked = new Set<unknown>(cues.flat());
	const others = [...entities].filter(
		(id) => !facts.media.has(id) && !asked.has(id) && !setting.topical?.has(id) && id !== claim.speaker,
	);
	if (!SAYS.test(text)) return others.length === 0;
	// A figure that somebody gives is his; it differs from another's figure only when he gave that too.
	if (claim.speaker !== undefined) return entities.has(claim.speaker);
	return others.length === 0 && [...entities].every((id) => facts.media.has(id) || asked.has(id));
}

const inScope = ({ scope }: Known, { terms, entities }: PlacedSentence) =>
	[...scope].every((id) => terms.has(id) || entities.has(id));

/** Another claim that this sentence states gives the same kind of value, and rightly so. */
function accountedFor(
	name: string,
	one: Known,
	sentence: PlacedSentence,
	known: readonly Known[],
	setting: Setting,
): boolean {
	const kind = Object.keys(one.values[name] ?? {})[0];
	return known.some((other) => {
		if (other === one) return false;
		const alike = Object.entries(other.values).filter(([, value]) => kind !== undefined && kind in value);
		if (alike.length === 0) return false;
		const firing = fire(other, [sentence], setting);
		return firing?.score === 1 && alike.some(([key]) => firing.values[key] === 'same');
	});
}
