/** A text's sentences with who and what stands in each: what cues are held against. Touches nothing. */
import { sentencesOf } from '../text/index.ts';

export interface Place {
	start: number;
	end: number;
	id: string;
}

export interface ReadBlock {
	text: string;
	/** Names, not overlapping. */
	mentions: readonly Place[];
	/** Terms, as the scan found them. */
	terms: readonly Place[];
}

/** A sentence of the article's own text. Ids are the pack's own, as cues name them. */
export interface PlacedSentence {
	text: string;
	/** Where it stands in its block. */
	start: number;
	end: number;
	/** The block it stands in. */
	block: number;
	entities: ReadonlySet<string>;
	terms: ReadonlySet<string>;
	/** Names and terms in it; offsets in the block. */
	places: readonly Place[];
}

export function cuedSentences(blocks: readonly ReadBlock[]): PlacedSentence[] {
	return blocks.flatMap(({ text, mentions, terms }, block) => {
		const clear = terms.filter((term) => !mentions.some((name) => cuts(name, term)));
		return sentencesOf(text).map(({ start, end, text: sentence }) => {
			const within = (place: Place) => place.start >= start && place.end <= end;
			const [names, words] = [mentions.filter(within), clear.filter(within)];
			return {
				text: sentence,
				start,
				end,
				block,
				places: [...names, ...words],
				entities: new Set(names.map(({ id }) => id)),
				terms: new Set(words.map(({ id }) => id)),
			};
		});
	});
}

/** A term that shares characters with a name, and does not hold it whole, is none: 和平 in 莫斯科和平壤. */
const cuts = (name: Place, term: Place) =>
	term.start < name.end && name.start < term.end && !(term.start <= name.start && name.end <= term.end);
