/** Reading the live rows: by id, by what they belong to, by date. Touches the Dexie store. */

import { type ArticleKey, NoIndex, openDirectory } from './directory.ts';
import { keyOf, type LatestLine, type LatestRow } from './first.ts';
import { newestFirst } from './latest.ts';
import { liveShards, revisionOf } from './revision.ts';
import type { Kind, RowOf } from './rows.ts';
import { type Same, sameFrom } from './same.ts';
import { eachRow, readSpots, type Spot } from './shelf.ts';
import { way } from './slip.ts';
import { type Listed, listSources, type SourcesRow, type SpotsRow } from './sources.ts';
import {
	type ArticleRow,
	type ClaimRow,
	type EntityRow,
	type EventRow,
	type LiveRow,
	publicId,
	type ReportsRow,
	type SourceRow,
	type Store,
	type TermRow,
} from './store.ts';
import { dayOf, openTimeline, type Timeline } from './timeline.ts';
import type { Told } from './told.ts';

/** One look at the store: the heads as they were when it was opened. Cheap; make a new one for each answer. */
export interface Corpus {
	readonly store: Store;
	readonly revision: string;
	readonly heads: ReadonlyMap<string, LiveRow>;
	entity(id: string): Promise<EntityRow | null>;
	entities(ids: readonly string[]): Promise<EntityRow[]>;
	event(id: string): Promise<EventRow | null>;
	events(ids: readonly string[]): Promise<EventRow[]>;
	/** null while no index is built for what is live. */
	timeline(): Promise<Timeline | null>;
	/** Which entities of several packs are one. */
	same(): Promise<Same>;
	/** Events an entity takes part in or that happened there, told by any pack that has it. */
	eventsOf(entity: string): Promise<EventRow[]>;
	/** Events of any pack that begin on that day (ISO), `most` of them. */
	eventsOn(day: string, most: number): Promise<EventRow[]>;
	/** Events of the same pack that belong to `event`. */
	partsOf(event: EventRow): Promise<EventRow[]>;
	latestEvents(most: number): Promise<EventRow[]>;
	/** The same as lines; null where they were not made beforehand. */
	latestLines(): Promise<LatestLine[] | null>;
	/** What is reported of an event and its parts; null where it was not counted beforehand. */
	told(event: EventRow): Promise<Told | null>;
	claimsOf(event: EventRow): Promise<ClaimRow[]>;
	claim(pack: string, id: string): Promise<ClaimRow | null>;
	claims(ids: readonly string[]): Promise<ClaimRow[]>;
	articles(pack: string, ids: readonly string[]): Promise<Map<string, ArticleRow>>;
	/** Of an outlet or agency, as carrier or maker: keys only, newest first. */
	articleKeysOf(source: string): Promise<ArticleKey[]>;
	/** By these keys, of articles of one pack: their records, and what is reported of them. */
	articlesAt(pack: string, keys: readonly ArticleKey[]): Promise<Map<string, ArticleRow>>;
	reportsAt(pack: string, keys: readonly ArticleKey[]): Promise<ReportsRow[]>;
	/** What is reported of articles, by their local ids. */
	reportsOf(pack: string, articles: readonly string[]): Promise<ReportsRow[]>;
	/** Sources of all packs, by pack and id. */
	sourceList(most: number): Promise<Listed[]>;
	sources(pack: string, ids: readonly string[]): Promise<Map<string, SourceRow>>;
	terms(pack: string, ids: readonly string[]): Promise<Map<string, TermRow>>;
	/** Day of the newest article of a pack, ISO; '' when it has none. */
	newestArticle(pack: string): Promise<string>;
	/** Reads beforehand what was looked up last: of a new version, the first look-up finds it at hand. */
	warm(): Promise<void>;
	/** All live rows of a kind, a page at a time: for those who need them all. */
	each<K extends Kind>(kind: K): AsyncIterable<RowOf[K]>;
}

export async function openCorpus(store: Store): Promise<Corpus> {
	const rows = await store.live.toArray();
	const revision = revisionOf(rows);
	const heads = new Map(rows.map((row) => [row.pack, row]));
	const directory = await openDirectory(store, revision);
	const shards = async () => liveShards(await store.heads.toArray());
	/** null: all that the directory leads to are. */
	const live = directory?.revision === revision ? null : new Set(await shards());
	const isLive = (h: string) => live?.has(h) ?? true;

	/** Live rows of a kind that the ways lead to; `is` tells them from those that only share a hash. */
	async function read<K extends Kind>(
		kind: K,
		ways: readonly number[],
		is: (row: RowOf[K]) => boolean,
	): Promise<RowOf[K][]> {
		if (ways.length === 0 || heads.size === 0) return [];
		if (!directory) throw new NoIndex();
		const spots = (await directory.find(ways)).filter(({ h }) => isLive(h));
		return (await readSpots(store, kind, spots)).filter(is);
	}
	const byIds = <K extends Kind>(kind: K, ids: readonly string[]): Promise<RowOf[K][]> => {
		const wanted = new Set(ids);
		return read(
			kind,
			ids.map((id) => way.id(kind, id)),
			({ pack, id }) => wanted.has(publicId(pack, id)),
		);
	};
	const inPack = async <K extends Kind>(kind: K, pack: string, ids: readonly string[]) => {
		const found = await byIds(
			kind,
			ids.map((id) => publicId(pack, id)),
		);
		return new Map(found.map((row) => [row.id, row]));
	};
	const reportsOf = (pack: string, articles: readonly string[]) =>
		byIds(
			'reports',
			articles.map((id) => publicId(pack, id)),
		);
	/** Live rows of a pack at places that were noted beforehand. */
	const rowsAt = async <K extends Kind>(kind: K, pack: string, spots: readonly Spot[]) =>
		(
			await readSpots(
				store,
				kind,
				spots.filter(({ h }) => isLive(h)),
			)
		).filter((row) => row.pack === pack);
	const sourceSpots = new Map<string, Promise<SpotsRow['spots']>>();
	/** undefined: none were noted. */
	const sourceSpotsOf = (pack: string): Promise<SpotsRow['spots']> => {
		const known = sourceSpots.get(pack);
		if (known) return known;
		const row = store.one.derived(`${directory?.revision}/sources/${pack}`);
		const spots = row.then((kept) => (kept as SpotsRow | undefined)?.spots);
		spots.catch(() => sourceSpots.delete(pack));
		sourceSpots.set(pack, spots);
		return spots;
	};
	let order: Promise<Timeline | null> | undefined;
	const timeline = () => {
		order ??= openTimeline(store, directory?.revision ?? revision);
		return order;
	};
	let joined: Promise<Same> | undefined;
	const same = () => {
		// One pack alone has nothing to join.
		joined ??= heads.size > 1 && directory ? directory.same() : Promise.resolve(sameFrom([]));
		return joined;
	};
	const distinct = (list: EventRow[]) => [
		...new Map(list.map((row) => [publicId(row.pack, row.id), row])).values(),
	];

	return {
		store,
		revision,
		heads,
		entity: async (id) => (await byIds('entities', [id]))[0] ?? null,
		entities: (ids) => byIds('entities', ids),
		async event(id) {
			// Mostly asked for next: read in the same go.
			void directory?.warm([way.claimsOf(id), way.partsOf(id)]).catch(() => undefined);
			return (await byIds('events', [id]))[0] ?? null;
		},
		events: (ids) => byIds('events', ids),
		timeline,
		same,
		async eventsOf(entity) {
			const all = (await same()).of(entity);
			const found = await read('events', all.map(way.eventsOf), ({ participants, places }) =>
				all.some((id) => participants.includes(id) || places.includes(id)),
			);
			return distinct(found);
		},
		async eventsOn(day, most) {
			const { days, ids } = (await timeline()) ?? {};
			const wanted = dayOf(day);
			const from = days?.indexOf(wanted) ?? -1;
			if (!days || !ids || from < 0) return [];
			const positions: number[] = [];
			for (let at = from; days[at] === wanted && positions.length < most; at++) positions.push(at);
			const found = await byIds('events', await ids(positions));
			return found.filter(({ start }) => start.startsWith(day));
		},
		partsOf: ({ pack, id }) => {
			const whole = publicId(pack, id);
			return read('events', [way.partsOf(whole)], ({ partOf }) => partOf === whole);
		},
		async latestEvents(most) {
			const { days, ids } = (await timeline()) ?? {};
			if (!days || !ids) return [];
			// Where a pack was just taken away, some of these are live no more.
			const positions = Array.from(
				{ length: Math.min(2 * most, days.length) },
				(_, i) => days.length - 1 - i,
			);
			return (await byIds('events', await ids(positions))).sort(newestFirst).slice(0, most);
		},
		latestLines: async () =>
			((await store.one.derived(keyOf(revision))) as LatestRow | undefined)?.lines ?? null,
		// Another version's numbers are not this one's.
		told: async ({ pack, id }) =>
			directory?.revision === revision ? directory.told(way.id('events', publicId(pack, id))) : null,
		claimsOf: ({ pack, id }) =>
			read('claims', [way.claimsOf(publicId(pack, id))], (row) => row.pack === pack && row.event === id),
		claim: async (pack, id) => (await byIds('claims', [publicId(pack, id)]))[0] ?? null,
		claims: (ids) => byIds('claims', ids),
		articles: (pack, ids) => inPack('articles', pack, ids),
		articleKeysOf: async (source) =>
			((await directory?.articles(way.articlesOf(source))) ?? []).filter(({ shard }) => isLive(shard)),
		async articlesAt(pack, keys) {
			const spots = keys.flatMap(({ shard: h, place }) => (place === undefined ? [] : { h, place }));
			const found = new Map((await rowsAt('articles', pack, spots)).map((row) => [row.id, row]));
			const missing = keys.filter(({ id }) => !found.has(id)).map(({ id }) => id);
			return missing.length === 0 ? found : new Map([...found, ...(await inPack('articles', pack, missing))]);
		},
		async reportsAt(pack, keys) {
			const ids = new Set(keys.map(({ id }) => id));
			if (keys.some(({ reports }) => !reports)) return reportsOf(pack, [...ids]);
			const spots = keys.flatMap(({ reports = [] }) => reports);
			return (await rowsAt('reports', pack, spots)).filter(({ id }) => ids.has(id));
		},
		reportsOf,
		async sourceList(most) {
			const listed = (await store.one.derived(`${revision}/sources`)) as SourcesRow | undefined;
			const sources = listed?.sources ?? (await listSources(store, await shards()));
			return sources.slice(0, most);
		},
		async sources(pack, ids) {
			const spots = await sourceSpotsOf(pack);
			if (!spots) return inPack('sources', pack, ids);
			const found = await rowsAt(
				'sources',
				pack,
				[...new Set(ids)].flatMap((id) => spots.get(id) ?? []),
			);
			return new Map(found.map((row) => [row.id, row]));
		},
		terms: (pack, ids) => inPack('terms', pack, ids),
		newestArticle: async (pack) => (heads.has(pack) ? (directory?.newest(pack).slice(0, 10) ?? '') : ''),
		async warm() {
			await Promise.all([directory?.warm(), same()]);
		},
		async *each(kind) {
			yield* eachRow(store, kind, await shards());
		},
	};
}
