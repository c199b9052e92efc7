/** Answers the questions of popup and side panel from the store, and from the overlay of the tab being read. */
import type { Ask } from '../../components/popup/ask.ts';
import { type Corpus, cardView, eventLine, eventView, type Here } from '../../lib/corpus/index.ts';
import type { Reader } from '../../lib/text/index.ts';
import { reportOf } from '../background/tabs.ts';
import { readTab } from '../sidepanel/tab.ts';
import { find } from './find.ts';
import { hereOf, pageView } from './page.ts';

const LATEST = 30;

export function storeAsk(open: () => Promise<Corpus>, reader: Reader): Ask {
	let here: Here = {};
	return {
		async events() {
			const corpus = await open();
			return Promise.all(
				(await corpus.latestEvents(LATEST)).map((event) => eventLine(corpus, event, reader, here)),
			);
		},
		async event(id) {
			const corpus = await open();
			const event = await corpus.event(id);
			return event && eventView(corpus, event, reader, here);
		},
		async entity(id) {
			return cardView(await open(), id, reader, undefined, here);
		},
		search: (text) => find(open, text, reader),
		async page() {
			const tab = await readTab();
			if (tab?.id === undefined) return null;
			const report = await reportOf(tab.id);
			here = hereOf(report);
			return pageView(open, tab.url ?? '', report, reader);
		},
	};
}
