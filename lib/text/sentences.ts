/** Cuts text into sentences, in Chinese and English. Touches nothing. */

export interface Sentence {
	start: number;
	end: number;
	text: string;
}

/** After these a full stop ends no sentence. */
const ABBREVIATION =
	/(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Gov|Sen|Rep|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z])\.\s*$/;
/** What closes a quotation belongs to the sentence before it. */
const CLOSING = /^[\s"'”’」』）)\]》]+$/;

let segmenter: Intl.Segmenter | undefined;

/** Sentences in order; white space around them is left out. Offsets in UTF-16 units. */
export function sentencesOf(text: string): Sentence[] {
	segmenter ??= new Intl.Segmenter('und', { granularity: 'sentence' });
	const parts: Sentence[] = [];
	for (const { index, segment } of segmenter.segment(text)) {
		const before = parts.at(-1);
		if (before && (ABBREVIATION.test(before.text) || CLOSING.test(segment))) {
			before.text += segment;
			before.end += segment.length;
		} else parts.push({ start: index, end: index + segment.length, text: segment });
	}
	return parts.map(trim).filter(({ text: sentence }) => sentence !== '');
}

function trim({ start, text }: Sentence): Sentence {
	const inner = text.trim();
	const from = start + text.indexOf(inner);
	return { start: from, end: from + inner.length, text: inner };
}
