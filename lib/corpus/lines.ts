/** Lists for the corpus page: what is seen of them is read, by id. Reads through Corpus only. */
import { type Reader, say } from '../text/index.ts';
import { apart } from './apart.ts';
import type { Corpus } from './corpus.ts';
import { eventLine, type Here } from './coverage.ts';
import { linesIn } from './first.ts';
import { LATEST } from './latest.ts';
import { type ArticleRecord, MOST_SOURCES, type Named } from './pages.ts';
import { type ArticleRow, type EventRow, publicId, type SourceRow, splitId } from './store.ts';
import type { EventLine, Said } from './views.ts';

export const byTime = (a: EventRow, b: EventRow): number =>
	a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1;

/** In the order of `ids`; what is there no more is left out. */
export async function eventLines(
	corpus: Corpus,
	ids: readonly string[],
	reader: Reader,
): Promise<EventLine[]> {
	const rows = new Map((await corpus.events(ids)).map((row) => [publicId(row.pack, row.id), row]));
	const lines = ids.flatMap((id) => rows.get(id) ?? []).map((row) => eventLine(corpus, row, reader));
	return apart(await Promise.all(lines), corpus, reader);
}

/** The newest events; `here`: what is known of the page that is being read. */
export async function latestEvents(corpus: Corpus, reader: Reader, here: Here = {}): Promise<EventLine[]> {
	const lines = await corpus.latestLines();
	if (lines) return linesIn({ heads: corpus.heads, lines }, reader, here.relations);
	const rows = await corpus.latestEvents(LATEST);
	return apart(
		await Promise.all(rows.map((event) => eventLine(corpus, event, reader, here))),
		corpus,
		reader,
	);
}

/** In the order of `ids`, which are of one pack or of several. */
export async function articleRecords(
	corpus: Corpus,
	ids: readonly string[],
	reader: Reader,
): Promise<ArticleRecord[]> {
	const lines = new Map<string, ArticleRecord>();
	await Promise.all(
		[...Map.groupBy(ids.map(splitId), ([of]) => of)].map(async ([pack, list]) => {
			const articles = await corpus.articles(
				pack,
				list.map(([, id]) => id),
			);
			const sources = await corpus.sources(
				pack,
				[...articles.values()].flatMap(({ record }) => [record.source, record.carries ?? record.source]),
			);
			for (const row of articles.values())
				lines.set(publicId(pack, row.id), articleRecord(row, sources, reader));
		}),
	);
	return ids.flatMap((id) => lines.get(id) ?? []);
}

export function articleRecord(
	{ pack, id, record }: ArticleRow,
	sources: ReadonlyMap<string, SourceRow>,
	reader: Reader,
): ArticleRecord {
	const { lang } = record;
	const named = (source: string): Named => ({
		id: publicId(pack, source),
		name: say(sources.get(source)?.record.name ?? { en: source }, reader),
	});
	return {
		id: publicId(pack, id),
		source: named(record.source),
		maker: record.carries ? named(record.carries) : null,
		date: record.published,
		lang,
		title: record.title ? { text: record.title, lang } : null,
		dateline: record.dateline ? { text: record.dateline, lang } : null,
		byline: record.byline ?? null,
		url: record.url ?? null,
		archive: record.archive ?? null,
		retrieved: record.retrieved ?? null,
		note: record.note ? say(record.note, reader) : null,
	};
}

export async function sourceLines(corpus: Corpus, reader: Reader): Promise<(Named & { pack?: Said })[]> {
	const sources = await corpus.sourceList(MOST_SOURCES);
	const lines = sources
		.map(({ id, name }) => ({ id, name: say(name, reader) }))
		.sort((a, b) => a.name.text.localeCompare(b.name.text, reader));
	return apart(lines, corpus, reader);
}

/** The same look at the store, for one view of it: an event's claims and parts are read once, however often asked for. */
export function remembering(corpus: Corpus): Corpus {
	const once = <T>(read: (event: EventRow) => Promise<T>) => {
		const kept = new Map<string, Promise<T>>();
		return (event: EventRow) => {
			const id = publicId(event.pack, event.id);
			const found = kept.get(id) ?? read(event);
			kept.set(id, found);
			return found;
		};
	};
	return { ...corpus, claimsOf: once(corpus.claimsOf), partsOf: once(corpus.partsOf) };
}
