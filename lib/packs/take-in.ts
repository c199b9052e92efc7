/**
 * The one door into the store: shards kept as verified bytes, then rows, then one flip, then clean-up. Every step can be
 * done twice, and nothing is held in memory between them: killed anywhere, it goes on where it was.
 */
import { PackError } from './errors.ts';
import { readShard } from './read-shard.ts';
import type { PackStore } from './store-port.ts';
import { type ShardEntry, sha256 } from './wire.ts';

/** Gives the bytes of one shard, not yet proved. */
export type GetShard = (entry: ShardEntry) => Promise<Uint8Array>;

/** `at`: how far a run is, 0 to 1. */
export type Progress = (at: number) => void;

/** Fetching is most of a run, deriving the rest. */
const FETCHED = 0.7;

/** The head must be staged. Throws PackError and whatever the ports throw; what is live is unchanged then. */
export async function takeShards(
	store: PackStore,
	pack: string,
	shards: readonly ShardEntry[],
	get: GetShard,
	{ atOnce = 1, progress, signal }: { atOnce?: number; progress?: Progress; signal?: AbortSignal } = {},
): Promise<void> {
	const byHash = new Map(shards.map((entry) => [entry.h, entry]));
	const missing = await store.missing([...byHash.keys()]);
	let done = byHash.size - missing.length;
	const queue = missing.values();
	const worker = async () => {
		for (const hash of queue) {
			signal?.throwIfAborted();
			const entry = byHash.get(hash) as ShardEntry;
			await store.breathe?.();
			const bytes = await get(entry);
			if (bytes.length !== entry.size) throw new PackError('wrong-size', `${hash}: ${bytes.length} bytes`);
			if ((await sha256(bytes)) !== hash) throw new PackError('wrong-hash', hash);
			await store.putBytes(hash, pack, bytes);
			progress?.((FETCHED * ++done) / byHash.size);
		}
	};
	const workers = await Promise.allSettled(Array.from({ length: atOnce }, worker));
	const failed = workers.find((one) => one.status === 'rejected');
	if (failed) throw failed.reason;
}

/** Rows of every shard that has none yet, from the bytes kept; a shard whose bytes went bad is fetched again. */
export async function deriveRows(
	store: PackStore,
	pack: string,
	shards: readonly ShardEntry[],
	get: GetShard,
	{ progress, signal }: { progress?: Progress; signal?: AbortSignal } = {},
): Promise<void> {
	const byHash = new Map(shards.map((entry) => [entry.h, entry]));
	const waiting = await store.underived([...byHash.keys()]);
	let done = byHash.size - waiting.length;
	for (const hash of waiting) {
		signal?.throwIfAborted();
		const entry = byHash.get(hash) as ShardEntry;
		const bytes = await sound(store, pack, entry, get);
		await store.putRows(hash, await readShard(bytes, hash, pack, entry.rows, store.breathe));
		progress?.(FETCHED + ((1 - FETCHED) * ++done) / byHash.size);
	}
}

async function sound(store: PackStore, pack: string, entry: ShardEntry, get: GetShard): Promise<Uint8Array> {
	const kept = await store.bytes(entry.h);
	if (kept && (await sha256(kept)) === entry.h) return kept;
	await store.dropBytes(entry.h);
	await takeShards(store, pack, [entry], get);
	const again = await store.bytes(entry.h);
	if (!again) throw new PackError('missing-shard', entry.h);
	return again;
}
