/** Finding people, events, outlets and articles by what a reader types, in any script. Reads the Dexie store through Corpus and segments. */
import type { Texts } from '../../packs/index.ts';
import { foldKey, type Reader, say } from '../../text/index.ts';
import { apart } from '../apart.ts';
import { scriptsOf } from '../card.ts';
import type { Corpus } from '../corpus.ts';
import { eventLine } from '../coverage.ts';
import {
	type ArticleRow,
	type EntityRow,
	type EventRow,
	publicId,
	type SourceRow,
	type Store,
} from '../store.ts';
import type { ArticleLine, EntityLine, OutletLine, SearchView } from '../views.ts';
import { findAll, type Hit } from './find.ts';
import type { Kind } from './part.ts';
import { queriesOf } from './query.ts';
import { openSegment, type Segment } from './segment.ts';

/** Results of each kind. */
const MOST: Record<Kind, number> = { entity: 8, event: 8, source: 4, article: 6 };

/** Dictionaries read once a life of the page or worker. */
const opened = new WeakMap<Store, Map<string, Promise<Segment>>>();

/**
 * Every word must be met: in a name, in what is said of an event, or in the name of one who takes part. `times`: as many
 * results as usual. Throws SearchDamaged when the index must be built (anew).
 */
export async function search(
	corpus: Corpus,
	typed: string,
	reader: Reader,
	{ times = 1 }: { times?: number } = {},
): Promise<SearchView> {
	const queries = queriesOf(typed);
	if (queries.length === 0) return { entities: [], events: [], sources: [], articles: [] };
	const segments = await segmentsOf(corpus);
	const hits = await findAll(segments, queries);
	const most = (kind: Kind) => MOST[kind] * times;
	const of = async <T extends { pack: string; id: string }>(
		kind: Kind,
		read: (pack: string, ids: string[]) => Promise<Iterable<T>>,
		names: (row: T) => string[],
		date: (row: T) => string,
	): Promise<T[]> => {
		const found = await rowsOf(best(hits, kind, most(kind) + 8), read);
		const key = foldKey(typed);
		const ranked = found.map(({ row, score, weight }) => ({
			row,
			score: score + likeness(names(row), key),
			weight,
			date: date(row),
		}));
		ranked.sort((a, b) => b.score - a.score || b.weight - a.weight || (a.date < b.date ? 1 : -1));
		return ranked.slice(0, most(kind)).map(({ row }) => row);
	};
	const foundEntities = of<EntityRow>(
		'entity',
		(pack, ids) => corpus.entities(ids.map((id) => publicId(pack, id))),
		({ record }) => [
			...all(record.name),
			...record.aliases.map(({ text }) => text),
			...(record.pinyin ?? []),
		],
		() => '',
	);
	const foundEvents = of<EventRow>(
		'event',
		(pack, ids) => corpus.events(ids.map((id) => publicId(pack, id))),
		({ record }) => all(record.name),
		({ start }) => start,
	);
	const foundSources = of<SourceRow>(
		'source',
		async (pack, ids) => (await corpus.sources(pack, ids)).values(),
		({ record }) => all(record.name),
		() => '',
	);
	const foundArticles = of<ArticleRow>(
		'article',
		async (pack, ids) => (await corpus.articles(pack, ids)).values(),
		({ record }) => (record.title ? [record.title] : []),
		({ published }) => published,
	);
	const [entities, events, sources, articles] = await Promise.all([
		foundEntities,
		foundEvents,
		foundSources,
		foundArticles,
	]);
	const [eventLines, articleLines] = await Promise.all([
		Promise.all(events.map((row) => eventLine(corpus, row, reader))),
		Promise.all(articles.map((row) => articleLine(corpus, row, reader))),
	]);
	const told = <T extends Parameters<typeof apart>[0][number]>(lines: T[]) => apart(lines, corpus, reader);
	return {
		entities: told(entities.map((row) => entityLine(row, reader))),
		events: told(eventLines),
		sources: told(sources.map((row) => outletLine(row, reader))),
		articles: told(articleLines),
	};
}

/** Reads what the first search would wait for. Throws SearchDamaged. */
export const warmSearch = async (corpus: Corpus): Promise<void> => void (await segmentsOf(corpus));

/** Throws SearchDamaged. */
function segmentsOf({ store, heads }: Corpus): Promise<Segment[]> {
	const known = opened.get(store) ?? new Map<string, Promise<Segment>>();
	const now = new Map<string, Promise<Segment>>();
	for (const [pack, { hash }] of heads) {
		const one = known.get(`${pack}/${hash}`) ?? openSegment(store, pack, hash);
		// What cannot be opened is tried again the next time.
		one.catch(() => now.delete(`${pack}/${hash}`));
		now.set(`${pack}/${hash}`, one);
	}
	opened.set(store, now);
	return Promise.all(now.values());
}

function best(hits: readonly Hit[], kind: Kind, most: number): Hit[] {
	const seen = new Map<string, Hit>();
	for (const hit of hits) {
		if (hit.kind !== kind) continue;
		const key = `${hit.segment.pack}/${hit.ordinal}`;
		if ((seen.get(key)?.score ?? -1) < hit.score) seen.set(key, hit);
	}
	return [...seen.values()].sort((a, b) => b.score - a.score).slice(0, most);
}

async function rowsOf<T extends { id: string }>(
	hits: readonly Hit[],
	read: (pack: string, ids: string[]) => Promise<Iterable<T>>,
): Promise<{ row: T; score: number; weight: number }[]> {
	const groups = [...Map.groupBy(hits, ({ segment }) => segment)];
	const found = await Promise.all(
		groups.map(async ([segment, list]) => {
			const docs = await segment.docs(list.map(({ ordinal }) => ordinal));
			const rows = await read(
				segment.pack,
				docs.map(({ id }) => id),
			);
			const byId = new Map([...rows].map((row) => [row.id, row]));
			return docs.flatMap(({ id, weight }, at) => {
				const row = byId.get(id);
				return row ? [{ row, weight, score: (list[at] as Hit).score }] : [];
			});
		}),
	);
	return found.flat();
}

/** A whole name is better than its beginning, that better than a word within. */
function likeness(names: readonly string[], key: string): number {
	const keys = names.map(foldKey);
	const close = (text: string) => text.replaceAll(' ', '');
	if (keys.some((name) => name === key || close(name) === close(key))) return 40;
	return keys.some((name) => name.startsWith(key)) ? 4 : 0;
}

const all = (texts: Texts): string[] => Object.values(texts).filter((text) => text !== undefined);

export function entityLine({ pack, id, record }: EntityRow, reader: Reader): EntityLine {
	const name = say(record.name, reader);
	return {
		id: publicId(pack, id),
		name,
		others: scriptsOf(record, [name.text]),
		kind: record.kind,
		description: say(record.description, reader),
	};
}

const outletLine = ({ pack, id, record }: SourceRow, reader: Reader): OutletLine => ({
	id: publicId(pack, id),
	name: say(record.name, reader),
	medium: record.medium,
	country: record.country,
});

async function articleLine(
	corpus: Corpus,
	{ pack, id, record }: ArticleRow,
	reader: Reader,
): Promise<ArticleLine> {
	const outlet = (await corpus.sources(pack, [record.source])).get(record.source);
	return {
		id: publicId(pack, id),
		title: record.title ? { text: record.title, lang: record.lang } : null,
		outlet: outlet ? say(outlet.record.name, reader) : { text: record.source, lang: 'und' },
		date: record.published,
	};
}
