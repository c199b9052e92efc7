/**
 * One run for one pack: ask the host, prove what it says, stage, fetch, derive, flip. Fails alone: what is live stays,
 * and the subscription says what went wrong and when it is tried again. Touches its ports only.
 */
import { download } from './download.ts';
import { codeOf, PackError } from './errors.ts';
import { AT_ONCE, envelopeLimit, LIMITS, SPARE_ROOM, TIMES } from './limits.ts';
import type { Ports } from './ports.ts';
import { nextCheck, nextTry, retried } from './schedule.ts';
import { type Moved, shardsFrom } from './shards.ts';
import { checkClock, claimedRoot, isNewer, readSigned, totalSize } from './signed.ts';
import type { Subscription } from './subscription.ts';
import { deriveRows, type Progress, takeShards } from './take-in.ts';
import { nextRoots } from './trust.ts';
import { type SignedManifest, sha256 } from './wire.ts';

export interface RunOptions {
	signal?: AbortSignal;
	progress?: Progress;
	/** Bytes this run may fetch at most: less where the reader pays for them. */
	mostNow?: number;
	/** Another version is live; what only the one before needs goes right after. */
	onLive?: () => void | Promise<void>;
}

export type Outcome =
	| { pack: string; kind: 'updated' | 'unchanged' | 'put-off' }
	| { pack: string; kind: 'failed'; code: string };

/** Bodies of more than this wait for a network that is not metered. */
class PutOff extends Error {}

export async function runPack(
	ports: Ports,
	subscription: Subscription,
	options: RunOptions = {},
): Promise<Outcome> {
	const { store, clock } = ports;
	const { pack } = subscription;
	const moved: Moved = { bytes: 0, requests: 0 };
	const ending = new AbortController();
	const signal = AbortSignal.any([ending.signal, ...(options.signal ? [options.signal] : [])]);
	const limit = clock.sleep(TIMES.run, signal).then(
		() => ending.abort(new PackError('stalled', 'the run took too long')),
		() => undefined,
	);
	try {
		const { kind, due } = await run(ports, subscription, moved, signal, options);
		const now = clock.now();
		await store.change(pack, (sub) => ({
			...settle(sub, moved, now),
			checked: now,
			due,
			failures: 0,
			...(kind === 'passed' ? {} : { error: null }),
		}));
		return { pack, kind: kind === 'passed' ? 'unchanged' : kind };
	} catch (error) {
		if (options.signal?.aborted) throw error;
		return await failed(ports, pack, error, moved);
	} finally {
		ending.abort();
		await limit;
	}
}

async function failed({ store, clock }: Ports, pack: string, error: unknown, moved: Moved): Promise<Outcome> {
	const now = clock.now();
	if (error instanceof PutOff) {
		await store.change(pack, (sub) => ({ ...settle(sub, moved, now), due: now + TIMES.leastCheck }));
		return { pack, kind: 'put-off' };
	}
	const code = codeOf(error);
	const wait = error instanceof PackError ? error.wait : 0;
	await store.change(pack, (sub) => {
		// A large pack on a slow line moves on in every run: that is no failure.
		const goesOn = code === 'stalled' && moved.bytes > 0;
		const failures = goesOn ? 0 : sub.failures + 1;
		return {
			...settle(sub, moved, now),
			failures,
			error: { code, at: now },
			due: goesOn ? now : nextTry(clock, failures, wait),
		};
	});
	return { pack, kind: 'failed', code };
}

function settle({ moved }: Subscription, { bytes, requests }: Moved, now: number): Partial<Subscription> {
	return {
		tried: now,
		moved: {
			bytes: moved.bytes + bytes,
			requests: moved.requests + requests,
			lastBytes: bytes,
			lastRequests: requests,
		},
	};
}

async function run(
	ports: Ports,
	subscription: Subscription,
	moved: Moved,
	signal: AbortSignal,
	{ progress, onLive, mostNow = Number.POSITIVE_INFINITY }: RunOptions,
): Promise<{ kind: 'updated' | 'unchanged' | 'passed'; due: number }> {
	const { store, clock } = ports;
	const { pack, url } = subscription;
	const head = await store.head(pack);
	const got = await envelopeOf(ports, subscription, moved, signal);
	// The host says the envelope is the one we hold: live already, or staged and not finished.
	const envelope = got.bytes ?? head?.staged?.envelope ?? head?.live?.envelope;
	if (!envelope) throw new PackError('not-a-pack', 'nothing to compare with');

	const { manifest, hash, root } = await prove(ports, subscription, envelope, signal);
	const due = nextCheck(clock, manifest.check);
	const seen = { rootVersion: manifest.rootVersion, seq: manifest.seq, hash };
	const newer = isNewer(seen, root === subscription.root.version ? subscription.seen : null);
	checkClock(manifest, clock.now());
	if (!newer && head?.live?.hash === hash && (await isWhole(store, manifest))) {
		if (Date.parse(manifest.expires) < clock.now()) throw new PackError('expired');
		return { kind: 'unchanged', due };
	}
	if (!newer && subscription.passed === hash) return { kind: 'passed', due };

	totalSize(manifest.shards, subscription.most);
	await needRoom(ports, manifest, mostNow);
	const body = { hash, manifest, origin: 'signed' as const, since: clock.now(), envelope };
	const known = { seen, expires: manifest.expires, etag: got.etag };
	if (!(await store.stage(pack, body, known))) throw new PackError('gone');

	const get = shardsFrom(ports, [url, ...manifest.mirrors], moved, signal);
	await takeShards(store, pack, manifest.shards, get, { atOnce: AT_ONCE, progress, signal });
	try {
		await deriveRows(store, pack, manifest.shards, get, { progress, signal });
	} catch (error) {
		// Signed and whole, and yet no shard of ours: it will not be better the next time.
		if (error instanceof PackError && (error.code === 'not-a-pack' || error.code === 'wrong-totals')) {
			await store.change(pack, () => ({ passed: hash }));
			await store.unstage(pack);
			await store.clean(clock.now());
		}
		throw error;
	}
	const flipped = await store.flip(pack, clock.now(), signal);
	if (!flipped && !(await store.subscription(pack))) throw new PackError('gone');
	progress?.(1);
	if (flipped) await onLive?.();
	await store.clean(clock.now());
	return { kind: flipped ? 'updated' : 'unchanged', due };
}

/** pack.json; `bytes: null` when the host says ours is still right. */
async function envelopeOf(
	{ fetch, clock, store }: Ports,
	{ pack, url, etag }: Subscription,
	moved: Moved,
	signal: AbortSignal,
): Promise<{ bytes: Uint8Array | null; etag: string | null }> {
	const ask = (tag: string | null) =>
		retried(clock, signal, () => {
			moved.requests++;
			return download(
				{ fetch, clock },
				{ url: `${url}pack.json`, limit: envelopeLimit(LIMITS.manifest), etag: tag, signal },
			);
		});
	const got = await ask(etag).catch(async (error) => {
		if (etag === null || signal.aborted) throw error;
		// Some hosts allow no such header: then never again.
		await store.change(pack, () => ({ etag: null }));
		return ask(null);
	});
	if (got.bytes === null) return got;
	moved.bytes += got.bytes.length;
	// A tag of the host's own making could tell readers apart: only the file's own hash is sent back.
	const own = `"${await sha256(got.bytes)}"`;
	return { bytes: got.bytes, etag: got.etag === own ? own : null };
}

/** Follows the roots, keeps the newest, and holds the signatures against it. Throws PackError. */
async function prove(
	ports: Ports,
	{ pack, url, root: trusted }: Subscription,
	envelope: Uint8Array,
	signal: AbortSignal,
): Promise<{ manifest: SignedManifest; hash: string; root: number }> {
	const version = claimedRoot(envelope);
	if (version < trusted.version) throw new PackError('rollback', `root ${version} after ${trusted.version}`);
	const newest = await retried(ports.clock, signal, () => nextRoots(ports, url, trusted, version, signal));
	const root = newest?.root ?? trusted;
	if (newest) {
		// Kept at once: from now on the old keys are worth nothing, whatever becomes of this run.
		const kept = await ports.store.change(pack, () => ({ root: newest.root, rootBytes: newest.bytes }));
		if (!kept) throw new PackError('gone');
	}
	const { manifest, hash } = await readSigned(envelope, root);
	return { manifest, hash, root: root.version };
}

/** A live pack whose shards or rows were lost is fetched again as if it were new. */
async function isWhole(store: Ports['store'], { shards }: SignedManifest): Promise<boolean> {
	const hashes = shards.map(({ h }) => h);
	return (await store.missing(hashes)).length === 0 && (await store.underived(hashes)).length === 0;
}

async function needRoom({ store }: Ports, { shards }: SignedManifest, mostNow: number): Promise<void> {
	const missing = new Set(await store.missing(shards.map(({ h }) => h)));
	const bytes = shards.reduce((sum, { h, size }) => sum + (missing.has(h) ? size : 0), 0);
	if (bytes > mostNow) throw new PutOff();
	if ((await store.room()) < 2 * bytes + SPARE_ROOM) throw new PackError('no-room');
}
