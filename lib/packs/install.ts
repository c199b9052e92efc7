/**
 * Puts a pack into the store: every shard verified before a row of it is written, and none live before all are.
 * Killed anywhere it starts again where it was: each step can be done twice. Touches only its ports.
 */
import { type Manifest, PackError, readManifest, readShard, type Shard } from './wire.ts';

/** Where packs are kept. The store decides how; the order of calls is decided here. */
export interface PackStore {
	/** Hash of the manifest that readers see now. */
	liveHash(packId: string): Promise<string | null>;
	stage(manifest: Manifest, hash: string): Promise<void>;
	/** Those of `hashes` whose rows are not all here. */
	missing(hashes: readonly string[]): Promise<string[]>;
	put(hash: string, shard: Shard): Promise<void>;
	/** Derives what look-ups need, then makes the staged manifest the live one in a single write. */
	flip(packId: string, signal?: AbortSignal): Promise<void>;
	/** Removes rows that no head names. */
	clean(): Promise<void>;
}

export interface PackFiles {
	/** SHA-256 the manifest must have: written into the extension for the bundled pack. */
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
	signal?: AbortSignal,
): Promise<boolean> {
	const manifest = await readManifest(await files.manifest(), files.hash);
	if ((await store.liveHash(manifest.packId)) === files.hash) return false;
	await store.stage(manifest, files.hash);
	for (const hash of await store.missing(manifest.shards.map(({ h }) => h))) {
		signal?.throwIfAborted();
		const promised = manifest.shards.find(({ h }) => h === hash);
		const bytes = await files.shard(hash);
		if (bytes.length !== promised?.size) throw new PackError('wrong-hash', `${hash}: ${bytes.length} bytes`);
		await store.put(hash, await readShard(bytes, hash, manifest.packId));
	}
	await store.flip(manifest.packId, signal);
	await store.clean();
	return true;
}
