/** Where packs are kept. The store decides how; the order of calls is decided by `lib/packs`. */
import type { Breathe } from '../names/index.ts';
import type { Shard } from './read-shard.ts';
import type { RecordKind } from './records.ts';
import type { Subscription } from './subscription.ts';
import type { Manifest } from './wire.ts';

/** What a pack looks like once all its shards are here. */
export interface HeadBody {
	/** SHA-256 of the manifest's exact bytes. */
	hash: string;
	manifest: Manifest;
	/** `signed`: by a publisher the reader subscribed to. `bundled`: trusted by the hash in the extension. */
	origin: 'bundled' | 'signed';
	/** ms since 1970: when it was staged; when it became live. */
	since: number;
	/** Envelope as it came, for export; none for the bundled pack. */
	envelope?: Uint8Array;
	/** Against the version that was live before it. */
	changes?: Changes;
}

/** How many records of each kind. */
export type Changes = Record<'added' | 'altered' | 'withdrawn', Partial<Record<RecordKind, number>>>;

export interface Head {
	pack: string;
	live: HeadBody | null;
	staged: HeadBody | null;
	/** The version before, until its time for undoing is over. */
	previous: (HeadBody & { until: number }) | null;
}

export interface PackStore {
	head(pack: string): Promise<Head | null>;
	heads(): Promise<Head[]>;
	subscriptions(): Promise<Subscription[]>;
	subscription(pack: string): Promise<Subscription | null>;
	subscribe(subscription: Subscription): Promise<void>;
	/** Reads, changes and writes in one transaction; null when the reader has unsubscribed meanwhile. */
	change(pack: string, to: (now: Subscription) => Partial<Subscription>): Promise<Subscription | null>;
	/** Subscription and heads in one transaction: from then on nothing of the pack is seen. */
	unsubscribe(pack: string): Promise<void>;
	/** Head and what was seen, in one transaction. false: unsubscribed meanwhile. */
	stage(pack: string, body: HeadBody, seen: Partial<Subscription> | null): Promise<boolean>;
	/** Takes a staged head away that is not wanted any more. */
	unstage(pack: string): Promise<void>;
	/** Those of `hashes` whose bytes are not here. */
	missing(hashes: readonly string[]): Promise<string[]>;
	/** In one write. */
	putBytes(hash: string, pack: string, bytes: Uint8Array): Promise<void>;
	bytes(hash: string): Promise<Uint8Array | null>;
	/** Takes bytes away that do not have their hash. */
	dropBytes(hash: string): Promise<void>;
	/** Those of `hashes` whose rows are not all here. */
	underived(hashes: readonly string[]): Promise<string[]>;
	putRows(hash: string, shard: Shard): Promise<void>;
	/**
	 * Derives what look-ups need, then makes the staged head the live one in a single strict transaction, which checks
	 * (rootVersion, seq) and the subscription once more. false: somebody else did, or the reader left.
	 */
	flip(pack: string, now: number, signal?: AbortSignal): Promise<boolean>;
	/** The same the other way: the version before becomes live again. */
	undo(pack: string, now: number, signal?: AbortSignal): Promise<boolean>;
	/** Removes rows and bytes that no head names, 50 keys a transaction, and heads past their time for undoing. */
	clean(now: number): Promise<void>;
	/** Awaited between slices of work: look-ups that wait go first. */
	breathe?: Breathe;
	/** Bytes that may still be written; Infinity when nobody knows. */
	room(): Promise<number>;
}
