/** What is kept about a pack the reader subscribed to. Its latches never loosen. Touches nothing. */
import type { PackCode } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { TrustedRoot } from './roots.ts';
import type { Version } from './signed.ts';

export interface Subscription {
	pack: string;
	/** Folder of pack.json, with a slash at the end; '' when it came from a file and nothing is fetched. */
	url: string;
	root: TrustedRoot;
	/** Envelope of the root, for export. */
	rootBytes: Uint8Array;
	/** The newest version whose signatures were proved; later ones must be newer. */
	seen: Version | null;
	/** Manifest hash of a version that is not taken again: the reader went back from it, or its shards are broken. */
	passed: string | null;
	paused: boolean;
	/** Bytes of shards the reader allows. */
	most: number;
	/** Times in ms since 1970; 0: never. */
	added: number;
	/** The last time the host's word was heard and proved. */
	checked: number;
	due: number;
	/** The last try, whatever became of it. */
	tried: number;
	/** In a row. */
	failures: number;
	error: { code: PackCode | 'failed'; at: number } | null;
	/** End of the newest proved manifest, ISO: past it the pack counts as not confirmed. */
	expires: string;
	/** The host's ETag is the hash of the envelope we hold: it may be asked with it. */
	etag: string | null;
	/** Bytes and requests since subscribing, and of the last run that moved any. */
	moved: { bytes: number; requests: number; lastBytes: number; lastRequests: number };
}

export function newSubscription(
	url: string,
	root: TrustedRoot,
	rootBytes: Uint8Array,
	now: number,
): Subscription {
	return {
		pack: root.packId,
		url,
		root,
		rootBytes,
		seen: null,
		passed: null,
		paused: false,
		most: LIMITS.pack,
		added: now,
		checked: 0,
		due: now,
		tried: 0,
		failures: 0,
		error: null,
		expires: '',
		etag: null,
		moved: { bytes: 0, requests: 0, lastBytes: 0, lastRequests: 0 },
	};
}
