/** What others say of the sentence a name stands in, asked of the background. Part of the card's code. Reads the page. */
import type { SentenceView } from '../corpus/comparison-views.ts';
import { ownText } from '../messages/own-text.ts';
import { ask } from '../messages/page.ts';
import type { Placed } from './hits.ts';
import type { PageReader } from './reader.ts';

/** A card waits no longer for it, ms. */
const PATIENCE = 400;

/** null where nothing is known, or not in time. */
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
	const late = new Promise<null>((done) => setTimeout(done, PATIENCE, null));
	const asked = ask({ type: 'sentence', page, event, block: at, start }, send).then(
		({ sentence }) => sentence,
	);
	return Promise.race([asked, late]).catch(() => null);
}
