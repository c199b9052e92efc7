/** One look for all questions of a page, and a new one when the store is another. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { eventPage, looksAt } from '../../../lib/corpus/index.ts';
import { liveShards } from '../../../lib/corpus/revision.ts';
import { HARBOUR } from '../support/harbour.ts';
import { install, read, storeWith } from './support/installed.ts';

const EVENT = '5d0c7a91e3f24b68a1970c4be82f63d5/harbour-2021';

it('is opened once however much is asked, and again when somebody says that another version is live', async () => {
	const looks = looksAt(await storeWith(read([HARBOUR])));
	expect(await looks.open()).toBe(await looks.open());
	await install(looks.store, read([HARBOUR.replace('Harbour meeting', 'Harbour summit')]));
	looks.renew();
	const page = await looks.ask((corpus) => eventPage(corpus, EVENT, 'en'));
	expect(page?.event.name.text).toBe('Harbour summit');
	looks.store.close();
});

it('a question whose rows were cleaned away under it is asked again of what is live now', async () => {
	const looks = looksAt(await storeWith(read([HARBOUR])));
	const shards = async () => liveShards(await looks.store.heads.toArray());
	await looks.open();
	const old = await shards();
	await install(looks.store, read([HARBOUR.replace('Harbour meeting', 'Harbour summit')]));
	const kept = new Set(await shards());
	await looks.store.pages.filter(({ h }) => !kept.has(h)).delete();
	expect(old.every((h) => kept.has(h))).toBe(false);
	await looks.store.derived
		.where('key')
		.startsWith((await looks.open()).revision)
		.delete();
	const page = await looks.ask((corpus) => eventPage(corpus, EVENT, 'en'));
	expect(page?.event.name.text).toBe('Harbour summit');
	looks.store.close();
});

it('a store that cannot be read is no look to keep', async () => {
	const looks = looksAt(await storeWith(read([HARBOUR])));
	looks.store.close();
	await expect(looks.ask((corpus) => eventPage(corpus, EVENT, 'en'))).rejects.toThrow();
	await looks.store.open();
	expect(await looks.ask((corpus) => eventPage(corpus, EVENT, 'en'))).not.toBeNull();
	looks.store.close();
});
