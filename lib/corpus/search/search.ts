/** Finding people, events, outlets and articles by what a reader types, in any script. Reads the Dexie store through segments. */
import { foldKey, type Reader, say } from '../../text/index.ts';
import { apart } from '../apart.ts';
import { scriptsOf } from '../card.ts';
import type { Corpus } from '../corpus.ts';
import { eventLine } from '../coverage.ts';
import { type EntityRow, publicId, type Store } from '../store.ts';
import type { ArticleLine, EntityLine, EventLine, OutletLine, SearchView } from '../views.ts';
import { findAll, type Hit } from './find.ts';
import { type Lines, namesOf } from './lines.ts';
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
	const key = foldKey(typed);
	const [entities, events, sources, articles] = await Promise.all([
		ranked('entity', hits, MOST.entity * times, key),
		ranked('event', hits, MOST.event * times, key),
		ranked('source', hits, MOST.source * times, key),
		ranked('article', hits, MOST.article * times, key),
	]);
	const told = <T extends Parameters<typeof apart>[0][number]>(lines: T[]) => apart(lines, corpus, reader);
	return {
		entities: told(entities.map(({ id, line }) => entityLineOf(id, line, reader))),
		events: told(await eventLines(corpus, events, reader)),
		sources: told(
			sources.map(({ id, line: { name, medium, country } }): OutletLine => {
				return { id, name: say(name, reader), medium, country };
			}),
		),
		articles: told(articles.map(({ id, line }) => articleLine(id, line, reader))),
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

/** `hits` in the order of score: of one that was met twice, the better. */
function best(hits: readonly Hit[], kind: Kind, most: number): Hit[] {
	const seen = new Map<string, Hit>();
	for (const hit of hits) {
		if (hit.kind !== kind) continue;
		const key = `${hit.segment.pack}/${hit.ordinal}`;
		if (!seen.has(key)) seen.set(key, hit);
		if (seen.size === most) break;
	}
	return [...seen.values()];
}

interface Ranked<K extends Kind> {
	/** Public. */
	id: string;
	line: Lines[K];
}

/** The best of a kind, by how like their names are to what was typed too. */
async function ranked<K extends Kind>(
	kind: K,
	hits: readonly Hit[],
	most: number,
	key: string,
): Promise<Ranked<K>[]> {
	const groups = [...Map.groupBy(best(hits, kind, most + 8), ({ segment }) => segment)];
	const found = await Promise.all(
		groups.map(async ([{ pack, docs }, list]) =>
			(await docs(list.map(({ ordinal }) => ordinal))).flatMap(({ id, weight, line }, at) =>
				line
					? {
							id: publicId(pack, id),
							line: line as Lines[K],
							score: (list[at] as Hit).score + likeness(namesOf(line), key),
							weight,
							date: dateOf(line),
						}
					: [],
			),
		),
	);
	return found
		.flat()
		.sort((a, b) => b.score - a.score || b.weight - a.weight || (a.date < b.date ? 1 : -1))
		.slice(0, most);
}

const dateOf = (line: Lines[Kind]): string =>
	'when' in line ? line.when.start : 'date' in line ? line.date : '';

/** A whole name is better than its beginning, that better than a word within. */
function likeness(names: readonly string[], key: string): number {
	const keys = names.map(foldKey);
	const close = (text: string) => text.replaceAll(' ', '');
	if (keys.some((name) => name === key || close(name) === close(key))) return 40;
	return keys.some((name) => name.startsWith(key)) ? 4 : 0;
}

export const entityLine = ({ pack, id, record }: EntityRow, reader: Reader): EntityLine =>
	entityLineOf(publicId(pack, id), record, reader);

function entityLineOf(
	id: string,
	record: Pick<Lines['entity'], 'name' | 'kind' | 'description'>,
	reader: Reader,
): EntityLine {
	const name = say(record.name, reader);
	return {
		id,
		name,
		others: scriptsOf(record, [name.text]),
		kind: record.kind,
		description: say(record.description, reader),
	};
}

async function eventLines(
	corpus: Corpus,
	found: readonly Ranked<'event'>[],
	reader: Reader,
): Promise<EventLine[]> {
	const lines = found.map(async ({ id, line: { name, when, place, told } }) => {
		const row = told ? null : await corpus.event(id);
		if (row) return eventLine(corpus, row, reader);
		return {
			id,
			name: say(name, reader),
			when,
			place: place && say(place, reader),
			...(told ?? { articles: 0, claims: 0 }),
			relation: 'none' as const,
		};
	});
	return Promise.all(lines);
}

const articleLine = (
	id: string,
	{ title, lang, date, outlet }: Lines['article'],
	reader: Reader,
): ArticleLine => ({
	id,
	title: title === null ? null : { text: title, lang },
	outlet: say(outlet, reader),
	date,
});
