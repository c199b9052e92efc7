/** Where packs are kept: `PackStore` on Dexie. Writes at most 50 rows a transaction, so that reads never wait long. */
import type { PackStore } from '../packs/index.ts';
import { deriveIndexes, liveShards, revisionOf } from './derive.ts';
import { rowsOf } from './rows.ts';
import type { HeadRow, Store } from './store.ts';

/** Measured: reads' p95 is 6–10 ms beside transactions of 50 rows, 25–63 ms beside 200. */
const ROWS_AT_ONCE = 50;

export function packStore(store: Store): PackStore {
	return {
		async liveHash(packId) {
			return (await store.heads.get(packId))?.live?.hash ?? null;
		},

		async stage(manifest, hash) {
			await store.transaction('rw', store.heads, async () => {
				const head: HeadRow = (await store.heads.get(manifest.packId)) ?? {
					pack: manifest.packId,
					live: null,
					staged: null,
				};
				await store.heads.put({ ...head, staged: { hash, manifest, origin: 'bundled' } });
			});
		},

		async missing(hashes) {
			const here = await store.shards.bulkGet([...hashes]);
			return hashes.filter((_, i) => here[i] === undefined);
		},

		async put(h, shard) {
			const rows = rowsOf(h, shard);
			let count = 0;
			for (const [name, list] of Object.entries(rows)) {
				const table = store.table(name);
				for (let at = 0; at < list.length; at += ROWS_AT_ONCE) {
					await table.bulkPut(list.slice(at, at + ROWS_AT_ONCE));
				}
				count += list.length;
			}
			// Last, so that a shard is known as here only when all its rows are.
			await store.shards.put({ h, pack: shard.packId, rows: count });
		},

		async flip(packId, signal) {
			const heads = await store.heads.toArray();
			const staged = heads.find((head) => head.pack === packId)?.staged;
			if (!staged) return;
			const after = heads.map((head) =>
				head.pack === packId ? { ...head, live: staged, staged: null } : head,
			);
			const derived = await deriveIndexes(store, after, signal);
			await store.transaction('rw', store.heads, store.derived, async () => {
				const now = await store.heads.get(packId);
				// Somebody else flipped or staged since: their run goes on, ours is over.
				if (now?.staged?.hash !== staged.hash) return;
				await store.derived.clear();
				await store.derived.bulkPut(derived);
				await store.heads.put({ pack: packId, live: staged, staged: null });
			});
		},

		async clean() {
			const named = new Set<string>();
			for (const head of await store.heads.toArray()) {
				for (const { h } of [head.live, head.staged].flatMap((body) => body?.manifest.shards ?? []))
					named.add(h);
			}
			for (const h of await store.shards.toCollection().primaryKeys()) {
				if (!named.has(h)) await removeShard(store, h);
			}
		},
	};
}

async function removeShard(store: Store, h: string): Promise<void> {
	await store.shards.delete(h);
	for (const table of [
		store.sources,
		store.articles,
		store.entities,
		store.terms,
		store.events,
		store.claims,
	]) {
		for (;;) {
			const keys = await table
				.where('[shard+id]')
				.between([h, ''], [h, '\uffff'])
				.limit(ROWS_AT_ONCE)
				.primaryKeys();
			if (keys.length === 0) break;
			await table.bulkDelete(keys);
		}
	}
}

/** Builds the indexes anew from live rows: the first step of the recovery ladder. */
export async function rebuildIndexes(store: Store, signal?: AbortSignal): Promise<void> {
	const heads = await store.heads.toArray();
	const derived = await deriveIndexes(store, heads, signal);
	await store.transaction('rw', store.heads, store.derived, async () => {
		if (revisionOf(liveShards(await store.heads.toArray())) !== derived[0]?.revision) return;
		await store.derived.clear();
		await store.derived.bulkPut(derived);
	});
}
