/** Answers the popup's questions from the store, and from the overlay of the tab being read. */
import type { PacksLook, PopupAsk } from '../../components/popup/ask.ts';
import {
	type Corpus,
	type Here,
	type Looks,
	latestEvents,
	packLine,
	warmSearch,
} from '../../lib/corpus/index.ts';
import type { Reader } from '../../lib/text/index.ts';
import { reportOf } from '../background/tabs.ts';
import { readTab } from '../sidepanel/tab.ts';
import { find } from './find.ts';
import { hereOf, pageView } from './page.ts';

export function storeAsk(looks: Looks, reader: Reader): PopupAsk {
	let here: Here = {};
	return {
		events: () => looks.ask((corpus) => latestEvents(corpus, reader, here)),
		search: (text) => find(looks, text, reader),
		// A fault in it is met by the search itself.
		warm: () => void looks.ask(warmSearch).catch(() => undefined),
		async page() {
			const tab = await readTab();
			if (tab?.id === undefined) return null;
			const report = await reportOf(tab.id);
			here = hereOf(report);
			return pageView(looks.open, tab.url ?? '', report, reader);
		},
		packs: () => looks.ask((corpus) => packsLook(corpus, reader)),
	};
}

async function packsLook(corpus: Corpus, reader: Reader): Promise<PacksLook> {
	const lines = await Promise.all([...corpus.heads.keys()].map((pack) => packLine(corpus, { pack }, reader)));
	const packs = lines.filter((line) => line !== null);
	const subscriptions = await corpus.store.subscriptions.toArray();
	return {
		count: packs.length,
		one: packs.length === 1 ? (packs[0] ?? null) : null,
		articles: packs.reduce((sum, { articles }) => sum + articles, 0),
		asOf:
			packs
				.map(({ asOf }) => asOf)
				.sort()
				.at(-1) ?? '',
		failed: subscriptions.filter(({ error }) => error !== null).length,
	};
}
