/** Where a page's second marks stand. Touches nothing. */
import type { Comparison, Spot } from './compared.ts';

const MOST = 5;

/** The last word of each sentence that differs from what others say, or is worded unlike it. */
export function secondMarks({ claims }: Comparison, texts: readonly string[]) {
	const marks: (Spot & { state: 'differs' | 'worded'; claim: string })[] = [];
	for (const wanted of ['differs', 'worded'] as const) {
		for (const { state, sentences, claim } of claims) {
			const last = sentences.at(-1);
			const spot = state === wanted && last && lastWord(texts[last.block] ?? '', last);
			if (spot && !marks.some(({ block, end }) => block === spot.block && end === spot.end))
				marks.push({ ...spot, state: wanted, claim });
		}
	}
	return marks.slice(0, MOST);
}

/** How many statements of the page others differ from or word otherwise. */
export function countUnlike({ claims }: Comparison) {
	const count = (wanted: 'differs' | 'worded') => claims.filter(({ state }) => state === wanted).length;
	return { differs: count('differs'), worded: count('worded') };
}

function lastWord(text: string, { block, start, end }: Spot): Spot | null {
	const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
	const words = [...segmenter.segment(text.slice(start, end))].filter(({ isWordLike }) => isWordLike);
	const word = words.at(-1);
	return word ? { block, start: start + word.index, end: start + word.index + word.segment.length } : null;
}
