/** Hashes lead to places, and may lead astray: in a large corpus two ids share one. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { KINDS } from '../../../lib/corpus/rows.ts';
import { readSpots } from '../../../lib/corpus/shelf.ts';
import { HARBOUR } from '../support/harbour.ts';
import { read, storeWith } from './support/installed.ts';

it("a place that holds another kind's record is no row of the kind asked for", async () => {
	const store = await storeWith(read([HARBOUR]));
	const shards = await store.shards.toArray();
	const spots = shards.flatMap(({ h, rows }) => Array.from({ length: rows }, (_, place) => ({ h, place })));
	for (const [at, kind] of KINDS.entries()) {
		const here = shards.reduce((sum, { kinds }) => sum + (kinds[at] ?? 0), 0);
		expect(here, kind).toBeGreaterThan(0);
		expect(await readSpots(store, kind, spots), kind).toHaveLength(here);
	}
});
