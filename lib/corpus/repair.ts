/** Rows made anew from the bytes kept: the second step of the recovery ladder. Writes the store. */
import { codeOf, type PackStore, readShard } from '../packs/index.ts';
import { hasDirectory } from './directory.ts';
import { rebuildIndexes } from './flip.ts';
import { liveShards, revisionOf } from './revision.ts';
import type { Store } from './store.ts';

/**
 * Whether pages of live shards are missing, as after a change of schema. Not looked for where the index made of them is
 * whole: a start costs the same however many shards there are, and those that nobody has are not sought at each.
 */
export async function lacksRows(store: Store): Promise<boolean> {
	if (await hasDirectory(store, revisionOf(await store.live.toArray()))) return false;
	return (await lacking(store)).size > 0;
}

async function lacking(store: Store): Promise<Set<string>> {
	const shards = liveShards(await store.heads.toArray());
	const rows = await store.shards.bulkGet(shards);
	return new Set(shards.filter((_, at) => (rows[at]?.rows ?? -1) < 0));
}

/**
 * Where rows are missing, only these: ended anywhere, it goes on from there. Where none are, all of them.
 * `carried`: bytes of a shard that the extension itself has; null when it has not. Shards that nobody has are left out
 * and asked for in the next run. Throws where there is no room for the rows; nothing kept is given up for that.
 */
export async function repairRows(
	store: Store,
	kept: PackStore,
	carried: (hash: string) => Promise<Uint8Array | null>,
): Promise<void> {
	const some = await lacking(store);
	// Whenever this ends, the next start goes on with it.
	await store.derived.delete(`${revisionOf(await store.live.toArray())}/about`);
	for (const { pack, live } of await store.heads.toArray()) {
		for (const { h, rows } of live?.manifest.shards ?? []) {
			if (some.size > 0 && !some.has(h)) continue;
			const bytes = (await kept.bytes(h)) ?? (await carried(h));
			try {
				if (!bytes) throw new TypeError(h);
				await kept.putRows(h, await readShard(bytes, h, pack, rows, kept.breathe));
			} catch (error) {
				if (codeOf(error) === 'no-room') throw error;
				await kept.dropBytes(h);
				await store.slips.delete(h);
				await store.shards.delete(h);
				await kept.change(pack, () => ({ due: 0, etag: null }));
			}
		}
	}
	await rebuildIndexes(store);
}
