/** The popup's first list, read without the store's library. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { firstLook, latestEvents, linesIn, openCorpus } from '../../../lib/corpus/index.ts';
import { HARBOUR } from '../support/harbour.ts';
import { ownPack, read, storeWith } from './support/installed.ts';

it('is the same as the store lists, in the order and the words of the reader', async () => {
	const store = await storeWith(ownPack(), read([HARBOUR]));
	for (const reader of ['en', 'zh-Hant-TW'] as const) {
		const first = await firstLook(store.name);
		const lines = first && linesIn(first, reader);
		expect(lines).toEqual(await latestEvents(await openCorpus(store), reader));
		expect(lines?.length).toBeGreaterThan(3);
	}
});

it('is left to the store where its row is missing', async () => {
	const store = await storeWith(read([HARBOUR]));
	const { revision } = await openCorpus(store);
	await store.derived.delete(`${revision}/latest`);
	expect(await firstLook(store.name)).toBeNull();
	expect(await latestEvents(await openCorpus(store), 'en')).toHaveLength(1);
});

it('makes no store where there is none, nor keeps one from being made or changed', async () => {
	expect(await firstLook('nowhere')).toBeNull();
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
	const store = await storeWith(read([HARBOUR]));
	await firstLook(store.name);
	await store.delete();
	expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(store.name);
});
