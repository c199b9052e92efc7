/**
 * The store, ready for look-ups: installs the pack the extension carries, and repairs what is damaged.
 * Ladder: index missing or damaged → built anew from the rows; rows missing → made anew from the bytes kept; database
 * broken or lost → database anew, from the pack the extension carries and the subscriptions kept beside it.
 */
import { browser } from 'wxt/browser';
import {
	type Corpus,
	indexLive,
	keepIndexes,
	type Lookup,
	lacksRows,
	NoIndex,
	openCorpus,
	openLookup,
	packStore,
	rebuildIndexes,
	repairRows,
	Store,
} from '../../lib/corpus/index.ts';
import type { PackState } from '../../lib/messages/packs.ts';
import { breathing, IndexError } from '../../lib/names/index.ts';
import {
	codeOf,
	installPack,
	keepBackup,
	type PackFiles,
	type PackStore,
	readBackup,
} from '../../lib/packs/index.ts';
import { changeSettings } from '../../lib/settings/index.ts';
import { awake } from './awake.ts';

/** SHA-256 of the bundled manifest, written in by the build. */
declare const __PACK_HASH__: string;

export interface Ready {
	corpus: Corpus;
	lookup: Lookup;
}

const bundled: PackFiles = {
	hash: __PACK_HASH__,
	manifest: () => file('pack/manifest.json'),
	shard: (hash) => file(`pack/shards/${hash}.json`),
};

async function file(path: string): Promise<Uint8Array> {
	const response = await fetch(browser.runtime.getURL(`/${path}` as '/'));
	return new Uint8Array(await response.arrayBuffer());
}

/** Packs of an open store, with this browser's room and with a copy of what was subscribed. */
export const packsOf = (store: Store): PackStore =>
	packStore(store, {
		estimate: () => navigator.storage.estimate(),
		breathe: lookUpsFirst,
		onSubscriptions: (all) => keepBackup(browser.storage.local, all),
	});

/** Look-ups come in bunches, and an answer is still on its way when it is given: so long they count as under way, ms. */
const LINGER = 6;

/** Look-ups under way; work on the store waits for them, since thread and database serve one after the other. */
let asking = 0;
const waiting: (() => void)[] = [];

export const lookUpsFirst = breathing(() =>
	asking === 0 ? undefined : new Promise((goOn) => void waiting.push(goOn)),
);

let opened: Promise<Ready> | null = null;

/** The store, opened once a life of the worker. */
export const ready = (): Promise<Ready> => opened ?? opening(open);

/** Where it fails, whoever asks next tries again. */
function opening(work: () => Promise<Ready>): Promise<Ready> {
	const now = awake(work).catch((error) => {
		if (opened === now) opened = null;
		throw error;
	});
	opened = now;
	return now;
}

let indexing: Promise<void> | null = null;

/** The search indexes of what is live. Whoever asks while they are built waits for that build, and asks again if it did not help. */
export function indexSearch({ anew = false } = {}): Promise<void> {
	indexing ??= (async () => {
		try {
			const { store } = (await ready()).corpus;
			if (!store.isNewer) await awake(() => indexLive(store, { anew, breathe: lookUpsFirst }));
		} finally {
			indexing = null;
		}
	})();
	return indexing;
}

/** Whether an older build's index stands in for what is live; then today's is built beside it, and is to be opened. */
export async function freshened(): Promise<boolean> {
	const { corpus, lookup } = await ready();
	const { store } = corpus;
	if (lookup.revision === corpus.revision || store.isNewer) return false;
	await awake(async () => keepIndexes(store, await store.heads.toArray(), { breathe: lookUpsFirst }));
	return true;
}

/** Another version became live: what is asked from now on is answered by it. */
export async function renew(): Promise<void> {
	const { store } = (await ready()).corpus;
	// The version before goes on answering until the new one can.
	const next = await look(store).catch((error) => opening(() => repair(error, store)));
	await next.corpus.warm().catch(() => undefined);
	opened = Promise.resolve(next);
}

const look = async (store: Store): Promise<Ready> => ({
	corpus: await openCorpus(store),
	lookup: await openLookup(store),
});

/** Does `work`; where the store turns out damaged under it, repairs and does it once more. */
export async function withStore<T>(work: (ready: Ready) => Promise<T>): Promise<T> {
	const asked = ready();
	const now = await asked;
	try {
		return await first(work, now);
	} catch (error) {
		if (await isStale(now)) return first(work, await ready());
		const isDamage = !(error instanceof RowMissing) || (await isPromised(now, error.id).catch(() => true));
		if (!isDamage) throw error;
		// Once, however many find it damaged.
		if (opened === asked) {
			console.warn('sidelight: repairing the store', error);
			now.corpus.store.close();
			opening(() => repair(error));
		}
		return first(work, await ready());
	}
}

/** Writers wait meanwhile; not while a repair is waited for, which writes itself. */
async function first<T>(work: (ready: Ready) => Promise<T>, now: Ready): Promise<T> {
	asking++;
	try {
		return await work(now);
	} finally {
		setTimeout(answered, LINGER);
	}
}

function answered(): void {
	asking--;
	if (asking === 0) for (const goOn of waiting.splice(0)) goOn();
}

/** Not damage: another version became live while it was asked, here or in a page of ours. */
async function isStale({ corpus: { store }, lookup }: Ready): Promise<boolean> {
	try {
		const live = await openCorpus(store);
		if (live.revision === lookup.revision) return false;
		const next = await look(store);
		if (next.lookup.revision !== live.revision) return false;
		opened = Promise.resolve(next);
		return true;
	} catch {
		return false;
	}
}

/** A row that the index promises is not there. */
export class RowMissing extends Error {
	readonly code = 'row-missing';
	readonly id: string;
	constructor(id: string) {
		super(id);
		this.id = id;
	}
}

/** Not damage either: a page still shows a name that a newer version withdrew, or whose pack was removed. */
async function isPromised({ corpus, lookup: { revision } }: Ready, id: string): Promise<boolean> {
	const { heads, store } = corpus;
	// The index was lost with all else.
	if (heads.size > 0 && (await isLost(store))) return true;
	const found = await store.derived
		.where('key')
		.startsWith(`${revision}/ids/`)
		.filter(({ ids }) => ids?.includes(id) ?? false)
		.first();
	return found !== undefined;
}

/** Since when the pack that the extension carries waits for room; null: it is here. */
export let noRoom: PackState['error'] = null;

async function open(): Promise<Ready> {
	const store = new Store();
	noRoom = null;
	try {
		await store.open();
		await fill(store);
	} catch (error) {
		const code = codeOf(error);
		// A later build has been here: its data is read, never touched.
		if (code === 'newer-store') return look(store);
		// Nothing is deleted for want of room: what is live goes on, and the next start tries again.
		if (code !== 'no-room' || (await store.live.count().catch(() => 0)) === 0) {
			store.close();
			return anew(error);
		}
		console.warn('sidelight: no room', error);
		noRoom = { code, at: Date.now() };
	}
	// A change of the store's schema keeps heads and bytes only.
	if (await lacksRows(store)) await repairRows(store, packsOf(store), carried).catch(() => undefined);
	return look(store).catch((error) => repair(error, store));
}

async function repair(error: unknown, store = new Store()): Promise<Ready> {
	try {
		await store.open();
		if (await isLost(store)) await fill(store);
		else if (error instanceof NoIndex || error instanceof IndexError) await rebuildIndexes(store);
		else await repairRows(store, packsOf(store), carried);
		const made = await look(store);
		await note(error);
		return made;
	} catch (again) {
		store.close();
		return anew(again);
	}
}

const carried = (hash: string): Promise<Uint8Array | null> => bundled.shard(hash).catch(() => null);

/**
 * What a store begins with. One that is new or was lost takes back first what was subscribed to: where the copy cannot be
 * read nothing is written, so that the next start finds it lost again.
 */
async function fill(store: Store): Promise<void> {
	if (await isLost(store)) await store.subscriptions.bulkPut(await readBackup(browser.storage.local));
	await installPack(packsOf(store), bundled);
}

/** Or new. */
const isLost = async (store: Store): Promise<boolean> =>
	!store.isNewer && (await store.heads.count()) === 0 && (await store.subscriptions.count()) === 0;

/** The last step: everything from the pack the extension carries; subscriptions are fetched at their next run. */
async function anew(error: unknown): Promise<Ready> {
	// Never for want of room, which the new one would not find either.
	if (codeOf(error) === 'no-room') throw error;
	// Read first: where storage refuses, nothing is deleted.
	await readBackup(browser.storage.local);
	await new Store().delete({ disableAutoOpen: true });
	const store = new Store();
	try {
		await store.open();
		await fill(store);
		const made = await look(store);
		await note(error);
		return made;
	} catch (again) {
		store.close();
		throw again;
	}
}

/** Remembers for the popup that something was repaired. Where that cannot be stored it is repaired all the same. */
async function note(error: unknown): Promise<void> {
	const { code, name } = error as { code?: unknown; name?: unknown };
	const repaired = String(code ?? name ?? 'unknown');
	await changeSettings(browser.storage.local, { repaired }).catch(() => undefined);
}
