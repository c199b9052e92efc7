/** What a page does with the claims of its event. Touches nothing. */
import type { Article, Claim } from '../packs/index.ts';
import { daysBetween } from '../text/index.ts';
import type { Compared, Comparison, Spot } from './compared.ts';
import { fire, firings } from './cues.ts';
import type { PlacedSentence } from './sentences.ts';

/** An event with all that is said of it and its parts; ids within the records are the pack's own. */
export interface EventFacts {
	/** Public id. */
	id: string;
	/** ISO 8601. */
	start: string;
	claims: readonly Claim[];
	articles: readonly Article[];
	/** The public id of a record of the pack. */
	publicId(id: string): string;
}

/** A page as it was read: its sentences with names and terms by the pack's own ids. */
export interface ReadPage {
	url: string;
	title: string;
	/** ISO 8601; '' when the page states none. */
	published: string;
	/** What sentences count their blocks by. */
	blocks: readonly { role: string; text: string }[];
	sentences: readonly PlacedSentence[];
}

/** At least this share of a claim's cues must be missed everywhere for "no match found". */
const LOWER = 0.75;

export function compare(page: ReadPage, event: EventFacts): Comparison {
	const noList = whyNoList(page, event);
	return {
		event: event.id,
		article: articleOf(page, event),
		noList,
		claims: event.claims.flatMap((claim) => {
			const one = comparedTo(claim, page, event);
			return one && (one.state !== 'no-match' || noList === null) ? [one] : [];
		}),
	};
}

function comparedTo(claim: Claim, { sentences, published }: ReadPage, event: EventFacts): Compared | null {
	const base = { claim: event.publicId(claim.id), sentences: [], words: [], values: {}, unlike: [] };
	const found = firings(claim, sentences, published);
	if (found.length > 0) {
		const held = found.flatMap((firing) => firing.sentences.map((at) => sentences[at] as PlacedSentence));
		const cues = new Set(found.flatMap(({ met }) => met.flat()));
		return {
			...base,
			state: 'found',
			sentences: held.map(({ block, start, end }) => ({ block, start, end })),
			words: held.flatMap(({ block, places }) =>
				places.filter(({ id }) => cues.has(id)).map(({ start, end }): Spot => ({ block, start, end })),
			),
			values: found[0]?.values ?? {},
			score: 1,
		};
	}
	if (published && claim.knownFrom.slice(0, 10) > published.slice(0, 10))
		return { ...base, state: 'came-later', score: 0 };
	const score = fire(claim, sentences, published)?.score ?? 0;
	return score < LOWER ? { ...base, state: 'no-match', score } : null;
}

function whyNoList({ published }: ReadPage, { start }: EventFacts): Comparison['noList'] {
	if (!published) return 'undated';
	return daysBetween(start, published) < 0 ? 'older' : null;
}

function articleOf({ url }: ReadPage, { articles, publicId }: EventFacts): Comparison['article'] {
	const found = articles.find((article) => article.url && bare(article.url) === bare(url));
	return found ? { id: publicId(found.id), by: 'url' } : null;
}

/** Protocol, `www.`, query and fragment tell nothing of which article it is. */
const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/g, '').replace(/\/$/, '');

const MOST_SECOND = 5;

/** Where the page's second marks stand: the last word of each sentence that differs or is worded unlike others. */
export function secondMarks({ claims }: Comparison, texts: readonly string[]) {
	const marks: (Spot & { state: 'differs' | 'worded'; claim: string })[] = [];
	for (const { state, sentences, claim } of claims) {
		if (state !== 'differs' && state !== 'worded') continue;
		const last = sentences.at(-1);
		const spot = last && lastWord(texts[last.block] ?? '', last);
		if (spot && !marks.some(({ block, end }) => block === spot.block && end === spot.end))
			marks.push({ ...spot, state, claim });
	}
	return marks.slice(0, MOST_SECOND);
}

function lastWord(text: string, { block, start, end }: Spot): Spot | null {
	const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
	const words = [...segmenter.segment(text.slice(start, end))].filter(({ isWordLike }) => isWordLike);
	const word = words.at(-1);
	return word ? { block, start: start + word.index, end: start + word.index + word.segment.length } : null;
}
