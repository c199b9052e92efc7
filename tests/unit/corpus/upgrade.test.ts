/** A store that an older build filled, and what this one reads out of it. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import {
	indexLive,
	NoIndex,
	openCorpus,
	openLookup,
	rebuildIndexes,
	SearchDamaged,
	Store,
	search,
} from '../../../lib/corpus/index.ts';
import { createPublisher } from '../../support/publisher/publisher.ts';
import { subscribed } from '../../support/publisher/world.ts';

it('a store of the second schema is read by this build, with what the articles report, the timeline and search', async () => {
	const publisher = await createPublisher();
	const world = await subscribed(publisher);
	await world.sync();
	const { store } = world;
	const old = new Dexie('second-schema');
	old.version(2).stores({
		heads: 'pack',
		shards: 'h, pack',
		derived: 'key',
		subscriptions: 'pack',
		bytes: 'h',
		corrections: 'id, pack',
		sources: '[shard+id], [pack+id]',
		articles: '[shard+id], [pack+id], [pack+published]',
		entities: '[shard+id], [pack+id], *keys',
		terms: '[shard+id], [pack+id]',
		events: '[shard+id], [pack+id], *keys, *participants, *places, partOf, start',
		claims: '[shard+id], [pack+id], [pack+event]',
	});
	for (const { name } of old.tables) {
		const rows = await store.table(name).toArray();
		const bare = rows.map(({ source: _s, maker: _m, ...row }) => row);
		await old.table(name).bulkPut(name === 'articles' ? bare : rows);
	}
	old.close();
	world.close();

	const now = new Store('second-schema');
	const corpus = await openCorpus(now);
	const pack = publisher.packId;
	const [reports] = await corpus.reportsOf(pack, ['cd-0912']);
	expect(reports).toMatchObject({ claims: ['ferry-daily'], events: ['harbour-2021'] });
	expect((await corpus.articleKeysOf(`${pack}/coast-daily`)).map(({ id }) => id)).toEqual(['cd-0912']);
	await expect(openLookup(now)).rejects.toBeInstanceOf(NoIndex);
	expect(await corpus.timeline()).toBeNull();
	await rebuildIndexes(now);
	const timeline = await corpus.timeline();
	expect(await timeline?.ids([0])).toEqual([`${pack}/harbour-2021`]);
	await expect(search(corpus, 'harbour', 'en')).rejects.toBeInstanceOf(SearchDamaged);
	await indexLive(now);
	expect((await search(corpus, 'harbour', 'en')).events.map(({ id }) => id)).toEqual([
		`${pack}/harbour-2021`,
	]);
	now.close();
});
