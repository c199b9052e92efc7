/**
 * The Dexie store: verified rows, the heads that say which are live, and what is derived from them.
 * Touches IndexedDB of the extension's origin; never runs in a web page.
 */
import { Dexie, type Table } from 'dexie';
import type { Article, Claim, Entity, Event, Manifest, Source, Term } from '../packs/index.ts';

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
}
export type TermRow = Row<Term>;
export interface EntityRow extends Row<Entity> {
	/** Folded names and their parts, for search. */
	keys: string[];
}
export interface EventRow extends Row<Event> {
	keys: string[];
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

/** What a pack looks like once all its shards are here. */
export interface HeadBody {
	hash: string;
	manifest: Manifest;
	origin: 'bundled';
}

export interface HeadRow {
	pack: string;
	live: HeadBody | null;
	staged: HeadBody | null;
}

/** Derived data: `names`, `terms` (index bytes), `ids/<n>` (public ids by ordinal), `state`. */
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
	rows: number;
}

export const SCHEMA = 1;
export const STORE = 'sidelight';

export class Store extends Dexie {
	declare heads: Table<HeadRow, string>;
	declare shards: Table<ShardRow, string>;
	declare derived: Table<DerivedRow, string>;
	declare sources: Table<SourceRow, [string, string]>;
	declare articles: Table<ArticleRow, [string, string]>;
	declare entities: Table<EntityRow, [string, string]>;
	declare terms: Table<TermRow, [string, string]>;
	declare events: Table<EventRow, [string, string]>;
	declare claims: Table<ClaimRow, [string, string]>;

	constructor(name = STORE) {
		super(name);
		this.version(SCHEMA).stores({
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
	}
}

/** Ids people and messages use: `packId/localId`. */
export const publicId = (pack: string, id: string) => `${pack}/${id}`;

export function splitId(id: string): [pack: string, local: string] {
	const cut = id.indexOf('/');
	return [id.slice(0, cut), id.slice(cut + 1)];
}
