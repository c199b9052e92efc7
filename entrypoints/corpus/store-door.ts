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
	type Looks,
	lineup,
	NoIndex,
	packLine,
	remembering,
	seriesList,
	sourceLines,
	sourcePage,
} from '../../lib/corpus/index.ts';
import type { Named } from '../../lib/corpus/pages.ts';
import { type Reader, say } from '../../lib/text/index.ts';
import type { Lookup } from './scan.ts';

interface Options {
	looks: Looks;
	reader: Reader;
	/** Asked once where an index is missing: resolves when it was built, or cannot be. */
	repair: () => Promise<unknown>;
	search: CorpusDoor['search'];
	save: CorpusDoor['save'];
}

/** Rows of a list that are asked for as soon as it is drawn: they are read while the page above them is. */
const FIRST = 25;
const ahead = (reading: Promise<unknown>) => void reading.catch(() => undefined);

export function storeDoor({ looks, reader, repair, search, save }: Options): CorpusDoor {
	const idOf = ({ pack, id }: { pack: string; id: string }) => `${pack}/${id}`;
	let repaired: Promise<unknown> | null = null;
	let kept: { revision: string; lookup: Promise<Lookup> } | null = null;
	const lookUp = async () => (await import('./scan.ts')).openLookup(looks.store);

	const ask = <T>(view: (corpus: Corpus) => Promise<T>) => looks.ask((corpus) => view(remembering(corpus)));

	/** Names are counted with the index that marks pages, loaded while a view reads its rows; without one a page shows none. */
	const scan = (corpus: Corpus) => {
		if (kept?.revision !== corpus.revision) kept = { revision: corpus.revision, lookup: lookUp() };
		const { lookup } = kept;
		lookup.catch(() => {
			if (kept?.lookup === lookup) kept = null;
		});
		return {
			async scan(texts: readonly string[]) {
				try {
					return await (await lookup).scan(texts);
				} catch (error) {
					kept = null;
					if (!(error instanceof NoIndex)) throw error;
					return { marks: [], names: [], ids: [], discreet: [] };
				}
			},
		};
	};

	return {
		async list(filters) {
			const { parts, ...ids } = filters;
			const asked = { ...ids, parts: parts === '1' };
			let found = await ask((corpus) => lineup(corpus, asked));
			if (!found && (await looks.open()).heads.size > 0) {
				repaired ??= repair();
				await repaired;
				looks.renew();
				found = await ask((corpus) => lineup(corpus, asked));
			}
			if (!found) return null;
			const { days, ids: idsAt } = found;
			return {
				days,
				rows: async (positions) => {
					const wanted = await idsAt(positions);
					return ask((corpus) => eventLines(corpus, wanted, reader));
				},
			};
		},
		event: (id) => ask((corpus) => eventPage(corpus, id, reader)),
		entity: (id) =>
			ask(async (corpus) => {
				const page = await entityPage(corpus, scan(corpus), id, reader);
				if (page) ahead(eventLines(corpus, page.events.slice(0, FIRST), reader));
				return page;
			}),
		article: (id) => ask((corpus) => articlePage(corpus, id, reader)),
		source: (id) =>
			ask(async (corpus) => {
				const page = await sourcePage(corpus, scan(corpus), id, reader);
				if (page) ahead(articleRecords(corpus, page.articles.slice(0, FIRST), reader));
				return page;
			}),
		compare: (a, b) => ask((corpus) => comparison(corpus, scan(corpus), a, b, reader)),
		search,
		events: (ids) => ask((corpus) => eventLines(corpus, ids, reader)),
		articles: (ids) => ask((corpus) => articleRecords(corpus, ids, reader)),
		sources: () => ask((corpus) => sourceLines(corpus, reader)),
		series: () =>
			ask(async (corpus) =>
				(await seriesList(corpus)).map((row) => ({ id: idOf(row), name: say(row.record.name, reader) })),
			),
		named: (kind, id) =>
			ask(async (corpus): Promise<Named | null> => {
				const [pack = '', local = ''] = id.split('/');
				const row =
					kind === 'entity'
						? await corpus.entity(id)
						: kind === 'event'
							? await corpus.event(id)
							: (await corpus.sources(pack, [local])).get(local);
				return row ? { id, name: say(row.record.name, reader) } : null;
			}),
		packOf: (id) => ask((corpus) => packLine(corpus, { pack: id.split('/')[0] ?? '' }, reader)),
		save,
	};
}
