/** Answers the panel's questions: events from the store, the comparison from the background. */
import { browser } from 'wxt/browser';
import type { PanelAsk } from '../../components/panel/ask.ts';
import { comparisonView, correctionsOf, eventView, openCorpus, type Store } from '../../lib/corpus/index.ts';
import type { Comparison } from '../../lib/events/index.ts';
import { dropKept, keep, keptOf, ofEvent, readKept } from '../../lib/kept/index.ts';
import { inReport, ownText } from '../../lib/messages/own-text.ts';
import { ask, type PageReport } from '../../lib/messages/page.ts';
import { changeSettings, readSettings } from '../../lib/settings/index.ts';
import type { Reader } from '../../lib/text/index.ts';
import { hereOf } from '../popup/page.ts';

import { compareText } from './pasted.ts';

const local = browser.storage.local;

/** What the tab shows. */
export interface Shown {
	report: PageReport | null;
	/** In a private window nothing is kept. */
	incognito: boolean;
}

/** The same object while nothing changes: what is drawn of the page is asked for once. */
export function panelAsk(
	store: Store,
	{ report, incognito }: Shown,
	reader: Reader,
	before?: PanelAsk,
): PanelAsk {
	const { relations = new Map() } = hereOf(report);
	const own = report && ownText(report);
	const key = JSON.stringify([reader, [...relations], own, incognito]);
	if (before?.key === key) return before;
	const event = report?.events.find(({ relation }) => relation === 'about')?.id;
	let asked: Promise<Comparison | null> | undefined;

	const compared = (): Promise<Comparison | null> => {
		if (!own || event === undefined) return Promise.resolve(null);
		asked ??= ask({ type: 'compare', page: own.page, event }, (message) =>
			browser.runtime.sendMessage(message),
		).then(({ comparison }) => comparison && inReport(comparison, own.at));
		asked.catch(() => {
			asked = undefined;
		});
		return asked;
	};
	const made = async (date = '') => {
		const comparison = await compared();
		return report && comparison && keptOf(report, comparison, Date.now(), report.published || date);
	};

	return {
		key,
		page: { title: report?.title ?? '', url: report?.url ?? '' },
		async event(id) {
			const corpus = await openCorpus(store);
			const row = await corpus.event(id);
			return row && eventView(corpus, row, reader, { relations });
		},
		async compare() {
			const comparison = await compared();
			if (!comparison || !report) return null;
			const kept = ofEvent(await readKept(local), comparison.event, report.url);
			return comparisonView(await openCorpus(store), comparison, report, reader, kept);
		},
		paste: (text, date) => compareText(store, text, date, reader),
		async keeping() {
			const comparison = await compared();
			if (!comparison || !report) return null;
			const all = await readKept(local);
			const one = await made();
			const ids = all.flatMap(({ claims }) => claims.map(({ claim }) => claim));
			const since = Math.min(...all.map(({ at }) => at));
			const corrections = ids.length > 0 ? await correctionsOf(await openCorpus(store), ids, since) : [];
			return {
				may: incognito ? 'private' : one === null ? 'in-pack' : one.published === '' ? 'undated' : 'yes',
				on: (await readSettings(local)).keep,
				kept: all.some(({ id }) => id === one?.id),
				corrected: corrections.length,
			};
		},
		async keep(date) {
			const { keep: on } = await readSettings(local);
			const one = incognito || !on ? null : await made(date);
			if (one && one.published !== '') await keep(local, one);
		},
		async forget() {
			const one = await made();
			if (one) await dropKept(local, one.id);
		},
		async allowKeeping() {
			await changeSettings(local, { keep: true });
		},
	};
}
