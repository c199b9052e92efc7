/** Reading the live rows: by id, by index, never a table whole. Touches the Dexie store. */
import { liveShards, revisionOf } from './derive.ts';
import {
	type ArticleRow,
	type ClaimRow,
	type EntityRow,
	type EventRow,
	type HeadBody,
	publicId,
	type ReportsRow,
	type SourceRow,
	type Store,
	splitId,
} from './store.ts';
import { openTimeline, type Timeline } from './timeline.ts';

export interface ArticleKey {
	shard: string;
	id: string;
	published: string;
}

/** One look at the store: the heads as they were when it was opened. Cheap; make a new one for each answer. */
export interface Corpus {
	readonly store: Store;
	readonly revision: string;
	readonly heads: ReadonlyMap<string, HeadBody>;
	entity(id: string): Promise<EntityRow | null>;
	entities(ids: readonly string[]): Promise<EntityRow[]>;
	event(id: string): Promise<EventRow | null>;
	events(ids: readonly string[]): Promise<EventRow[]>;
	/** null while no index is built for what is live. */
	timeline(): Promise<Timeline | null>;
	/** Events an entity takes part in or that happened there. */
	eventsOf(entity: string): Promise<EventRow[]>;
	/** Events of any pack that begin on that day (ISO), `most` of them. */
	eventsOn(day: string, most: number): Promise<EventRow[]>;
	/** Events of the same pack that belong to `event`. */
	partsOf(event: EventRow): Promise<EventRow[]>;
	latestEvents(most: number): Promise<EventRow[]>;
	claimsOf(event: EventRow): Promise<ClaimRow[]>;
	claim(pack: string, id: string): Promise<ClaimRow | null>;
	claims(ids: readonly string[]): Promise<ClaimRow[]>;
	articles(pack: string, ids: readonly string[]): Promise<Map<string, ArticleRow>>;
	/** Of an outlet or agency, as carrier or maker: keys only, newest first. */
	articleKeysOf(source: string): Promise<ArticleKey[]>;
	/** What is reported of articles, by their local ids. */
	reportsOf(pack: string, articles: readonly string[]): Promise<ReportsRow[]>;
	/** Sources of all packs, by pack and id. */
	sourceList(most: number): Promise<SourceRow[]>;
	sources(pack: string, ids: readonly string[]): Promise<Map<string, SourceRow>>;
	/** Day of the newest article of a pack, ISO; '' when it has none. */
	newestArticle(pack: string): Promise<string>;
}

export async function openCorpus(store: Store): Promise<Corpus> {
	const rows = await store.heads.toArray();
	const shards = liveShards(rows);
	const live = new Set(shards);
	const heads = new Map(rows.flatMap((row) => (row.live ? [[row.pack, row.live] as const] : [])));
	const isLive = (row: { shard: string }) => live.has(row.shard);

	async function many<T extends { shard: string; id: string }>(
		table: 'entities' | 'events' | 'articles' | 'sources' | 'claims' | 'reports',
		keys: readonly (readonly [string, string])[],
	): Promise<T[]> {
		const found = await store
			.table(table)
			.where('[pack+id]')
			.anyOf(keys.map((key) => [...key]))
			.toArray();
		return found.filter(isLive);
	}
	const byId = async <T extends { shard: string; id: string }>(
		table: 'articles' | 'sources',
		pack: string,
		ids: readonly string[],
	) => {
		const found = await many<T>(
			table,
			[...new Set(ids)].map((id) => [pack, id] as const),
		);
		return new Map(found.map((row) => [row.id, row]));
	};
	const distinct = <T extends { pack: string; id: string }>(list: T[]) => [
		...new Map(list.map((row) => [`${row.pack}/${row.id}`, row])).values(),
	];

	return {
		store,
		revision: revisionOf(shards),
		heads,
		entity: async (id) => (await many<EntityRow>('entities', [splitId(id)]))[0] ?? null,
		entities: (ids) => many<EntityRow>('entities', [...new Set(ids)].map(splitId)),
		event: async (id) => (await many<EventRow>('events', [splitId(id)]))[0] ?? null,
		eventsOf: async (entity) =>
			distinct(
				(
					await Promise.all([
						store.events.where('participants').equals(entity).toArray(),
						store.events.where('places').equals(entity).toArray(),
					])
				)
					.flat()
					.filter(isLive),
			),
		eventsOn: async (day, most) =>
			(await store.events.where('start').startsWith(day).limit(most).toArray()).filter(isLive),
		events: (ids) => many<EventRow>('events', [...new Set(ids)].map(splitId)),
		timeline: () => openTimeline(store, revisionOf(shards)),
		claims: (ids) => many<ClaimRow>('claims', [...new Set(ids)].map(splitId)),
		articleKeysOf: async (source) => {
			const found = await Promise.all(
				(['source', 'maker'] as const).map(async (role) => {
					const range = store.articles.where(`[${role}+published]`).between([source, ''], [source, '\uffff']);
					const [dates, keys] = await Promise.all([range.keys(), range.primaryKeys()]);
					return keys.map(([shard, id], at) => ({
						shard,
						id,
						published: (dates[at] as unknown as [string, string])[1],
					}));
				}),
			);
			return found
				.flat()
				.filter(isLive)
				.sort((a, b) => (a.published < b.published ? 1 : -1));
		},
		reportsOf: (pack, articles) =>
			many<ReportsRow>(
				'reports',
				[...new Set(articles)].map((id) => [pack, id] as const),
			),
		sourceList: async (most) =>
			(await store.sources.orderBy('[pack+id]').limit(most).toArray()).filter(isLive),
		partsOf: async ({ pack, id }) =>
			(await store.events.where('partOf').equals(publicId(pack, id)).toArray()).filter(isLive),
		latestEvents: async (most) =>
			await store.events
				.orderBy('start')
				.reverse()
				.filter((row) => isLive(row) && !row.record.series)
				.limit(most)
				.toArray(),
		claimsOf: async ({ pack, id }) =>
			(await store.claims.where('[pack+event]').equals([pack, id]).toArray()).filter(isLive),
		claim: async (pack, id) => (await many<ClaimRow>('claims', [[pack, id]]))[0] ?? null,
		articles: (pack, ids) => byId<ArticleRow>('articles', pack, ids),
		sources: (pack, ids) => byId<SourceRow>('sources', pack, ids),
		newestArticle: async (pack) => {
			const newest = await store.articles
				.where('[pack+published]')
				.between([pack, ''], [pack, '\uffff'])
				.reverse()
				.filter(isLive)
				.first();
			return newest?.published.slice(0, 10) ?? '';
		},
	};
}
