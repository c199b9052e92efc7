/** Rows made anew from the bytes kept: the second step of the recovery ladder. Writes the store. */
import { type PackStore, readShard } from '../packs/index.ts';
import { rebuildIndexes } from './flip.ts';
import { liveShards } from './revision.ts';
import type { Store } from './store.ts';

/** Whether pages of live shards are missing, as after a change of schema. */
export async function lacksRows(store: Store): Promise<boolean> {
	const shards = liveShards(await store.heads.toArray());
	return (await store.shards.bulkGet(shards)).some((row) => (row?.rows ?? -1) < 0);
}

/**
 * `carried`: bytes of a shard that the extension itself has; null when it has not. Shards that nobody has are left out
 * and asked for in the next run.
 */
export async function repairRows(
	store: Store,
	kept: PackStore,
	carried: (hash: string) => Promise<Uint8Array | null>,
): Promise<void> {
	for (const { pack, live } of await store.heads.toArray()) {
		for (const { h, rows } of live?.manifest.shards ?? []) {
			const bytes = (await kept.bytes(h)) ?? (await carried(h));
			try {
				if (!bytes) throw new TypeError(h);
				await kept.putRows(h, await readShard(bytes, h, pack, rows, kept.breathe));
			} catch {
				await kept.dropBytes(h);
				await store.slips.delete(h);
				await store.shards.delete(h);
				await kept.change(pack, () => ({ due: 0, etag: null }));
			}
		}
	}
	await rebuildIndexes(store);
}
