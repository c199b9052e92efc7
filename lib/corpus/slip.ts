/** What the directory needs to know of one shard, so that an update reads none that did not change. Touches nothing. */
import type { Shard } from '../packs/index.ts';
import { hash32 } from './quick-hash.ts';
import { KINDS, type Kind, keptOf, type RowOf, rowOf } from './rows.ts';
import { publicId } from './store.ts';

export interface SlipRow {
	h: string;
	pack: string;
	/** Hash of what leads to a row, and the row's place in the shard, in turn. */
	ways: Uint32Array;
	articles: DatedArticle[];
	/** By local ids. What follows is missing in slips of older builds. */
	events?: { id: string; partOf?: string }[];
	/** What the shard's claims tell of events, by local ids. */
	told?: { event: string; claims: number; articles: string[] }[];
}

/** `sources`: hashes of the outlet's and the maker's public ids. */
interface DatedArticle {
	id: string;
	published: string;
	sources: number[];
}

/** What leads to rows: their own id, or the one they belong to. */
export const way = {
	id: (kind: Kind, id: string) => hash32(`${kind} ${id}`),
	claimsOf: (event: string) => hash32(`> ${event}`),
	eventsOf: (entity: string) => hash32(`@ ${entity}`),
	partsOf: (event: string) => hash32(`< ${event}`),
	articlesOf: (source: string) => hash32(`# ${source}`),
};

export function slipOf(h: string, shard: Shard): SlipRow {
	const pack = shard.packId;
	const kept = keptOf(shard);
	const ways: number[] = [];
	const articles: DatedArticle[] = [];
	let place = 0;
	const more: { [K in Kind]?: (row: RowOf[K]) => number[] } = {
		events: ({ participants, places, partOf }) => [
			...[...participants, ...places].map(way.eventsOf),
			...(partOf ? [way.partsOf(partOf)] : []),
		],
		claims: ({ event }) => [way.claimsOf(publicId(pack, event))],
		articles: ({ id, published, source, maker }) => {
			const sources = [source, ...(maker && maker !== source ? [maker] : [])].map(way.articlesOf);
			articles.push({ id, published, sources });
			return [];
		},
	};
	const take = <K extends Kind>(kind: K) => {
		for (const one of kept[kind]) {
			const row = rowOf(kind, { h, pack }, one);
			const hashes = [way.id(kind, publicId(pack, row.id)), ...(more[kind]?.(row) ?? [])];
			for (const hash of new Set(hashes)) ways.push(hash, place);
			place++;
		}
	};
	for (const kind of KINDS) take(kind);
	return {
		h,
		pack,
		ways: Uint32Array.from(ways),
		articles,
		events: shard.events.map(({ id, partOf }) => (partOf ? { id, partOf } : { id })),
		told: [...Map.groupBy(shard.claims, ({ event }) => event)].map(([event, claims]) => ({
			event,
			claims: claims.length,
			articles: [...new Set(claims.flatMap(({ reports }) => reports.map(({ article }) => article)))],
		})),
	};
}
