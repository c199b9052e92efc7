/** All sources with their names, listed beforehand: a choice among them reads one row; and where each lies. Reads the Dexie store. */
import type { Breathe } from '../names/index.ts';
import type { Texts } from '../packs/index.ts';
import { eachRow, type Spot } from './shelf.ts';
import { type DerivedRow, publicId, type Store } from './store.ts';

/** Sources in the list; and of a pack whose places are kept in one row. */
const MOST = 4096;

export interface Listed {
	/** Public. */
	id: string;
	name: Texts;
}

/** `<revision>/sources`: in the order of their ids. */
export type SourcesRow = DerivedRow & { sources?: Listed[] };
/** `<revision>/sources/<pack>`, by local id: an event names a dozen of its pack's, and would look each up. */
export type SpotsRow = DerivedRow & { spots?: Map<string, Spot> };

const byId = (a: Listed, b: Listed): number => (a.id < b.id ? -1 : 1);

export async function listSources(store: Store, shards: readonly string[]): Promise<Listed[]> {
	const sources: Listed[] = [];
	for await (const { pack, id, record } of eachRow(store, 'sources', shards))
		sources.push({ id: publicId(pack, id), name: record.name });
	return sources.sort(byId).slice(0, MOST);
}

export async function sourceRows(
	store: Store,
	shards: readonly string[],
	revision: string,
	breathe?: Breathe,
): Promise<DerivedRow[]> {
	const sources: Listed[] = [];
	const packs = new Map<string, Map<string, Spot>>();
	for await (const { pack, id, record, shard: h, place } of eachRow(store, 'sources', shards, breathe)) {
		sources.push({ id: publicId(pack, id), name: record.name });
		packs.set(pack, (packs.get(pack) ?? new Map()).set(id, { h, place }));
	}
	const list: SourcesRow = {
		key: `${revision}/sources`,
		revision,
		sources: sources.sort(byId).slice(0, MOST),
	};
	const spots = [...packs]
		.filter(([, { size }]) => size <= MOST)
		.map(([pack, spots]): SpotsRow => ({ key: `${revision}/sources/${pack}`, revision, spots }));
	return [list, ...spots];
}
