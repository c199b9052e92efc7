/** A store in memory with packs in it, through the same door as at run time. */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPack, readPack } from '../../../../lib/author/index.ts';
import type { Records } from '../../../../lib/author/source.ts';
import { openCorpus, packStore, Store, search } from '../../../../lib/corpus/index.ts';
import type { SearchView } from '../../../../lib/corpus/views.ts';
import { installPack, type Pack } from '../../../../lib/packs/index.ts';
import type { Reader } from '../../../../lib/text/index.ts';

const OWN = 'seeds/putin-kim-summits';
let names = 0;

export interface Source {
	pack: Pack;
	records: Records;
}

export function read(texts: readonly string[]): Source {
	const { source, problems } = readPack(texts.map((text, at) => ({ path: `${at}.yaml`, text })));
	if (!source) throw new Error(JSON.stringify(problems[0]));
	return source;
}

export const ownPack = (): Source =>
	read(readdirSync(OWN).map((file) => readFileSync(join(OWN, file), 'utf8')));

export async function install(store: Store, source: Source): Promise<void> {
	const { manifest, hash, shards } = await buildPack(source);
	await installPack(packStore(store), {
		hash,
		manifest: async () => manifest,
		shard: async (h) => shards.get(h) as Uint8Array,
	});
}

export async function storeWith(...sources: Source[]): Promise<Store> {
	const store = new Store(`corpus-${++names}`);
	await store.open();
	for (const source of sources) await install(store, source);
	return store;
}

export const find = async (store: Store, typed: string, reader: Reader = 'en'): Promise<SearchView> =>
	search(await openCorpus(store), typed, reader);

/** Names of entities, then of events, best first. */
export async function found(store: Store, typed: string): Promise<{ entities: string[]; events: string[] }> {
	const { entities, events } = await find(store, typed);
	return { entities: entities.map(({ name }) => name.text), events: events.map(({ name }) => name.text) };
}
