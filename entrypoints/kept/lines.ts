/** What is shown and saved of the kept pages: their claims as the packs have them now. Reads the store. */
import { browser } from 'wxt/browser';
import type { KeptLine } from '../../components/kept/KeptItem.tsx';
import { correctionsOf, openCorpus, packLine, recordsOf, type Store } from '../../lib/corpus/index.ts';
import { type Kept, keptYaml } from '../../lib/kept/index.ts';
import { type Reader, say } from '../../lib/text/index.ts';

const SEED = 'kept-seed';

const split = (id: string): [string, string] => {
	const [pack = '', local = ''] = id.split('/');
	return [pack, local];
};

export async function keptLines(store: Store, all: readonly Kept[], reader: Reader): Promise<KeptLine[]> {
	const corpus = await openCorpus(store);
	return Promise.all(
		all.map(async (kept) => {
			const ids = kept.claims.map(({ claim }) => claim);
			const corrections = new Map((await correctionsOf(corpus, ids, kept.at)).map((one) => [one.claim, one]));
			const rows = await Promise.all(ids.map((id) => corpus.claim(...split(id))));
			const event = await corpus.event(kept.event);
			return {
				kept,
				event: event && say(event.record.name, reader),
				claims: ids.map((id, at) => {
					const row = rows[at];
					const one = corrections.get(id);
					return {
						text: row ? say(row.record.text, reader) : null,
						corrected: one
							? { how: one.how, at: new Date(one.at).toISOString(), was: say(one.was.text, reader) }
							: null,
					};
				}),
			};
		}),
	);
}

const packsOf = (all: readonly Kept[]) => [...new Set(all.map(({ event }) => split(event)[0]))];

/** Of the packs that are installed. */
export async function packTitles(store: Store, all: readonly Kept[], reader: Reader) {
	const corpus = await openCorpus(store);
	const lines = await Promise.all(packsOf(all).map((pack) => packLine(corpus, { pack }, reader)));
	return lines.flatMap((line) => (line ? [{ id: line.id, title: line.title.text }] : []));
}

/** The kept pages on one pack's story, as a pack's source. */
export async function yamlOf(store: Store, all: readonly Kept[], pack: string): Promise<string> {
	const corpus = await openCorpus(store);
	const kept = all.filter(({ event }) => split(event)[0] === pack);
	const ids = kept.flatMap(({ claims }) => claims.map(({ claim }) => split(claim)[1]));
	const manifest = corpus.heads.get(pack)?.manifest;
	return keptYaml(kept, {
		id: await ownId(pack),
		title: manifest?.title.en ?? pack,
		license: manifest?.license ?? 'CC0-1.0',
		records: await recordsOf(corpus, pack, ids),
	});
}

/** The same at each saving, and no other reader's. */
async function ownId(pack: string): Promise<string> {
	const { [SEED]: seed = crypto.randomUUID() } = await browser.storage.local.get(SEED);
	await browser.storage.local.set({ [SEED]: seed });
	const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${seed} ${pack}`));
	return [...new Uint8Array(bytes)]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('')
		.slice(0, 32);
}
