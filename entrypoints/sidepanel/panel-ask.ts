/** Answers the panel's questions: events from the store, the comparison from the background. */
import { browser } from 'wxt/browser';
import type { PanelAsk } from '../../components/panel/ask.ts';
import { comparisonView, eventView, openCorpus, type Store } from '../../lib/corpus/index.ts';
import { ask, type PageReport } from '../../lib/messages/page.ts';
import type { Reader } from '../../lib/text/index.ts';
import { hereOf } from '../popup/page.ts';
import { inReport, ownText } from './page-text.ts';

/** The same object while nothing changes: what is drawn of the page is asked for once. */
export function panelAsk(
	store: Store,
	report: PageReport | null,
	reader: Reader,
	before?: PanelAsk,
): PanelAsk {
	const { relations = new Map() } = hereOf(report);
	const own = report && ownText(report);
	const key = JSON.stringify([reader, [...relations], own]);
	if (before?.key === key) return before;
	const event = report?.events.find(({ relation }) => relation === 'about')?.id;
	return {
		key,
		page: { title: report?.title ?? '', url: report?.url ?? '' },
		async event(id) {
			const corpus = await openCorpus(store);
			const row = await corpus.event(id);
			return row && eventView(corpus, row, reader, { relations });
		},
		async compare() {
			if (!own || !report || event === undefined) return null;
			const { comparison } = await ask({ type: 'compare', page: own.page, event }, (message) =>
				browser.runtime.sendMessage(message),
			);
			if (!comparison) return null;
			const corpus = await openCorpus(store);
			return comparisonView(corpus, inReport(comparison, own.at), report, reader);
		},
	};
}
