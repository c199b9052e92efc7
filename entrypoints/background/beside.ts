/** A text beside all others on its event, for the side panel as a whole, for the card one sentence of it; and an event alone. */
import { browser } from 'wxt/browser';
import {
	type Corpus,
	comparisonView,
	correctedLines,
	correctionsOf,
	eventView,
	sentenceView,
	timesView,
} from '../../lib/corpus/index.ts';
import type { EventView } from '../../lib/corpus/views.ts';
import { type Kept, ofEvent, readKept } from '../../lib/kept/index.ts';
import type { Answers, Request } from '../../lib/messages/index.ts';
import { chosenReader } from '../../lib/settings/index.ts';
import { compared } from './compared.ts';
import { settingsNow } from './settings.ts';
import { withStore } from './store.ts';

type Asked<T extends Request['type']> = Extract<Request, { type: T }>;

export function beside({ page, event, known }: Asked<'beside'>): Promise<Answers['beside']['beside']> {
	return withStore(async (ready) => {
		const [reader, kept] = await Promise.all([ofReader(), readKept(browser.storage.local)]);
		const { corpus, lookup } = ready;
		const id = event ?? (await lookup.recognise(corpus, page)).find(isOwn)?.id;
		const comparison = id === undefined ? null : await compared(ready, page, id);
		if (id === undefined || !comparison) return null;
		const [view, times, corrected, keptCorrected] = await Promise.all([
			comparisonView(corpus, comparison, page, reader, ofEvent(kept, id, page.url)),
			timesView(corpus, id, page, reader),
			known ? correctedLines(corpus, known, reader) : [],
			correctedSince(corpus, kept),
		]);
		return view && { comparison, view, times, corrected, keptCorrected };
	});
}

export function sentence({ page, event, block, start }: Asked<'sentence'>) {
	return withStore(async (ready) => {
		const [reader, kept] = await Promise.all([ofReader(), readKept(browser.storage.local)]);
		const comparison = await compared(ready, page, event);
		const at = { block, start };
		const others = ofEvent(kept, event, page.url);
		return comparison && sentenceView(ready.corpus, comparison, page, at, reader, others);
	});
}

export function eventShown({ event }: Asked<'event'>): Promise<EventView | null> {
	return withStore(async ({ corpus }) => {
		const reader = await ofReader();
		const row = await corpus.event(event);
		return row && eventView(corpus, row, reader);
	});
}

const isOwn = ({ relation }: { relation: string }) => relation === 'about';

const ofReader = async () => chosenReader(await settingsNow(), navigator.languages);

/** How many statements were corrected after a page was kept that makes them. */
async function correctedSince(corpus: Corpus, kept: readonly Kept[]): Promise<number> {
	const keptAt = new Map<string, number>();
	for (const { at, claims } of kept)
		for (const { claim } of claims) keptAt.set(claim, Math.min(at, keptAt.get(claim) ?? at));
	if (keptAt.size === 0) return 0;
	const corrections = await correctionsOf(corpus, [...keptAt.keys()]);
	return corrections.filter(({ claim, at }) => at >= (keptAt.get(claim) ?? at)).length;
}
