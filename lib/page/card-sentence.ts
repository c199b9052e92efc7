/** What others say of the sentence a name stands in, asked of the background. Part of the card's code. Reads the page. */
import type { SentenceView } from '../corpus/comparison-views.ts';
import { ownText } from '../messages/own-text.ts';
import { ask } from '../messages/page.ts';
import type { Placed } from './hits.ts';
import type { PageReader } from './reader.ts';

/** null where nothing is known. */
export async function sentenceOf(
	reader: PageReader,
	{ block, start }: Placed,
	send: (message: unknown) => Promise<unknown>,
): Promise<SentenceView | null> {
	const event = reader.events.find(({ relation }) => relation === 'about')?.id;
	if (event === undefined) return null;
	const { page } = ownText(reader.report());
	const at = page.blocks.findIndex(({ text }) => text === block);
	if (at < 0) return null;
	const { sentence } = await ask({ type: 'sentence', page, event, block: at, start }, send);
	return sentence;
}
