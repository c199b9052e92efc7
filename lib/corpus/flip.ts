/** The one write that makes another version live, and the one that goes back. Writes the store. */
import type { Breathe } from '../names/index.ts';
import { type HeadBody, isNewer, type Subscription, TIMES } from '../packs/index.ts';
import { changesOf } from './changes.ts';
import { keepIndexes } from './derive.ts';
import { liveRow, revisionOfHeads } from './revision.ts';
import { indexPack } from './search/index.ts';
import type { CorrectionRow, HeadRow, Store } from './store.ts';

/** Somebody else made another pack live while this one was derived: derive again, so often at most. */
const TRIES = 3;

export async function flipHead(
	store: Store,
	pack: string,
	now: number,
	how: { signal?: AbortSignal; breathe?: Breathe } = {},
): Promise<boolean> {
	for (let tries = 0; tries < TRIES; tries++) {
		const heads = await store.heads.toArray();
		const before = heads.find((head) => head.pack === pack);
		const staged = before?.staged;
		if (!before || !staged) return false;
		// The same version again, repaired: what was before it stays before it.
		const same = before.live?.hash === staged.hash;
		const old = same ? null : before.live;
		const { changes, corrections } = old
			? await changesOf(
					store,
					{ pack, old: hashes(old), next: hashes(staged), by: staged.hash, now },
					how.breathe,
				)
			: { changes: undefined, corrections: [] };
		const live: HeadBody = same && before.live ? before.live : { ...staged, since: now, changes };
		const previous = same ? (before.previous ?? null) : old && { ...old, until: now + TIMES.undo };
		const after: HeadRow = { pack, live, staged: null, previous };
		const done = await write(store, heads, after, how, {
			anew: same,
			corrections,
			may: (head, subscription) => head.staged?.hash === staged.hash && mayFollow(staged, old, subscription),
		});
		if (done !== 'again') return done;
	}
	return false;
}

export async function undoHead(
	store: Store,
	pack: string,
	now: number,
	how: { signal?: AbortSignal; breathe?: Breathe } = {},
): Promise<boolean> {
	for (let tries = 0; tries < TRIES; tries++) {
		const heads = await store.heads.toArray();
		const before = heads.find((head) => head.pack === pack);
		const { live, previous } = before ?? {};
		if (!live || !previous || previous.until <= now) return false;
		const { until: _, ...back } = previous;
		const after: HeadRow = { pack, live: { ...back, since: now }, staged: null, previous: null };
		const done = await write(store, heads, after, how, {
			undone: live.hash,
			may: (head) => head.live?.hash === live.hash && head.previous?.hash === previous.hash,
		});
		if (done !== 'again') return done;
	}
	return false;
}

interface Write {
	/** Derives even what is here: it was made while shards were missing. */
	anew?: boolean;
	corrections?: CorrectionRow[];
	/** Hash of the manifest that is not to come again. */
	undone?: string;
	/** Asked within the transaction. */
	may: (head: HeadRow, subscription: Subscription | undefined) => boolean;
}

async function write(
	store: Store,
	heads: readonly HeadRow[],
	after: HeadRow,
	how: { signal?: AbortSignal; breathe?: Breathe },
	{ anew = false, corrections = [], undone, may }: Write,
): Promise<boolean | 'again'> {
	const { pack } = after;
	const next = [...heads.filter((head) => head.pack !== pack), after];
	const wanted = revisionOfHeads(next);
	await keepIndexes(store, next, { ...how, anew });
	if (after.live) await indexPack(store, after.live, how);
	const strict = store.strictly();
	try {
		return await strict.transaction(
			'rw',
			[strict.heads, strict.live, strict.subscriptions, strict.corrections],
			async () => {
				const all = await strict.heads.toArray();
				const head = all.find((one) => one.pack === pack);
				const subscription = await strict.subscriptions.get(pack);
				if (!head || !may(head, subscription)) return false;
				const others = [...all.filter((one) => one.pack !== pack), after];
				if (revisionOfHeads(others) !== wanted) return 'again';
				if (undone !== undefined) {
					await strict.corrections
						.where('pack')
						.equals(pack)
						.and(({ by }) => by === undone)
						.delete();
					if (subscription) await strict.subscriptions.put({ ...subscription, passed: undone });
				}
				await strict.corrections.bulkPut(corrections);
				await strict.heads.put(after);
				const live = liveRow(after);
				if (live) await strict.live.put(live);
				return true;
			},
		);
	} finally {
		strict.close();
	}
}

/** (rootVersion, seq) and the subscription, once more: a run may have slept for long between staging and here. */
function mayFollow(staged: HeadBody, live: HeadBody | null, subscription: Subscription | undefined): boolean {
	if (staged.origin === 'bundled') return !live || (!subscription && live.origin === 'bundled');
	const next = versionOf(staged);
	if (!subscription || !next || next.rootVersion !== subscription.root.version) return false;
	const now = live && versionOf(live);
	try {
		return !now || isNewer(next, now);
	} catch {
		return false;
	}
}

function versionOf({ hash, manifest: { rootVersion, seq } }: HeadBody) {
	return rootVersion === undefined || seq === undefined ? null : { rootVersion, seq, hash };
}

const hashes = ({ manifest }: HeadBody): string[] => manifest.shards.map(({ h }) => h);

/** Builds the indexes anew from live rows: the first step of the recovery ladder. */
export async function rebuildIndexes(store: Store, signal?: AbortSignal): Promise<void> {
	await keepIndexes(store, await store.heads.toArray(), { signal, anew: true });
}
