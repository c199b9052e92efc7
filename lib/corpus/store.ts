/**
 * The Dexie store: verified rows, the heads that say which are live, and what is derived from them.
 * Touches IndexedDB of the extension's origin; never runs in a web page.
 */
import { Dexie, type Table } from 'dexie';
import type { Article, Claim, Entity, Event, Head, Source, Subscription, Term } from '../packs/index.ts';
import type { Part } from './search/part.ts';
import { fillReports } from './upgrade.ts';

/** A row lies under its shard's hash, so that an update never touches what is being read. */
interface Row<T> {
	shard: string;
	pack: string;
	id: string;
	record: T;
}

export type SourceRow = Row<Source>;
export interface ArticleRow extends Row<Article> {
	published: string;
	/** Public id of the outlet where it stood. */
	source: string;
	/** Public id of who made it, when another. */
	maker?: string;
}
/** What the claims of one shard report of one article: from an article to its claims without looking at others. */
export interface ReportsRow extends Omit<Row<never>, 'record'> {
	/** Local ids. */
	claims: string[];
	events: string[];
	/** Local ids of the sources it credits, once a report. */
	credits: string[];
	/** The few words of it that are pointed at. */
	pointers: string[];
}
export type TermRow = Row<Term>;
export type EntityRow = Row<Entity>;
export interface EventRow extends Row<Event> {
	/** Public ids. */
	participants: string[];
	places: string[];
	start: string;
	/** Public id of the event it belongs to; '' when to none. */
	partOf: string;
}
export interface ClaimRow extends Row<Claim> {
	event: string;
}

export type { HeadBody } from '../packs/index.ts';

/** Rows of the first schema have no `previous`. */
export type HeadRow = Omit<Head, 'previous'> & Partial<Pick<Head, 'previous'>>;

/** Derived data: `names`, `terms` (index bytes), `ids/<n>` (public ids by ordinal), `timeline` and its `order/<n>`. */
export interface DerivedRow {
	key: string;
	/** The live shards it was derived from: other shards, other revision. */
	revision: string;
	bytes?: Blob;
	ids?: string[];
}

export interface ShardRow {
	h: string;
	pack: string;
	/** -1 while its rows are being written or removed. */
	rows: number;
}

/** The verified bytes a shard's rows were made of: all that is derived can be made anew from them. */
export interface BytesRow {
	h: string;
	pack: string;
	bytes: Uint8Array;
}

/** A claim that a newer version of its pack altered or withdrew. */
export interface CorrectionRow {
	/** Public id of the claim. */
	id: string;
	pack: string;
	/** Hash of the manifest that corrected it. */
	by: string;
	/** ms since 1970: when that version became live here. */
	at: number;
	how: 'altered' | 'withdrawn';
	was: Claim;
}

/** What search finds in one shard; see search/part.ts. */
export interface PartRow extends Part {
	h: string;
	pack: string;
}

/** One piece of a pack's search index; see search/segment.ts. */
export interface SearchRow {
	pack: string;
	/** Of the manifest whose records it finds. */
	hash: string;
	/** `terms` (the dictionary), `post/<n>` (postings), `ids/<n>` (ids and weights by ordinal). */
	name: string;
	bytes?: Uint8Array<ArrayBuffer>;
	sum?: number;
	ids?: string[];
	weights?: number[];
}

/** Of one transaction. Measured: reads' p95 is 6–10 ms beside 50, 25–63 ms beside 200. */
export const ROWS_AT_ONCE = 50;
/** Rows with ten keys each take as long to write as ten rows. */
export const KEYED_ROWS_AT_ONCE = 8;

export const SCHEMA = 4;
export const STORE = 'sidelight';

export class Store extends Dexie {
	declare heads: Table<HeadRow, string>;
	declare shards: Table<ShardRow, string>;
	declare derived: Table<DerivedRow, string>;
	declare subscriptions: Table<Subscription, string>;
	declare bytes: Table<BytesRow, string>;
	declare corrections: Table<CorrectionRow, string>;
	declare parts: Table<PartRow, string>;
	declare search: Table<SearchRow, [string, string, string]>;
	declare sources: Table<SourceRow, [string, string]>;
	declare articles: Table<ArticleRow, [string, string]>;
	declare entities: Table<EntityRow, [string, string]>;
	declare reports: Table<ReportsRow, [string, string]>;
	declare terms: Table<TermRow, [string, string]>;
	declare events: Table<EventRow, [string, string]>;
	declare claims: Table<ClaimRow, [string, string]>;

	/** `strict`: every write is on the disk when it is done, not only with the system. */
	constructor(name = STORE, { strict = false } = {}) {
		super(name, { chromeTransactionDurability: strict ? 'strict' : 'default' });
		this.version(1).stores({
			heads: 'pack',
			shards: 'h, pack',
			derived: 'key',
			sources: '[shard+id], [pack+id]',
			articles: '[shard+id], [pack+id], [pack+published]',
			entities: '[shard+id], [pack+id], *keys',
			terms: '[shard+id], [pack+id]',
			events: '[shard+id], [pack+id], *keys, *participants, *places, partOf, start',
			claims: '[shard+id], [pack+id], [pack+event]',
		});
		this.version(2).stores({ subscriptions: 'pack', bytes: 'h', corrections: 'id, pack' });
		this.version(3)
			.stores({
				articles: '[shard+id], [pack+id], [pack+published], [source+published], [maker+published]',
				reports: '[shard+id], [pack+id]',
			})
			.upgrade(fillReports);
		this.version(SCHEMA).stores({
			entities: '[shard+id], [pack+id]',
			events: '[shard+id], [pack+id], *participants, *places, partOf, start',
			parts: 'h',
			search: '[pack+hash+name], [pack+hash]',
		});
	}

	/** A second connection for the few writes that must outlive a power cut. Close it. */
	strictly(): Store {
		return new Store(this.name, { strict: true });
	}

	/** Whether a later build has been here: then nothing may be written. Dexie counts versions by tens. */
	get isNewer(): boolean {
		return this.isOpen() && this.backendDB().version > SCHEMA * 10;
	}
}

/** Ids people and messages use: `packId/localId`. */
export const publicId = (pack: string, id: string) => `${pack}/${id}`;

export function splitId(id: string): [pack: string, local: string] {
	const cut = id.indexOf('/');
	return [id.slice(0, cut), id.slice(cut + 1)];
}
