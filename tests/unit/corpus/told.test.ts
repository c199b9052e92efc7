/** What lists say of events: counted beforehand, the same as when all claims are read. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import {
	eventLine,
	eventView,
	latestEvents,
	openCorpus,
	rebuildIndexes,
	type Store,
} from '../../../lib/corpus/index.ts';
import { publicId } from '../../../lib/corpus/store.ts';
import type { EventView } from '../../../lib/corpus/views.ts';
import { ownPack, storeWith } from './support/installed.ts';

async function counts(store: Store): Promise<[string, number, number][]> {
	const corpus = await openCorpus(store);
	const found: [string, number, number][] = [];
	for await (const event of corpus.each('events')) {
		const { articles, claims } = await eventLine(corpus, event, 'en');
		found.push([publicId(event.pack, event.id), articles, claims]);
	}
	return found;
}

async function views(store: Store): Promise<EventView[]> {
	const corpus = await openCorpus(store);
	const found: EventView[] = [];
	for await (const event of corpus.each('events')) found.push(await eventView(corpus, event, 'en'));
	return found;
}

it('an event and a series have as many articles and statements in a list as on their own pages, parts among them', async () => {
	const store = await storeWith(ownPack());
	const corpus = await openCorpus(store);
	for await (const event of corpus.each('events')) {
		const { articles, claims } = await eventView(corpus, event, 'en');
		expect(await corpus.told(event), event.id).toEqual({ articles, claims });
	}
	const [, articles, claims] = (await counts(store)).find(([id]) => id.endsWith('/putin-kim-summits')) ?? [];
	expect(articles).toBeGreaterThan(4);
	expect(claims).toBeGreaterThan(50);
	store.close();
});

it('where an older build left them uncounted, lists count them as they are read, and sources are listed and found too', async () => {
	const store = await storeWith(ownPack());
	const counted = await counts(store);
	const viewed = await views(store);
	const sources = (await (await openCorpus(store)).sourceList(500)).map(({ id }) => id);
	await store.slips.toCollection().modify((slip) => {
		delete slip.told;
		delete slip.events;
	});
	await rebuildIndexes(store);
	await store.derived.filter(({ key }) => /\/sources(\/|$)/.test(key)).delete();
	const corpus = await openCorpus(store);
	for await (const event of corpus.each('events')) expect(await corpus.told(event)).toBeNull();
	expect(await counts(store)).toEqual(counted);
	expect(await views(store)).toEqual(viewed);
	expect((await corpus.sourceList(500)).map(({ id }) => id)).toEqual(sources);
	store.close();
});

it("the popup's list is the same made at the flip as read event by event, in each language", async () => {
	const store = await storeWith(ownPack());
	const corpus = await openCorpus(store);
	for (const reader of ['en', 'zh-Hans', 'zh-Hant-TW'] as const) {
		const made = await latestEvents(corpus, reader);
		expect(made).toHaveLength(12);
		expect(made).toEqual(await latestEvents({ ...corpus, latestLines: async () => null }, reader));
	}
	store.close();
});
