/** Answers the popup's questions from the store. Loaded beside the first drawing, which does without. */
import type { PacksLook, PopupAsk } from '../../components/popup/ask.ts';
import {
	type Corpus,
	type Here,
	latestEvents,
	looksAt,
	packLine,
	Store,
	warmSearch,
} from '../../lib/corpus/index.ts';
import type { PageReport } from '../../lib/messages/page.ts';
import { onRenewed } from '../../lib/messages/renewed.ts';
import type { Reader } from '../../lib/text/index.ts';
import { find } from './find.ts';
import { hereOf, onPage } from './on-page.ts';
import type { OnPage } from './page.ts';
import { type Opened, openStore } from './store-state.ts';

export interface StoreAsk extends Omit<PopupAsk, 'page'> {
	named(report: PageReport): Promise<OnPage>;
	/** Tells how the store is, once or twice. */
	open(show: (opened: Opened) => void): Promise<void>;
}

export function storeAsk(reader: Reader): StoreAsk {
	const looks = looksAt(new Store());
	onRenewed(looks.renew);
	let here: Here = {};
	return {
		events: () => looks.ask((corpus) => latestEvents(corpus, reader, here)),
		search: (text) => find(looks, text, reader),
		// A fault in it is met by the search itself.
		warm: () => void looks.ask(warmSearch).catch(() => undefined),
		named(report) {
			here = hereOf(report);
			return looks.ask((corpus) => onPage(corpus, report, reader));
		},
		packs: () => looks.ask((corpus) => packsLook(corpus, reader)),
		open: (show) => openStore(looks, reader, show),
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
