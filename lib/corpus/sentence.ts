/** The one sentence under the reader's pointer beside all others: what the card says of it. Reads through Corpus only. */
import { type Compared, type Comparison, type Spot, type State, statedDay } from '../events/index.ts';
import type { Kept } from '../kept/kept.ts';
import type { Reader } from '../text/index.ts';
import { comparisonView } from './comparison.ts';
import type { ComparedLine, SentenceView } from './comparison-views.ts';
import type { Corpus } from './corpus.ts';
import { type TimedText, timesView } from './times.ts';

/** Of several claims in one sentence the one that a reader would want to know of. */
const ORDER: State[] = ['differs', 'worded', 'finer-elsewhere', 'finer-here', 'found'];

/** null where the sentence states nothing that is known. `at`: a place in it. */
export async function sentenceView(
	corpus: Corpus,
	comparison: Comparison,
	text: TimedText,
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
			view: { ...view, groups: [{ kind, threads: [thread] }] },
			times: await timesIn(corpus, comparison.event, text, line, reader),
		};
	}
	return null;
}

/** Of the sentences that state the claim. */
async function timesIn(
	corpus: Corpus,
	event: string,
	{ blocks, ...text }: TimedText,
	{ quotes }: ComparedLine,
	reader: Reader,
) {
	const stating = new Set(quotes.map(({ spot }) => spot.block));
	const published = text.published || statedDay(text.title, blocks);
	const alone = blocks.map((block, at) => (stating.has(at) ? block : { ...block, text: '' }));
	const { lines, clocks } = await timesView(corpus, event, { ...text, published, blocks: alone }, reader);
	return { lines: lines.filter(({ spot }) => quotes.some((quote) => holds(quote.spot, spot))), clocks };
}

const holds = (spot: Spot, { block, start }: Pick<Spot, 'block' | 'start'>) =>
	spot.block === block && spot.start <= start && start < spot.end;

/** How much of what the claim was known by stands in this very sentence. */
function wordsAt({ sentences, words }: Compared, at: Pick<Spot, 'block' | 'start'>): number {
	const spot = sentences.find((one) => holds(one, at));
	const inside = words.filter((word) => spot && word.block === spot.block && holds(spot, word));
	return inside.length / Math.max(1, words.length);
}
