/** Rows by shard and place: written a shard at a time, read a page at a time. Touches the Dexie store. */
import type { Breathe } from '../names/index.ts';
import { RECORDS, type RecordKind, type Shard } from '../packs/index.ts';
import { isOf, type Kept, KINDS, type Kind, keptOf, type RowOf, rowOf } from './rows.ts';
import type { PageRow, Store } from './store.ts';

/** Rows of one page. Few enough that reading one is fast, and that a page is no file of its own to the browser. */
const A_PAGE = 50;
/** Pages read at once where all are wanted. */
const AT_ONCE = 4;
/** One for all: a record each would keep the browser's collector busy. */
const TEXTS = new TextDecoder();

/** One record's place. */
export interface Spot {
	h: string;
	place: number;
}

export function* pagesOf(h: string, shard: Shard): Generator<PageRow> {
	const kept = keptOf(shard);
	const records = KINDS.flatMap((kind) => kept[kind] as readonly unknown[]);
	const texts = new TextEncoder();
	for (let at = 0; at < records.length; at += A_PAGE) {
		const parts = records.slice(at, at + A_PAGE).map((record) => texts.encode(JSON.stringify(record)));
		const ends = new Uint32Array(parts.length);
		const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
		let end = 0;
		for (const [i, part] of parts.entries()) {
			bytes.set(part, end);
			end += part.length;
			ends[i] = end;
		}
		yield { h, n: at / A_PAGE, pack: shard.packId, bytes, ends };
	}
}

/** A page of a live shard is not here: cleaned away since, or lost. */
class PageMissing extends Error {
	readonly code = 'page-missing';
}

/** Rows at `spots`, in their order. `once`: their pages are not kept in memory. Throws PageMissing. */
export async function readSpots<K extends Kind>(
	store: Store,
	kind: K,
	spots: readonly Spot[],
	{ once = false } = {},
): Promise<RowOf[K][]> {
	const pages = await pagesAt(
		store,
		spots.map(({ h, place }) => ({ h, n: Math.floor(place / A_PAGE) })),
		once,
	);
	return spots.flatMap(({ h, place }, at) => {
		const page = pages[at];
		if (!page) throw new PageMissing(h);
		const record = once ? recordAt<K>(page, place % A_PAGE) : parsedAt<K>(page, place % A_PAGE);
		return record && isOf(kind, record) ? [rowOf(kind, { h, pack: page.pack }, record)] : [];
	});
}

/** All rows of a kind in some shards, each with its place. */
export async function* eachRow<K extends Kind>(
	store: Store,
	kind: K,
	shards: readonly string[],
	breathe?: Breathe,
): AsyncGenerator<RowOf[K] & { place: number }> {
	const at = KINDS.indexOf(kind);
	const rows = await store.shards.bulkGet([...shards]);
	for (const row of rows) {
		const { h, kinds } = row ?? { h: '', kinds: [] };
		if (!kinds[at]) continue;
		const from = kinds.slice(0, at).reduce((sum, count) => sum + count, 0);
		const until = from + kinds[at];
		for (let n = Math.floor(from / A_PAGE); n * A_PAGE < until; n += AT_ONCE) {
			await breathe?.();
			// Not through the memory: who reads all would drive out what is looked up.
			const pages = await store.pages
				.where('[h+n]')
				.between([h, n], [h, n + AT_ONCE])
				.toArray();
			for (const page of pages) {
				await breathe?.();
				for (let i = 0; i < page.ends.length; i++) {
					const place = page.n * A_PAGE + i;
					const record = place >= from && place < until && recordAt<K>(page, i);
					if (record) yield { ...rowOf(kind, page, record), place };
				}
			}
		}
	}
}

function recordAt<K extends Kind>({ bytes, ends }: PageRow, i: number): Kept<K> | null {
	const end = ends[i];
	if (end === undefined) return null;
	return JSON.parse(TEXTS.decode(bytes.subarray(i === 0 ? 0 : ends[i - 1], end)));
}

/** Records of pages in memory that were asked for: nobody changes them, so each is parsed once. */
const parsed = new WeakMap<PageRow, unknown[]>();

function parsedAt<K extends Kind>(page: PageRow, i: number): Kept<K> | null {
	const records = parsed.get(page) ?? [];
	parsed.set(page, records);
	records[i] ??= recordAt<K>(page, i);
	return records[i] as Kept<K> | null;
}

async function pagesAt(store: Store, wanted: readonly { h: string; n: number }[], once: boolean) {
	const { recent } = store;
	const keys = new Map(wanted.map(({ h, n }) => [`${h}/${n}`, [h, n] as [string, number]]));
	const here = new Map<string, PageRow>();
	await Promise.all(
		[...keys].map(async ([name, key]) => {
			const page = recent.get(name) ?? (await store.one.page(key));
			if (!page) return;
			here.set(name, page);
			if (!once) recent.set(name, page, page.bytes.length);
		}),
	);
	return wanted.map(({ h, n }) => here.get(`${h}/${n}`));
}

/** Number of rows of each kind. */
export const countsOf = (shard: Shard): number[] => {
	const kept = keptOf(shard);
	return KINDS.map((kind) => kept[kind].length);
};

/** All records of a shard. */
export async function shardOf(store: Store, h: string): Promise<Omit<Shard, 'packId'>> {
	const records: Record<string, unknown> = {};
	for (const kind of Object.keys(RECORDS) as RecordKind[]) {
		const list: unknown[] = [];
		for await (const { record } of eachRow(store, kind, [h])) list.push(record);
		records[kind] = list;
	}
	return records as unknown as Omit<Shard, 'packId'>;
}
