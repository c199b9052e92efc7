/** Search indexes made from what is live, and made anew where one is missing. Reads and writes the Dexie store, a little at a time. */
import { type Breathe, inSlices } from '../../names/index.ts';
import { shardOf } from '../shelf.ts';
import { ROWS_AT_ONCE, type SearchRow, type Store } from '../store.ts';
import { SearchDamaged } from './bytes.ts';
import { linesOf } from './lines.ts';
import { merge } from './merge.ts';
import { type Part, partOf } from './part.ts';
import { hasSegment, rowsOf, TERMS } from './segment.ts';

/** Parts of one read. */
const PARTS_AT_ONCE = 4;

/** A version of a pack, live or about to be. */
export interface Version {
	hash: string;
	manifest: { packId: string; shards: readonly { h: string }[] };
}

/** From the parts kept; those that are missing are made from the rows. Killed anywhere, it is begun anew. */
export async function indexPack(
	store: Store,
	version: Version,
	{ signal, breathe }: { signal?: AbortSignal; breathe?: Breathe } = {},
): Promise<void> {
	const { hash, manifest } = version;
	const pack = manifest.packId;
	if (await hasSegment(store, pack, hash)) return;
	// What an older build or a killed one left.
	await forget(store, [pack, hash], breathe);
	const shards = manifest.shards.map(({ h }) => h);
	const merging = async () => inSlices(merge(await partsOf(store, pack, shards, breathe)), signal, breathe);
	const merged = await merging().catch(async (error) => {
		if (!(error instanceof SearchDamaged)) throw error;
		await store.parts.bulkDelete(shards);
		return merging();
	});
	const lines = await linesOf(store, shards, breathe);
	let rows: SearchRow[] = [];
	for (const row of rowsOf(pack, hash, merged, lines)) {
		if (rows.push(row) < ROWS_AT_ONCE) continue;
		signal?.throwIfAborted();
		await breathe?.();
		await store.search.bulkPut(rows);
		rows = [];
	}
	await store.search.bulkPut(rows);
}

/** Every live pack that has none. `anew`: where none is missing, all of them, since what was met is damage within. */
export async function indexLive(
	store: Store,
	{ anew = false, breathe }: { anew?: boolean; breathe?: Breathe } = {},
): Promise<void> {
	const live = (await store.heads.toArray()).flatMap(({ live }) => live ?? []);
	const lacking: Version[] = [];
	for (const version of live)
		if (!(await hasSegment(store, version.manifest.packId, version.hash))) lacking.push(version);
	const damaged = anew && lacking.length === 0;
	for (const version of damaged ? live : lacking) {
		if (damaged) await forget(store, [version.manifest.packId, version.hash], breathe);
		await indexPack(store, version, { breathe });
	}
}

/** Removes what belongs to no version that a head names. `named`: hashes of manifests. */
export async function cleanSearch(
	store: Store,
	named: ReadonlySet<string>,
	breathe?: Breathe,
): Promise<void> {
	const versions = await store.search.orderBy('[pack+hash]').uniqueKeys();
	for (const key of versions) {
		const [pack, hash] = key as unknown as [string, string];
		if (!named.has(hash)) await forget(store, [pack, hash], breathe);
	}
}

async function forget(store: Store, version: [string, string], breathe?: Breathe): Promise<void> {
	// First the row that says all others are there.
	await store.search.delete([...version, TERMS]);
	for (;;) {
		const keys = await store.search.where('[pack+hash]').equals(version).limit(ROWS_AT_ONCE).primaryKeys();
		if (keys.length === 0) return;
		await breathe?.();
		await store.search.bulkDelete(keys);
	}
}

async function partsOf(
	store: Store,
	pack: string,
	shards: readonly string[],
	breathe?: Breathe,
): Promise<Part[]> {
	const parts: Part[] = [];
	for (let at = 0; at < shards.length; at += PARTS_AT_ONCE) {
		await breathe?.();
		const some = shards.slice(at, at + PARTS_AT_ONCE);
		const kept = await store.parts.bulkGet(some);
		for (const [i, h] of some.entries()) {
			const part = kept[i] ?? {
				h,
				pack,
				...(await inSlices(partOf(await shardOf(store, h)), undefined, breathe)),
			};
			if (!kept[i]) await store.parts.put(part);
			parts.push(part);
		}
	}
	return parts;
}
