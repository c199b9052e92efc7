/** Installs packs and empties the store from within an extension page. Bundled by with-page.ts. */
import { packStore, Store } from '../../../lib/corpus/index.ts';
import { installPack } from '../../../lib/packs/index.ts';

/** Bytes as base64; shards by their hash. */
export interface Sent {
	hash: string;
	manifest: string;
	shards: Record<string, string>;
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
const store = new Store();

const installer = {
	install: ({ hash, manifest, shards }: Sent) =>
		installPack(packStore(store), {
			hash,
			manifest: async () => bytesOf(manifest),
			shard: async (h) => bytesOf(shards[h] ?? ''),
		}),
	/** As if the reader had removed every pack. */
	async empty() {
		for (const { pack } of await store.heads.toArray()) await packStore(store).unsubscribe(pack);
	},
};
export type Installer = typeof installer;
Object.assign(globalThis, { installer });
