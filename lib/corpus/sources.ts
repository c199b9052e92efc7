/** All sources with their names, listed beforehand: a choice among them reads one row. Reads the Dexie store. */
import type { Breathe } from '../names/index.ts';
import type { Texts } from '../packs/index.ts';
import { eachRow } from './shelf.ts';
import { type DerivedRow, publicId, type Store } from './store.ts';

/** Sources in the list. */
const MOST = 4096;

export interface Listed {
	/** Public. */
	id: string;
	name: Texts;
}

/** `<revision>/sources`: in the order of their ids. */
export type SourcesRow = DerivedRow & { sources?: Listed[] };

export async function listSources(
	store: Store,
	shards: readonly string[],
	breathe?: Breathe,
): Promise<Listed[]> {
	const sources: Listed[] = [];
	for await (const { pack, id, record } of eachRow(store, 'sources', shards, breathe))
		sources.push({ id: publicId(pack, id), name: record.name });
	return sources.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST);
}
