/** Whether a text puts a claim as the claim puts itself: sent, may send and denied sending are three. Touches nothing. */
import type { Claim } from '../packs/index.ts';
import { daysBetween } from '../text/index.ts';
import { boundariesIn, type Mark, type Mood, marksIn, moodsAt } from './moods.ts';
import { once } from './once.ts';
import type { Place, PlacedSentence } from './sentences.ts';

export type { Mood } from './moods.ts';

/** How a sentence puts what it tells. */
export interface Put {
	/** In the clause around the words. */
	moods: ReadonlySet<Mood>;
	/** Anywhere in the sentence, the cues' own words included. */
	anywhere: ReadonlySet<Mood>;
	/** In the cues' own words. */
	own: ReadonlySet<Mood>;
}

/** How a claim must be put. */
export interface Expected extends Pick<Claim, 'modality' | 'kind' | 'knownFrom'> {
	/** How its own text puts it. */
	own: ReadonlySet<Mood>;
}

export const NOT_PUT: Put = { moods: new Set(), anywhere: new Set(), own: new Set() };

/** `words`: what is told, each a way of putting it. `cues`: all words that met the cues. */
export function putIn(sentence: PlacedSentence, words: readonly Place[], cues: readonly Place[]): Put[] {
	const { text, start, entities } = sentence;
	const here = (place: Place) => ({ start: place.start - start, end: place.end - start });
	const own = cues.filter(({ id }) => !entities.has(id)).map(here);
	const marks = once(sentence, marksIn, text);
	const anywhere = once(sentence, moodsOf, marks);
	const said = new Set<Mood>();
	for (const mark of marks)
		if (own.some((cue) => cue.start < mark.end && mark.start < cue.end)) said.add(mark.mood);
	if (words.length === 0) return [{ moods: new Set(), anywhere, own: said }];
	const names = once(sentence, namesOf, sentence);
	const boundaries = once(sentence, boundariesIn, text);
	return words.map((word) => ({
		moods: moodsAt(text, here(word), own, names, marks, boundaries),
		anywhere,
		own: said,
	}));
}

const moodsOf = (marks: readonly Mark[]): ReadonlySet<Mood> => new Set(marks.map(({ mood }) => mood));

/** Who is named, with offsets in the sentence. */
const namesOf = ({ places, entities, start: from }: PlacedSentence) =>
	places
		.filter(({ id }) => entities.has(id))
		.map(({ start, end }) => ({ start: start - from, end: end - from }));

const OPEN = ['planned', 'would', 'proposed', 'asked'] as const;

export function fits(
	{ modality, kind, knownFrom, own }: Expected,
	{ moods, anywhere, own: said }: Put,
	published: string,
) {
	const is = (mood: Mood) => moods.has(mood) && !own.has(mood);
	if (modality === 'denied') return moods.has('denied') || anywhere.has('denied');
	if (is('denied')) return false;
	switch (modality) {
		case 'done':
			// What somebody said or judged may be put in any way: that it was said is what is done.
			if (kind === 'statement' || kind === 'assessment') return true;
			return !is('alleged') && (moods.has('past') || !OPEN.some(is));
		case 'planned':
			if (is('alleged') || is('asked')) return false;
			if (moods.has('planned') || moods.has('would')) return true;
			if (kind === 'statement' && anywhere.has('planned')) return true;
			if (is('proposed') || moods.has('past')) return false;
			// Bare verbs are told of what is to come, as long as it is.
			return !published || daysBetween(knownFrom, published) <= 1;
		case 'proposed':
			return OPEN.some((mood) => moods.has(mood) || said.has(mood));
		case 'alleged':
			return anywhere.has('alleged') || moods.has('past') || !OPEN.some(is);
	}
}
