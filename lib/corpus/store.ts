/**
 * The Dexie store: verified shards, the heads that say which are live, and what is derived from them.
 * Touches IndexedDB of the extension's origin; never runs in a web page.
 */
import { Dexie, type Table } from 'dexie';
import type {
	Article,
	Claim,
	Entity,
	Event,
	Head,
	HeadBody,
	Source,
	Subscription,
	Term,
} from '../packs/index.ts';
import { STORE } from './ids.ts';
import { Recent } from './recent.ts';
import { liveRow } from './revision.ts';
import type { Part } from './search/part.ts';
import type { SlipRow } from './slip.ts';
import { together } from './together.ts';

/** A record as it is read: `shard` tells which version of its pack it is from. */
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

export { publicId, splitId } from './ids.ts';

/** Rows of the first schema have no `previous`. */
export type HeadRow = Omit<Head, 'previous'> & Partial<Pick<Head, 'previous'>>;

/** What a head says to look-ups, without its thousands of shards. Written in one transaction with it. */
export interface LiveRow extends Pick<HeadBody, 'hash'> {
	pack: string;
	manifest: Omit<HeadBody['manifest'], 'shards'>;
	/** Another for other shards. */
	shards: string;
}

/**
 * Derived data under `<revision>/<name>`: `names` and `terms` (index bytes), `ids/<n>` and `termIds/<n>` (public ids by
 * ordinal), `timeline` and its `order/<n>`, and what directory.ts writes. A flip touches no other revision's rows; they
 * are cleaned away later.
 */
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
	/** -1 while its pages are being written or removed. */
	rows: number;
	/** Rows of each kind, in the order of KINDS (rows.ts): a row's place in its shard is counted through all of them. */
	kinds: number[];
}

/** Up to 50 rows of a shard, checked and mended: one read for what stands together. */
export interface PageRow {
	h: string;
	/** The page's number in its shard. */
	n: number;
	pack: string;
	/** JSON of each, one behind the other, in UTF-8; where each ends. */
	bytes: Uint8Array;
	ends: Uint32Array;
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
	/** `vocabulary` (the dictionary), `pairs/<last>`, `post/<n>` (postings), `docs/<n>` (what is shown of documents, by ordinal). */
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** The dictionary has its own inside. */
	sum?: number;
}

/** Rows of one transaction at most. */
export const ROWS_AT_ONCE = 16;

export const SCHEMA = 6;

/** Bytes. */
const PAGES_KEPT = 4 << 20;
/** Those of some cards. */
const HASHES_KEPT = 512;

export class Store extends Dexie {
	declare heads: Table<HeadRow, string>;
	declare live: Table<LiveRow, string>;
	declare shards: Table<ShardRow, string>;
	declare derived: Table<DerivedRow, string>;
	declare subscriptions: Table<Subscription, string>;
	declare bytes: Table<BytesRow, string>;
	declare corrections: Table<CorrectionRow, string>;
	declare parts: Table<PartRow, string>;
	declare search: Table<SearchRow, [string, string, string]>;
	declare pages: Table<PageRow, [string, number]>;
	declare slips: Table<SlipRow, string>;
	/** Pages read last, by `<h>/<n>`; they never change, since their shard's hash names them. */
	readonly recent = new Recent<string, PageRow>(PAGES_KEPT);
	/** Hashes looked up last, whatever version was live. */
	readonly asked = new Recent<number, true>(HASHES_KEPT);
	/** One row by its key. Not within a transaction: it is read together with others that are asked for now. */
	readonly one = {
		page: together(
			(keys: [string, number][]) => this.pages.bulkGet(keys),
			([h, n]) => `${h}/${n}`,
		),
		derived: together((keys: string[]) => this.derived.bulkGet(keys), String),
		search: together(
			(keys: [string, string, string][]) => this.search.bulkGet(keys),
			(key) => key.join('/'),
		),
	};

	/** `strict`: every write is on the disk when it is done, not only with the system. */
	constructor(name = STORE, { strict = false } = {}) {
		super(name, { chromeTransactionDurability: strict ? 'strict' : 'default' });
		// The schemas before had a row a record, which took too long to write and to remove: of those, heads and bytes
		// stay, and all else is made anew from them (repair.ts).
		const old = ['sources', 'articles', 'entities', 'terms', 'events', 'claims', 'reports'];
		this.version(5)
			.stores({
				heads: 'pack',
				shards: 'h, pack',
				derived: 'key',
				subscriptions: 'pack',
				bytes: 'h',
				corrections: 'id, pack',
				pages: '[h+n]',
				slips: 'h',
				parts: 'h',
				search: '[pack+hash+name], [pack+hash]',
				...Object.fromEntries(old.map((name) => [name, null])),
			})
			.upgrade(async (change) => {
				for (const name of ['shards', 'derived', 'parts', 'search']) await change.table(name).clear();
			});
		this.version(SCHEMA)
			.stores({ live: 'pack' })
			.upgrade(async (change) => {
				const heads: HeadRow[] = await change.table('heads').toArray();
				await change.table('live').bulkPut(heads.flatMap((head) => liveRow(head) ?? []));
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
