/** The store over time: older and newer builds, corrections, the bundled pack beside a subscription, files. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { wordsIn } from '../../../components/packs/texts/index.ts';
import {
	correctionsIn,
	correctionsOf,
	lacksRows,
	openCorpus,
	openLookup,
	packStore,
	repairRows,
	Store,
} from '../../../lib/corpus/index.ts';
import { PACK_CODES } from '../../../lib/packs/errors.ts';
import {
	exportFile,
	type HeadBody,
	importFile,
	installPack,
	keepBackup,
	readBackup,
	type Subscription,
} from '../../../lib/packs/index.ts';
import { build, createPublisher, harbour, type Publisher } from '../../support/publisher/publisher.ts';
import { createWorld, seen, subscribed, type World } from '../../support/publisher/world.ts';

const DAY = 86_400_000;
let publisher: Publisher;
let world: World;
beforeEach(async () => {
	publisher = await createPublisher();
	world = await subscribed(publisher);
});

const filesOf = async (text: string) => {
	const { manifest, hash, shards } = await build(text);
	return {
		hash,
		manifest: async () => manifest as Uint8Array,
		shard: async (h: string) => shards.get(h) as Uint8Array,
	};
};
const claim = () => `${publisher.packId}/ferry-daily`;

describe('older build, then newer again → intact', () => {
	it('a store of a later schema is read and not written', async () => {
		const { name } = world.store;
		world.close();
		const later = new Dexie(name);
		later.version(9).stores({
			heads: 'pack',
			live: 'pack',
			shards: 'h, pack',
			derived: 'key',
			subscriptions: 'pack',
			bytes: 'h',
			corrections: 'id, pack',
			pages: '[h+n]',
			slips: 'h',
			parts: 'h',
			search: '[pack+hash+name], [pack+hash]',
			novelty: 'id',
		});
		await later.open();
		await later.table('novelty').put({ id: 'kept' });
		later.close();

		const older = new Store(name);
		await older.open();
		expect(older.isNewer).toBe(true);
		expect(await installPack(packStore(older), await filesOf(harbour(3)))).toBe(false);
		await expect(packStore(older).clean(world.now)).rejects.toMatchObject({ code: 'newer-store' });
		await expect(packStore(older).change(publisher.packId, () => ({ due: 0 }))).rejects.toMatchObject({
			code: 'newer-store',
		});
		const corpus = await openCorpus(older);
		expect((await corpus.claim(publisher.packId, 'ferry-daily'))?.record.text.en).toMatch(/\(1\)$/);
		await expect(openLookup(older)).resolves.toBeDefined();
		older.close();

		await later.open();
		expect(await later.table('novelty').get('kept')).toEqual({ id: 'kept' });
		expect(await later.table('subscriptions').count()).toBe(1);
		later.close();
	});

	it('a store of the first schema is opened and updated', async () => {
		const name = 'first-schema';
		const first = new Dexie(name);
		first.version(1).stores({
			heads: 'pack',
			shards: 'h, pack',
			derived: 'key',
			sources: '[shard+id], [pack+id]',
			articles: '[shard+id], [pack+id], [pack+published]',
			entities: '[shard+id], [pack+id], *keys',
			terms: '[shard+id], [pack+id]',
			events: '[shard+id], [pack+id], *keys, *participants, *places, partOf, start',
			claims: '[shard+id], [pack+id], [pack+event]',
		});
		await first.open();
		const old = await build(harbour(1));
		const manifest = JSON.parse(new TextDecoder().decode(old.manifest));
		await first
			.table('heads')
			.put({ pack: publisher.packId, live: { hash: old.hash, manifest, origin: 'bundled' }, staged: null });
		first.close();
		const store = new Store(name);
		await installPack(packStore(store), await filesOf(harbour(2)));
		const corpus = await openCorpus(store);
		expect((await corpus.claim(publisher.packId, 'ferry-daily'))?.record.text.en).toMatch(/\(2\)$/);
		store.close();
	});
});

describe('database deleted / will not open → ladder', () => {
	it('rows lost: made anew from the bytes kept', async () => {
		await world.store.pages.clear();
		await repairRows(world.store, packStore(world.store), async () => null);
		expect((await seen(world)).text).toMatch(/\(1\)$/);
	});

	it('rows of one shard lost: only these are made anew, so that a repair that was ended goes on', async () => {
		const { store } = world;
		const [lost = '', ...others] = await store.shards.toCollection().primaryKeys();
		expect(others.length).toBeGreaterThan(0);
		await store.shards.update(lost, { rows: -1 });
		const kept = packStore(store);
		const made: string[] = [];
		const putRows: typeof kept.putRows = (h, shard) => {
			made.push(h);
			return kept.putRows(h, shard);
		};
		await repairRows(store, { ...kept, putRows }, async () => null);
		expect(made).toEqual([lost]);
		expect(await lacksRows(store)).toBe(false);
	});

	it('rows of a shard that nobody has: sought once, not at each start, and asked of the host', async () => {
		const { store } = world;
		const [lost = ''] = await store.shards.toCollection().primaryKeys();
		await store.shards.update(lost, { rows: -1 });
		await store.bytes.delete(lost);
		await store.derived.clear();
		expect(await lacksRows(store)).toBe(true);
		await repairRows(store, packStore(store), async () => null);
		expect((await openLookup(store)).revision).toBe((await openCorpus(store)).revision);
		expect(await lacksRows(store)).toBe(false);
		await world.sync();
		expect(await seen(world)).toMatchObject({ hash: publisher.published[0], error: null });
		expect((await store.shards.get(lost))?.rows).toBeGreaterThan(0);
	});

	it('a repair that was ended goes on at the next start', async () => {
		const { store } = world;
		await store.shards.toCollection().modify({ rows: -1 });
		const kept = packStore(store);
		const ended = { ...kept, bytes: () => Promise.reject(new Error('ended')) };
		await expect(repairRows(store, ended, async () => null)).rejects.toThrow('ended');
		expect(await lacksRows(store)).toBe(true);
		await repairRows(store, kept, async () => null);
		expect(await lacksRows(store)).toBe(false);
		expect((await seen(world)).text).toMatch(/\(1\)$/);
	});

	it('rows lost and no room for them: what is kept stays, and the next start tries again', async () => {
		const { store } = world;
		const kept = packStore(store);
		const bytes = await store.bytes.count();
		await store.shards.toCollection().modify({ rows: -1 });
		const full = { ...kept, putRows: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
		await expect(repairRows(store, full, async () => null)).rejects.toThrow('full');
		expect(await store.bytes.count()).toBe(bytes);
		expect(await lacksRows(store)).toBe(true);
		await repairRows(store, kept, async () => null);
		expect((await seen(world)).text).toMatch(/\(1\)$/);
	});

	it('bytes and rows lost: asked of the host again', async () => {
		await world.store.pages.clear();
		await world.store.bytes.clear();
		await repairRows(world.store, packStore(world.store), async () => null);
		expect((await world.store.subscriptions.get(publisher.packId))?.due).toBe(0);
		await world.sync();
		expect(await seen(world)).toMatchObject({ hash: publisher.published[0], error: null });
		expect((await seen(world)).text).toMatch(/\(1\)$/);
	});

	it('everything lost: the subscription and its latches come back from beside the database', async () => {
		const area: Record<string, unknown> = {};
		const storage = {
			get: async () => structuredClone(area),
			set: async (items: object) => void Object.assign(area, JSON.parse(JSON.stringify(items))),
		};
		await keepBackup(storage, await world.store.subscriptions.toArray());
		const fresh = await createWorld(publisher, undefined, world.now);
		await fresh.store.subscriptions.bulkPut(await readBackup(storage));
		await publisher.publish(world.now, { seq: 0 });
		await fresh.sync();
		expect((await fresh.store.subscriptions.get(publisher.packId))?.error?.code).toBe('rollback');
		publisher.version.seq = 1;
		await publisher.publish(world.now);
		fresh.pass(DAY);
		await fresh.sync();
		expect(await seen(fresh)).toMatchObject({ hash: publisher.published.at(-1), error: null });
	});
});

describe('the copy of subscriptions', () => {
	it('is not written where nothing changed, as in a store that was lost under a run', async () => {
		const copies: unknown[] = [];
		const kept = packStore(world.store, { onSubscriptions: async (all) => void copies.push(all) });
		const head = await world.store.heads.get(publisher.packId);
		await world.store.subscriptions.clear();
		expect(await kept.change(publisher.packId, () => ({ due: 0 }))).toBe(null);
		expect(await kept.stage(publisher.packId, head?.live as HeadBody, { etag: null })).toBe(false);
		expect(await kept.undo(publisher.packId, world.now)).toBe(false);
		expect(copies).toEqual([]);
	});

	it('that cannot be written now is written with the next change; the change holds', async () => {
		const copies: Subscription[][] = [];
		let full = true;
		const kept = packStore(world.store, {
			onSubscriptions: async (all) => {
				if (full) throw new Error('full');
				copies.push(all);
			},
		});
		expect(await kept.change(publisher.packId, () => ({ most: 7 }))).toMatchObject({ most: 7 });
		full = false;
		await kept.change(publisher.packId, () => ({ due: 0 }));
		expect(copies).toMatchObject([[{ most: 7, due: 0 }]]);
	});
});

describe('the bundled pack and a signed one', () => {
	it('a signed subscription to the same pack replaces it for good', async () => {
		const fresh = await createWorld(publisher);
		await installPack(fresh.ports.store, await filesOf(harbour(0)), fresh.now);
		expect((await seen(fresh)).text).toMatch(/\(0\)$/);
		const { lookAt, subscribe } = await import('../../../lib/packs/index.ts');
		await subscribe(
			fresh.ports,
			await lookAt(fresh.ports, 'packs.example/harbour', null, new AbortController().signal),
		);
		await fresh.sync();
		expect((await seen(fresh)).text).toMatch(/\(1\)$/);
		expect(await installPack(fresh.ports.store, await filesOf(harbour(7)), fresh.now)).toBe(false);
		expect((await seen(fresh)).text).toMatch(/\(1\)$/);
	});
});

describe('corrections', () => {
	it('a stored list of claim ids learns what was altered and withdrawn, and nothing else is remembered', async () => {
		const list = [claim(), `${publisher.packId}/never-was`];
		expect(await correctionsOf(await openCorpus(world.store), list)).toEqual([]);
		const kept = world.now;
		world.pass(1.2 * DAY);
		await publisher.publish(world.now);
		await world.sync();
		const [altered] = await correctionsOf(await openCorpus(world.store), list, kept);
		expect(altered).toMatchObject({ claim: claim(), how: 'altered' });
		expect(altered?.was.text.en).toMatch(/\(1\)$/);
		expect(altered?.now?.text.en).toMatch(/\(2\)$/);
		expect(await correctionsOf(await openCorpus(world.store), list, world.now + 1)).toEqual([]);
		const ofThis = async () => correctionsIn(await openCorpus(world.store), publisher.packId, 9);
		expect(await ofThis()).toEqual([altered]);

		world.pass(1.2 * DAY);
		await publisher.publish(world.now, { text: harbour(3).replaceAll('ferry-daily', 'ferry-weekly') });
		await world.sync();
		const [withdrawn] = await correctionsOf(await openCorpus(world.store), list);
		expect(withdrawn).toMatchObject({ claim: claim(), how: 'withdrawn', now: null });
		expect(await ofThis()).toEqual([withdrawn]);
		const head = await world.store.heads.get(publisher.packId);
		expect(head?.live?.changes).toMatchObject({ added: { claims: 1 }, withdrawn: { claims: 1 } });
	});

	it('a statement that one more article reports was not corrected; one whose report was put otherwise was', async () => {
		const corrected = async (from: string, to: string) => {
			world.pass(1.2 * DAY);
			await publisher.publish(world.now, { text: harbour(1).replace(from, to) });
			await world.sync();
			return correctionsOf(await openCorpus(world.store), [claim()]);
		};
		const more = '- { article: blue-0913, stance: reports, at: { exact: a ferry } }';
		expect(await corrected('reports:\n', `reports:\n      ${more}\n`)).toEqual([]);
		expect(await corrected('exact: five times a week', 'exact: six times a week')).toMatchObject([
			{ claim: claim(), how: 'altered' },
		]);
	});
});

describe('a pack as a file', () => {
	it('goes out and comes in through the same door', async () => {
		const file = await exportFile(world.ports, publisher.packId);
		const other = await createWorld(publisher, undefined, world.now);
		const signal = new AbortController().signal;
		await expect(importFile(other.ports, file, signal)).resolves.toMatchObject({ kind: 'updated' });
		expect(await seen(other)).toMatchObject({ hash: publisher.published[0], error: null });
		expect((await other.store.subscriptions.get(publisher.packId))?.url).toBe('');
		expect(other.asked).toEqual([]);
		const broken = new TextEncoder().encode(
			new TextDecoder().decode(file).replace('ferry will run', 'ferry may run'),
		);
		const third = await createWorld(publisher, undefined, world.now);
		await expect(importFile(third.ports, broken, signal)).resolves.toMatchObject({ kind: 'failed' });
		expect((await seen(third)).hash).toBeNull();
		await expect(importFile(third.ports, new TextEncoder().encode('{}'), signal)).rejects.toMatchObject({
			code: 'not-a-pack',
		});
	});
});

it('every code has a sentence and a remedy in three languages', () => {
	for (const lang of ['en', 'zh-CN', 'zh-TW'] as const) {
		const say = wordsIn(lang);
		for (const code of PACK_CODES) {
			expect(say(code).length, `${lang} ${code}`).toBeGreaterThan(4);
			expect(say(`${code}-do`).length).toBeGreaterThan(3);
		}
	}
});
