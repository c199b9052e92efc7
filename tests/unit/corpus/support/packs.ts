/** The pack that the extension carries, or any text, installed in a store of its own. */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { buildPack, readPack } from '../../../../lib/author/index.ts';
import { openCorpus, openLookup, packStore, Store } from '../../../../lib/corpus/index.ts';
import { installPack } from '../../../../lib/packs/index.ts';

const SEEDS = 'seeds/putin-kim-summits';

export const seedFiles = () =>
	readdirSync(SEEDS).map((path) => ({ path, text: readFileSync(`${SEEDS}/${path}`, 'utf8') }));

let stores = 0;

/** Each list of files is one pack. */
export async function installed(...packs: { path: string; text: string }[][]) {
	const store = new Store(`installed-${++stores}`);
	await store.open();
	for (const files of packs) {
		const { source, problems } = readPack(files);
		if (!source) throw new Error(JSON.stringify(problems));
		const { manifest, hash, shards } = await buildPack(source);
		await installPack(packStore(store), {
			hash,
			manifest: async () => manifest as Uint8Array<ArrayBuffer>,
			shard: async (h) => shards.get(h) as Uint8Array<ArrayBuffer>,
		});
	}
	return { store, corpus: await openCorpus(store), lookup: await openLookup(store) };
}
