/** Where packs are kept: `PackStore` on Dexie. Transactions are small, so that reads never wait long. */
import { type Breathe, inSlices } from '../names/index.ts';
import { PackError, type PackStore, type Subscription } from '../packs/index.ts';
import { cleanStore } from './clean.ts';
import { keepIndexes } from './derive.ts';
import { flipHead, undoHead } from './flip.ts';
import { partOf } from './search/index.ts';
import { countsOf, pagesOf } from './shelf.ts';
import { slipOf } from './slip.ts';
import type { HeadRow, PageRow, Store } from './store.ts';

/** Pages of one transaction: a look-up waits for no more than that. */
const PAGES_AT_ONCE = 8;

interface Options {
	/** What `navigator.storage.estimate` says. */
	estimate?: () => Promise<{ quota?: number; usage?: number }>;
	/** Asked before each write and between steps of work. */
	breathe?: Breathe;
	/**
	 * Called after each change, with all there are: a copy outside the database survives its loss. Where it cannot be
	 * written the change holds all the same, and the next one takes it along.
	 */
	onSubscriptions?: (all: Subscription[]) => Promise<void>;
}

export function packStore(store: Store, { estimate, onSubscriptions, breathe }: Options = {}): PackStore {
	const writable = () => {
		if (store.isNewer) throw new PackError('newer-store');
	};
	const told = async () => {
		await onSubscriptions?.(await store.subscriptions.toArray()).catch(() => undefined);
	};

	return {
		async head(pack) {
			const row = await store.heads.get(pack);
			return row ? { ...row, previous: row.previous ?? null } : null;
		},
		heads: async () =>
			(await store.heads.toArray()).map((row) => ({ ...row, previous: row.previous ?? null })),

		subscriptions: () => store.subscriptions.toArray(),
		subscription: async (pack) => (await store.subscriptions.get(pack)) ?? null,

		async subscribe(subscription) {
			writable();
			await store.subscriptions.put(subscription);
			await told();
		},

		async change(pack, to) {
			writable();
			const changed = await store.transaction('rw', store.subscriptions, async () => {
				const now = await store.subscriptions.get(pack);
				if (!now) return null;
				const next = { ...now, ...to(now) };
				await store.subscriptions.put(next);
				return next;
			});
			if (changed) await told();
			return changed;
		},

		async unsubscribe(pack) {
			writable();
			const { heads, live, subscriptions, corrections } = store;
			await store.transaction('rw', heads, live, subscriptions, corrections, async () => {
				await subscriptions.delete(pack);
				await heads.delete(pack);
				await live.delete(pack);
				await corrections.where('pack').equals(pack).delete();
			});
			await told();
			await keepIndexes(store, await store.heads.toArray(), { breathe });
		},

		async stage(pack, staged, seen) {
			writable();
			const done = await store.transaction('rw', store.heads, store.subscriptions, async () => {
				const subscription = await store.subscriptions.get(pack);
				const live = (await store.heads.get(pack))?.live;
				// What the reader left does not come back, and signed never becomes unsigned; only where all was lost, the
				// pack that the extension carries stands in for the signed one.
				if (staged.origin === 'signed' ? !subscription : subscription && live) return false;
				if (subscription && seen) await store.subscriptions.put({ ...subscription, ...seen });
				const head: HeadRow = (await store.heads.get(pack)) ?? { pack, live: null, staged: null };
				await store.heads.put({ ...head, staged });
				return true;
			});
			if (done && seen) await told();
			return done;
		},

		async unstage(pack) {
			await store.heads.update(pack, { staged: null });
		},

		async missing(hashes) {
			const here = new Set(await store.bytes.where('h').anyOf(hashes).primaryKeys());
			return hashes.filter((h) => !here.has(h));
		},

		async putBytes(h, pack, bytes) {
			await breathe?.();
			await store.bytes.put({ h, pack, bytes });
		},

		bytes: async (h) => (await store.bytes.get(h))?.bytes ?? null,

		async dropBytes(h) {
			await store.bytes.delete(h);
		},

		async underived(hashes) {
			const rows = await store.shards.bulkGet([...hashes]);
			return hashes.filter((_, at) => !((rows[at]?.rows ?? -1) >= 0));
		},

		async putRows(h, shard) {
			const pack = shard.packId;
			const kinds = countsOf(shard);
			const rows = kinds.reduce((sum, count) => sum + count, 0);
			// Known from before the first page on, so that clean-up finds them whenever this ends.
			await breathe?.();
			await store.shards.put({ h, pack, rows: -1, kinds });
			const some: PageRow[] = [];
			const write = async () => {
				await breathe?.();
				await store.pages.bulkPut(some.splice(0));
			};
			for (const page of pagesOf(h, shard)) {
				if (some.push(page) === PAGES_AT_ONCE) await write();
				await breathe?.();
			}
			await write();
			await breathe?.();
			const slip = slipOf(h, shard);
			const part = { h, pack, ...(await inSlices(partOf(shard), undefined, breathe)) };
			await breathe?.();
			await store.transaction('rw', store.slips, store.parts, store.shards, async () => {
				await store.slips.put(slip);
				await store.parts.put(part);
				await store.shards.put({ h, pack, rows, kinds });
			});
		},

		flip: (pack, now, signal) => flipHead(store, pack, now, { signal, breathe }),

		async undo(pack, now, signal) {
			writable();
			const done = await undoHead(store, pack, now, { signal, breathe });
			if (done) await told();
			return done;
		},

		async clean(now) {
			writable();
			await cleanStore(store, now, breathe);
		},

		...(breathe ? { breathe } : {}),
		async room() {
			const { quota, usage = 0 } = (await estimate?.()) ?? {};
			return quota === undefined ? Number.POSITIVE_INFINITY : quota - usage;
		},
	};
}
