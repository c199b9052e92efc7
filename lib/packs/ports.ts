/** What the client of packs needs of the world. Each has a real form in the extension and a cruel one in the tests. */
import type { HeadBody, PackStore } from './store-port.ts';

export type { HeadBody, PackStore };

/** The part of a Response that is used; bodies come in pieces, so that they can be counted. */
export interface Reply {
	status: number;
	type: string;
	header(name: string): string | null;
	/** Decoded bytes. */
	body: AsyncIterable<Uint8Array>;
}

/** As `fetch` with no cookies, no referrer, no redirects, no cache. Rejects with anything when the host is not reached. */
export type Fetch = (url: string, options: { etag: string | null; signal: AbortSignal }) => Promise<Reply>;

export interface Clock {
	/** ms since 1970. */
	now(): number;
	/** [0, 1). */
	random(): number;
	/** Rejects when aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Runs `work` when nobody else in the browser does; null when somebody does. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T | null>;

export interface Ports {
	fetch: Fetch;
	clock: Clock;
	lock: Lock;
	store: PackStore;
}
