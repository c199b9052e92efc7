/**
 * One file from a pack's host: proved to be public, counted while it comes, cut off when it is too long or too slow.
 * Touches its ports only. Throws PackError.
 */
import { PackError } from './errors.ts';
import { LEAST_FLOW, TIMES } from './limits.ts';
import type { Clock, Fetch, Reply } from './ports.ts';
import { checkAddress } from './url.ts';

export interface Asked {
	url: string;
	/** Decoded bytes at most. */
	limit: number;
	/** Sent as If-None-Match. */
	etag?: string | null;
	signal: AbortSignal;
}

export interface Got {
	/** null: the host says that what we hold is still right. */
	bytes: Uint8Array | null;
	etag: string | null;
}

export async function download(
	{ fetch, clock }: { fetch: Fetch; clock: Clock },
	{ url, limit, etag = null, signal }: Asked,
): Promise<Got> {
	checkAddress(url);
	const ending = new AbortController();
	const all = AbortSignal.any([signal, ending.signal]);
	try {
		const reply = await within(clock, TIMES.headers, all, reach(fetch, url, etag, all));
		if (reply.type !== 'cors' && reply.header('access-control-allow-origin')?.trim() !== '*') {
			throw new PackError('not-open');
		}
		if (reply.status === 304 && etag !== null) return { bytes: null, etag };
		if (reply.status !== 200) throw httpError(reply, clock.now());
		return { bytes: await collect(clock, reply, limit, all), etag: reply.header('etag') };
	} finally {
		ending.abort();
	}
}

async function reach(fetch: Fetch, url: string, etag: string | null, signal: AbortSignal): Promise<Reply> {
	try {
		return await fetch(url, { etag, signal });
	} catch (error) {
		signal.throwIfAborted();
		throw passing(error) ?? new PackError('unreachable', String(error));
	}
}

/** Errors of the ports that mean something else than "not reached" keep their meaning. */
const passing = (error: unknown) => (error instanceof PackError ? error : null);

function httpError(reply: Reply, now: number): PackError {
	const { status } = reply;
	if (status === 404 || status === 410) return new PackError('missing-shard', String(status));
	return new PackError(
		status === 429 || status === 503 ? 'too-often' : 'refused',
		String(status),
		waitOf(reply.header('retry-after'), now),
	);
}

/** RFC 9110: seconds or a date; nonsense and the past count as nothing. ms, at most a week. */
export function waitOf(header: string | null, now: number): number {
	if (header === null) return 0;
	const text = header.trim();
	const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
	return ms > 0 ? Math.min(ms, TIMES.mostWait) : 0;
}

async function collect(
	clock: Clock,
	{ body }: Reply,
	limit: number,
	signal: AbortSignal,
): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let length = 0;
	const pieces = body[Symbol.asyncIterator]();
	let mark = { at: clock.now(), length: 0 };
	try {
		for (;;) {
			const step = await within(clock, TIMES.stall, signal, take(pieces, signal));
			if (step.done) break;
			length += step.value.length;
			if (length > limit) throw new PackError('wrong-size', `more than ${limit} bytes`);
			parts.push(step.value);
			const now = clock.now();
			if (now - mark.at < TIMES.stall) continue;
			// A byte every ten seconds is no progress.
			if (length - mark.length < LEAST_FLOW) throw new PackError('stalled');
			mark = { at: now, length };
		}
	} finally {
		void pieces.return?.().catch(() => undefined);
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

async function take(
	pieces: AsyncIterator<Uint8Array>,
	signal: AbortSignal,
): Promise<IteratorResult<Uint8Array>> {
	try {
		return await pieces.next();
	} catch (error) {
		signal.throwIfAborted();
		throw passing(error) ?? new PackError('unreachable', 'cut off');
	}
}

async function within<T>(clock: Clock, ms: number, signal: AbortSignal, work: Promise<T>): Promise<T> {
	const done = new AbortController();
	const late = clock.sleep(ms, AbortSignal.any([signal, done.signal])).then(
		() => {
			throw new PackError('stalled', `${ms} ms`);
		},
		() => {
			// Either the work is done and nobody listens, or the whole run is over.
			signal.throwIfAborted();
			return new Promise<never>(() => undefined);
		},
	);
	work.catch(() => undefined);
	try {
		return await Promise.race([work, late]);
	} finally {
		done.abort();
		late.catch(() => undefined);
	}
}
