/** A text out of a message, mail or PDF, compared as a page is: names by the background's scan, then its event, then its claims. */
import { browser } from 'wxt/browser';
import { ask, type Beside, CHUNK, type PageText } from '../../lib/messages/page.ts';

const BLOCKS = 400;

/** `date`: ISO day, '' when the reader does not know it. null: the text is about no event of a pack. Nothing of it is stored. */
export async function compareText(text: string, date: string): Promise<Beside | null> {
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
	return (await ask({ type: 'beside', page }, send)).beside;
}
