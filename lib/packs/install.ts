/**
 * The pack that the extension carries, through the same door as any other: trusted by the SHA-256 of its manifest.
 * Touches its ports only.
 */
import { PackError } from './errors.ts';
import type { PackStore } from './store-port.ts';
import { deriveRows, takeShards } from './take-in.ts';
import { readManifest } from './wire.ts';

export interface PackFiles {
	/** SHA-256 the manifest must have: written into the extension. */
	hash: string;
	manifest(): Promise<Uint8Array>;
	shard(hash: string): Promise<Uint8Array>;
}

/**
 * @returns true when another manifest is live now than before
 * @throws PackError, and whatever the ports throw; the live pack is unchanged then
 */
export async function installPack(
	store: PackStore,
	files: PackFiles,
	now: number = Date.now(),
	signal?: AbortSignal,
): Promise<boolean> {
	const manifest = await readManifest(await files.manifest(), files.hash);
	const { packId, shards } = manifest;
	// Signed never becomes unsigned: a subscription to the same pack has replaced this one.
	const live = (await store.head(packId))?.live;
	if (live && (live.hash === files.hash || (await store.subscription(packId)))) return false;
	if (!(await store.stage(packId, { hash: files.hash, manifest, origin: 'bundled', since: now }, null)))
		return false;
	const get = async ({ h }: { h: string }) => {
		const bytes = await files.shard(h);
		if (bytes.length === 0) throw new PackError('missing-shard', h);
		return bytes;
	};
	await takeShards(store, packId, shards, get, { signal });
	await deriveRows(store, packId, shards, get, { signal });
	const flipped = await store.flip(packId, now, signal);
	await store.clean(now);
	return flipped;
}
