/** From a shard's records to the rows of the store. Touches nothing. */
import type { Article, Claim, Shard } from '../packs/index.ts';
import {
	type ArticleRow,
	type ClaimRow,
	type EntityRow,
	type EventRow,
	publicId,
	type ReportsRow,
	type SourceRow,
	type TermRow,
} from './store.ts';

export interface Rows {
	sources: SourceRow[];
	articles: ArticleRow[];
	entities: EntityRow[];
	terms: TermRow[];
	events: EventRow[];
	claims: ClaimRow[];
	reports: ReportsRow[];
}

export function rowsOf(h: string, shard: Shard): Rows {
	const pack = shard.packId;
	const row = <T extends { id: string }>(record: T) => ({ shard: h, pack, id: record.id, record });
	return {
		sources: shard.sources.map(row),
		articles: shard.articles.map((article) => ({ ...row(article), ...bySource(pack, article) })),
		terms: shard.terms.map(row),
		entities: shard.entities.map(row),
		events: shard.events.map((event) => ({
			...row(event),
			participants: event.participants.map(({ entity }) => publicId(pack, entity)),
			places: event.where.map((place) => publicId(pack, place)),
			start: event.when.start,
			partOf: event.partOf ? publicId(pack, event.partOf) : '',
		})),
		claims: shard.claims.map((claim) => ({ ...row(claim), event: claim.event })),
		reports: reportsOf(h, pack, shard.claims),
	};
}

/** The index fields of an article. */
export const bySource = (pack: string, { published, source, carries }: Article) => ({
	published,
	source: publicId(pack, source),
	...(carries ? { maker: publicId(pack, carries) } : {}),
});

/** A row an article that these claims report. */
export function reportsOf(shard: string, pack: string, claims: readonly Claim[]): ReportsRow[] {
	const rows = new Map<string, ReportsRow>();
	for (const { id: claim, event, reports } of claims) {
		for (const { article, via, at } of reports) {
			const none = { shard, pack, id: article, claims: [], events: [], credits: [], pointers: [] };
			const row = rows.get(article) ?? none;
			rows.set(article, row);
			if (!row.claims.includes(claim)) row.claims.push(claim);
			if (!row.events.includes(event)) row.events.push(event);
			row.credits.push(...via.map(({ source }) => source));
			row.pointers.push(at.exact);
		}
	}
	return [...rows.values()];
}
