/** The one sentence under the reader's pointer beside all others: what the card says of it. Reads through Corpus only. */
import type { Compared, Comparison, Spot, State } from '../events/index.ts';
import type { Kept } from '../kept/kept.ts';
import type { Reader } from '../text/index.ts';
import { type ComparedText, comparisonView } from './comparison.ts';
import type { ComparedLine, SentenceView } from './comparison-views.ts';
import type { Corpus } from './corpus.ts';

/** Of several claims in one sentence the one that a reader would want to know of. */
const ORDER: State[] = ['differs', 'worded', 'finer-elsewhere', 'finer-here', 'found'];

/** null where the sentence states nothing that is known. `at`: a place in it. */
export async function sentenceView(
	corpus: Corpus,
	comparison: Comparison,
	text: ComparedText,
	at: Pick<Spot, 'block' | 'start'>,
	reader: Reader,
	kept: readonly Kept[] = [],
): Promise<SentenceView | null> {
	const stated = comparison.claims.filter(({ sentences }) => sentences.some((spot) => holds(spot, at)));
	const [first] = stated.toSorted(
		(a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || wordsAt(b, at) - wordsAt(a, at),
	);
	const view = first && (await comparisonView(corpus, comparison, text, reader, kept));
	if (!view) return null;
	const has = (line: ComparedLine) => line.id === first.claim;
	for (const { kind, threads } of view.groups) {
		const thread = threads.find(({ claim, answers }) => [claim, ...answers].some(has));
		const line = thread && [thread.claim, ...thread.answers].find(has);
		if (!line) continue;
		return {
			line,
			more: stated.length - 1,
			view: {
				...view,
				event: { ...view.event, claimLines: [], sources: [] },
				groups: [{ kind, threads: [thread] }],
			},
		};
	}
	return null;
}

const holds = (spot: Spot, { block, start }: Pick<Spot, 'block' | 'start'>) =>
	spot.block === block && spot.start <= start && start < spot.end;

/** How much of what the claim was known by stands in this very sentence. */
function wordsAt({ sentences, words }: Compared, at: Pick<Spot, 'block' | 'start'>): number {
	const spot = sentences.find((one) => holds(one, at));
	const inside = words.filter((word) => spot && word.block === spot.block && holds(spot, word));
	return inside.length / Math.max(1, words.length);
}
