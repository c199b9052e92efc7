/** The names index as it lies in the store, with one byte changed. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openCorpus, openLookup, rebuildIndexes } from '../../../lib/corpus/index.ts';
import { createPublisher } from '../../support/publisher/publisher.ts';
import { subscribed } from '../../support/publisher/world.ts';

it('an index with one byte changed is refused by its checksum, and rebuilt from the rows with nothing lost', async () => {
	const world = await subscribed(await createPublisher());
	await world.sync();
	const { store } = world;
	const texts = ['维尔港务局在维尔港会谈', 'Port Vale'];
	const before = await (await openLookup(store)).scan(texts);
	expect(before.marks.length).toBeGreaterThan(0);

	const row = await store.derived.get(`${(await openCorpus(store)).revision}/names`);
	if (!row?.bytes) throw new Error('no index is stored');
	const bytes = new Uint8Array(await row.bytes.arrayBuffer());
	const middle = bytes.length >> 1;
	bytes[middle] = (bytes[middle] as number) ^ 1;
	await store.derived.put({ ...row, bytes: new Blob([bytes]) });
	await expect(openLookup(store)).rejects.toMatchObject({ code: 'index-damaged' });

	await rebuildIndexes(store);
	expect(await (await openLookup(store)).scan(texts)).toEqual(before);
	world.close();
});
