/** A text out of a message, mail or PDF, compared as a page is: names by the background's scan, then its event, then its claims. */
import { browser } from 'wxt/browser';
import type { ComparisonView } from '../../lib/corpus/comparison-views.ts';
import { comparisonView, openCorpus, type Store } from '../../lib/corpus/index.ts';
import { ofEvent, readKept } from '../../lib/kept/index.ts';
import { ask, CHUNK, type PageText } from '../../lib/messages/page.ts';
import type { Reader } from '../../lib/text/index.ts';

const BLOCKS = 400;

/** `date`: ISO day, '' when the reader does not know it. null: the text is about no event of a pack. Nothing of it is stored. */
export async function compareText(
	store: Store,
	text: string,
	date: string,
	reader: Reader,
): Promise<ComparisonView | null> {
	const send = (message: unknown) => browser.runtime.sendMessage(message);
	const texts = text
		.split(/\r?\n/)
		.map((line) => line.trim().slice(0, CHUNK))
		.filter((line) => line !== '')
		.slice(0, BLOCKS);
	const { candidates } = await ask({ type: 'explain', texts }, send);
	const named = Map.groupBy(candidates, ({ block }) => block);
	const page: PageText = {
		url: '',
		title: '',
		lang: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
		published: date,
		blocks: texts.map((line, at) => ({
			role: 'body',
			text: line,
			entities: (named.get(at) ?? []).flatMap(({ entity }) => entity ?? []),
		})),
	};
	const { recognised } = await ask({ type: 'events', page }, send);
	const event = recognised.find(({ relation }) => relation === 'about')?.id;
	if (event === undefined) return null;
	const { comparison } = await ask({ type: 'compare', page, event }, send);
	if (!comparison) return null;
	const kept = ofEvent(await readKept(browser.storage.local), event, '');
	return comparisonView(await openCorpus(store), comparison, page, reader, kept);
}
