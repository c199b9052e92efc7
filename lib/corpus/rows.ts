/** From a record to the row that is read, with the public ids it points to. Touches nothing. */
import { RECORDS, type RecordKind, type Shard } from '../packs/index.ts';
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

export interface RowOf {
	sources: SourceRow;
	articles: ArticleRow;
	entities: EntityRow;
	terms: TermRow;
	events: EventRow;
	claims: ClaimRow;
	reports: ReportsRow;
}
export type Kind = keyof RowOf;

type Reports = Omit<ReportsRow, 'shard' | 'pack'>;
/** What of a row is kept: its record; of reports, all but shard and pack. */
export type Kept<K extends Kind> = K extends RecordKind ? Shard[K][number] : Reports;

/** The order of a shard's rows. */
export const KINDS: readonly Kind[] = [...(Object.keys(RECORDS) as RecordKind[]), 'reports'];

const MORE: { [K in Kind]: (kept: Kept<K>, pack: string) => object } = {
	sources: (record) => ({ record }),
	articles: (record, pack) => ({
		record,
		published: record.published,
		source: publicId(pack, record.source),
		...(record.carries ? { maker: publicId(pack, record.carries) } : {}),
	}),
	entities: (record) => ({ record }),
	terms: (record) => ({ record }),
	events: (record, pack) => ({
		record,
		participants: record.participants.map(({ entity }) => publicId(pack, entity)),
		places: record.where.map((place) => publicId(pack, place)),
		start: record.when.start,
		partOf: record.partOf ? publicId(pack, record.partOf) : '',
	}),
	claims: (record) => ({ record, event: record.event }),
	reports: (kept) => kept,
};

/** The field that only this kind's have. */
const OWN: Record<Kind, string> = {
	sources: 'medium',
	articles: 'published',
	entities: 'aliases',
	terms: 'forms',
	events: 'when',
	claims: 'modality',
	reports: 'pointers',
};

/** Whether it is of that kind: two ids may share a hash, and one of them lead to another kind's record. */
export const isOf = <K extends Kind>(kind: K, kept: object): kept is Kept<K> => OWN[kind] in kept;

export const rowOf = <K extends Kind>(kind: K, { h, pack }: { h: string; pack: string }, kept: Kept<K>) =>
	({ shard: h, pack, id: kept.id, ...MORE[kind](kept, pack) }) as unknown as RowOf[K];

/** All of a shard that is kept, by kind. */
export const keptOf = (shard: Shard): { [K in Kind]: readonly Kept<K>[] } => ({
	...shard,
	reports: reportsOf(shard),
});

/** One an article that the shard's claims report. */
function reportsOf({ claims }: Shard): Reports[] {
	const rows = new Map<string, Reports>();
	for (const { id: claim, event, reports } of claims) {
		for (const { article, via, at } of reports) {
			const row = rows.get(article) ?? { id: article, claims: [], events: [], credits: [], pointers: [] };
			rows.set(article, row);
			if (!row.claims.includes(claim)) row.claims.push(claim);
			if (!row.events.includes(event)) row.events.push(event);
			row.credits.push(...via.map(({ source }) => source));
			row.pointers.push(at.exact);
		}
	}
	return [...rows.values()];
}
