/** Answers the questions of the corpus page from the store. */
import type { CorpusDoor } from '../../components/corpus/door.ts';
import {
	articlePage,
	articleRecords,
	type Corpus,
	comparison,
	entityPage,
	eventLines,
	eventPage,
	type Lookup,
	lineup,
	NoIndex,
	openLookup,
	packLine,
	type Store,
	seriesList,
	sourceLines,
	sourcePage,
} from '../../lib/corpus/index.ts';
import type { Named } from '../../lib/corpus/pages.ts';
import { type Reader, say } from '../../lib/text/index.ts';

interface Options {
	store: Store;
	/** A look at the store as it is now. */
	open: () => Promise<Corpus>;
	reader: Reader;
	/** Asked once where an index is missing: resolves when it was built, or cannot be. */
	repair: () => Promise<unknown>;
	search: CorpusDoor['search'];
	save: CorpusDoor['save'];
}

export function storeDoor({ store, open, reader, repair, search, save }: Options): CorpusDoor {
	const idOf = ({ pack, id }: { pack: string; id: string }) => `${pack}/${id}`;
	let repaired: Promise<unknown> | null = null;
	let kept: { revision: string; lookup: Lookup } | null = null;

	/** Names are counted with the index that marks pages; without one a page shows none. */
	const scan = (corpus: Corpus) => ({
		async scan(texts: readonly string[]) {
			try {
				if (kept?.revision !== corpus.revision)
					kept = { revision: corpus.revision, lookup: await openLookup(store) };
				return await kept.lookup.scan(texts);
			} catch (error) {
				kept = null;
				if (!(error instanceof NoIndex)) throw error;
				return { marks: [], ids: [], discreet: [] };
			}
		},
	});

	return {
		async list(filters) {
			const { parts, ...ids } = filters;
			const asked = { ...ids, parts: parts === '1' };
			let corpus = await open();
			let found = await lineup(corpus, asked);
			if (!found && corpus.heads.size > 0) {
				repaired ??= repair();
				await repaired;
				corpus = await open();
				found = await lineup(corpus, asked);
			}
			if (!found) return null;
			const { days, ids: idsAt } = found;
			return { days, rows: async (positions) => eventLines(corpus, await idsAt(positions), reader) };
		},
		event: async (id) => eventPage(await open(), id, reader),
		async entity(id) {
			const corpus = await open();
			return entityPage(corpus, scan(corpus), id, reader);
		},
		article: async (id) => articlePage(await open(), id, reader),
		async source(id) {
			const corpus = await open();
			return sourcePage(corpus, scan(corpus), id, reader);
		},
		async compare(a, b) {
			const corpus = await open();
			return comparison(corpus, scan(corpus), a, b, reader);
		},
		search,
		events: async (ids) => eventLines(await open(), ids, reader),
		articles: async (ids) => articleRecords(await open(), ids, reader),
		sources: async () => sourceLines(await open(), reader),
		series: async () =>
			(await seriesList(await open())).map((row) => ({ id: idOf(row), name: say(row.record.name, reader) })),
		async named(kind, id): Promise<Named | null> {
			const corpus = await open();
			const [pack = '', local = ''] = id.split('/');
			const row =
				kind === 'entity'
					? await corpus.entity(id)
					: kind === 'event'
						? await corpus.event(id)
						: (await corpus.sources(pack, [local])).get(local);
			return row ? { id, name: say(row.record.name, reader) } : null;
		},
		packOf: async (id) => packLine(await open(), { pack: id.split('/')[0] ?? '' }, reader),
		save,
	};
}
