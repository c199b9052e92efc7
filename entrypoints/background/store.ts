/**
 * The store, ready for look-ups: installs the pack the extension carries, and repairs what is damaged.
 * Ladder: index missing or damaged → built anew from the rows; rows missing or database broken → database anew.
 */
import { browser } from 'wxt/browser';
import {
	type Corpus,
	type Lookup,
	NoIndex,
	openCorpus,
	openLookup,
	packStore,
	rebuildIndexes,
	STORE,
	Store,
} from '../../lib/corpus/index.ts';
import { IndexError } from '../../lib/names/index.ts';
import { installPack, type PackFiles } from '../../lib/packs/index.ts';
import { changeSettings } from '../../lib/settings/index.ts';

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

let opened: Promise<Ready> | null = null;

/** The store, opened once a life of the worker. */
export function ready(): Promise<Ready> {
	opened ??= open().catch((error) => {
		opened = null;
		throw error;
	});
	return opened;
}

/** Does `work`; where the store turns out damaged under it, repairs and does it once more. */
export async function withStore<T>(work: (ready: Ready) => Promise<T>): Promise<T> {
	const now = await ready();
	try {
		return await work(now);
	} catch (error) {
		console.warn('sidelight: repairing the store', error);
		opened = null;
		now.corpus.store.close();
		opened = repair(error);
		return work(await ready());
	}
}

/** A row that the index promises is not there. */
export class RowMissing extends Error {
	readonly code = 'row-missing';
}

async function open(): Promise<Ready> {
	const store = new Store();
	try {
		await store.open();
		await installPack(packStore(store), bundled);
	} catch (error) {
		store.close();
		return anew(error);
	}
	try {
		return { corpus: await openCorpus(store), lookup: await openLookup(store) };
	} catch (error) {
		return repair(error, store);
	}
}

async function repair(error: unknown, store = new Store()): Promise<Ready> {
	if (!(error instanceof NoIndex || error instanceof IndexError)) {
		store.close();
		return anew(error);
	}
	try {
		await store.open();
		await rebuildIndexes(store);
		const lookup = await openLookup(store);
		await note(error);
		return { corpus: await openCorpus(store), lookup };
	} catch (again) {
		store.close();
		return anew(again);
	}
}

/** The last step: everything from the pack the extension carries. */
async function anew(error: unknown): Promise<Ready> {
	await new Store().delete({ disableAutoOpen: true });
	const store = new Store(STORE);
	await store.open();
	await installPack(packStore(store), bundled);
	const made = { corpus: await openCorpus(store), lookup: await openLookup(store) };
	await note(error);
	return made;
}

/** Remembers for the popup that something was repaired. */
async function note(error: unknown): Promise<void> {
	const { code, name } = error as { code?: unknown; name?: unknown };
	await changeSettings(browser.storage.local, { repaired: String(code ?? name ?? 'unknown') });
}
