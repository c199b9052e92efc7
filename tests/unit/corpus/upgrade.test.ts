/** Stores that older builds filled (tests/stores, one of each schema), opened by this one. */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import {
	indexLive,
	keepIndexes,
	lacksRows,
	openCorpus,
	openLookup,
	packStore,
	repairRows,
	Store,
	search,
} from '../../../lib/corpus/index.ts';
import { SCHEMA } from '../../../lib/corpus/store.ts';
import { type Dump, unpacked } from '../../stores/dump.ts';

const FOLDER = 'tests/stores';
const schemas = readdirSync(FOLDER).flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);

const dumped = (schema: string) => JSON.parse(readFileSync(`${FOLDER}/${schema}.json`, 'utf8')) as Dump;

async function filled(schema: string): Promise<string> {
	const dump = dumped(schema);
	const name = `schema-${schema}`;
	const database = new Dexie(name);
	database.version(dump.schema).stores(dump.stores);
	for (const [table, rows] of Object.entries(dump.rows))
		await database.table(table).bulkPut(rows.map(unpacked));
	database.close();
	return name;
}

it("every schema up to today's has its store", () => {
	// The third was replaced before any build with it was given to readers.
	expect(schemas.map(Number).sort()).toEqual([1, 2, 4, 5, SCHEMA]);
});

describe.each(schemas)('a store of schema %s', (schema) => {
	it('is opened by this build with all its facts, look-ups and search', async () => {
		const store = new Store(await filled(schema));
		const kept = packStore(store);
		// The first kept no bytes; the extension carries those of its own pack.
		const carried = dumped('2').rows.bytes?.map(unpacked) as { h: string; bytes: Uint8Array }[];
		if (await lacksRows(store))
			await repairRows(store, kept, async (h) => carried.find((one) => one.h === h)?.bytes ?? null);
		// What an older build made goes on answering until today's is built beside it.
		else if (schema === '5') {
			const { revision } = await openCorpus(store);
			const old = await openLookup(store);
			expect(old.revision).not.toBe(revision);
			expect((await old.scan(['Port Vale is calm.'])).ids.length).toBeGreaterThan(0);
			expect((await (await openCorpus(store)).latestEvents(1)).map(({ id }) => id)).toEqual(['harbour-2021']);
			await keepIndexes(store, await store.heads.toArray());
			expect((await openLookup(store)).revision).toBe(revision);
		}
		await indexLive(store);
		const corpus = await openCorpus(store);
		const [pack = ''] = corpus.heads.keys();
		expect((await corpus.claim(pack, 'ferry-daily'))?.record.text.en).toBe('A ferry will run every day (2)');
		const [reports] = await corpus.reportsOf(pack, ['cd-0912']);
		expect(reports).toMatchObject({ claims: ['ferry-daily'], events: ['harbour-2021'] });
		expect((await corpus.articleKeysOf(`${pack}/coast-daily`)).map(({ id }) => id)).toEqual(['cd-0912']);
		expect((await corpus.latestEvents(1)).map(({ id }) => id)).toEqual(['harbour-2021']);
		expect(
			(await corpus.eventsOn((await corpus.latestEvents(1))[0]?.start.slice(0, 10) ?? '', 3)).length,
		).toBe(1);
		expect(await (await corpus.timeline())?.ids([0])).toEqual([`${pack}/harbour-2021`]);
		expect((await (await openLookup(store)).scan(['Port Vale is calm.'])).ids.length).toBeGreaterThan(0);
		expect((await search(corpus, 'harbour', 'en')).events.map(({ id }) => id)).toEqual([
			`${pack}/harbour-2021`,
		]);
		expect(await store.subscriptions.count()).toBe(schema === '1' ? 0 : 1);
		await kept.clean(Date.parse('2026-11-24T00:00:00Z'));
		expect((await openCorpus(store)).heads.size).toBe(1);
		store.close();
	});
});
