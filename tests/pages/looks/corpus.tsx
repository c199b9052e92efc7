/** The corpus page over the bundled pack, installed in a store of this page's own. */
import { render } from 'preact';
import { Corpus } from '../../../components/corpus/Corpus.tsx';
import { storeDoor } from '../../../entrypoints/corpus/store-door.ts';
import { looksAt, packStore, Store, search } from '../../../lib/corpus/index.ts';
import { installPack, sha256 } from '../../../lib/packs/index.ts';
import { readerOf } from '../../../lib/text/language.ts';
import { nothing, words } from './given.ts';

const bytesOf = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());

export async function drawCorpus(): Promise<void> {
	const store = new Store('looks');
	const manifest = await bytesOf('manifest.json');
	await installPack(packStore(store), {
		hash: await sha256(manifest),
		manifest: async () => manifest,
		shard: (hash) => bytesOf(`shards/${hash}.json`),
	});
	const looks = looksAt(store);
	const reader = readerOf(words.lang);
	const door = storeDoor({
		looks,
		reader,
		repair: async () => {},
		search: (text) => looks.ask((corpus) => search(corpus, text, reader, { times: 3 })),
		save: nothing,
	});
	render(<Corpus locale={words} door={door} state={null} packsUrl="" />, document.body);
	const settled = () => document.querySelector('h1') && !document.querySelector('.waiting');
	while (!settled()) await new Promise(requestAnimationFrame);
}
