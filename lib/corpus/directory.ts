/**
 * Where a row lies: one list over all live shards, from the hash of what leads to a row to its shard and place, cut into
 * small rows so that a look-up reads one; and all articles by date. Touches the Dexie store.
 */
import { type Breathe, inSlices, sorting } from '../names/index.ts';
import type { Spot } from './shelf.ts';
import type { DatedArticle, SlipRow } from './slip.ts';
import type { DerivedRow, Store } from './store.ts';

/** Entries of one row, about. */
const A_ROW = 2048;
const ARTICLES_A_ROW = 256;
const SLIPS_AT_ONCE = 8;
/** Instead of a shard's number: what follows is an article's. */
const ARTICLE = 0xffffffff;

/** `<revision>/about`, written last: without it the revision is not whole. */
export interface AboutRow extends DerivedRow {
	/** Hashes of the shards, in the order they are counted. */
	shards: string[];
	/** The first bits of a hash say its row. */
	bits: number;
	/** Date of the newest article, by pack. */
	newest: Record<string, string>;
}
/** Hash, shard's number and place, in turn; to articles of a source, hash, `ARTICLE` and the article's number. */
interface WaysRow extends DerivedRow {
	ways: Uint32Array;
}
/** Newest first. */
interface ArticlesRow extends DerivedRow {
	articles: { shard: string; id: string; published: string }[];
}

export interface Directory {
	readonly revision: string;
	/** Spots that `hash` may lead to; what is read there must be compared. */
	find(hash: number): Promise<Spot[]>;
	/** Newest first. */
	articles(hash: number): Promise<ArticlesRow['articles']>;
	newest(pack: string): string;
}

/** The rows for `shards`, sorted; those that have no slip here are left out. */
export async function directoryOf(
	store: Store,
	shards: readonly string[],
	revision: string,
	{ signal, breathe }: { signal?: AbortSignal; breathe?: Breathe },
): Promise<DerivedRow[]> {
	const slips: Listed[] = [];
	for (let at = 0; at < shards.length; at += SLIPS_AT_ONCE) {
		signal?.throwIfAborted();
		await breathe?.();
		const some = await store.slips.bulkGet(shards.slice(at, at + SLIPS_AT_ONCE));
		for (const [i, slip] of some.entries()) if (slip) slips.push({ slip, shard: at + i });
	}
	return inSlices(rowsOf(), signal, breathe);

	function* rowsOf(): Generator<void, DerivedRow[]> {
		const { articles, ways, newest } = yield* byDate(slips);
		const all = [...slips.map(({ slip, shard }) => ({ ways: slip.ways, shard })), { ways, shard: ARTICLE }];
		const count = all.reduce((sum, one) => sum + one.ways.length / 2, 0);
		const bits = Math.max(0, Math.ceil(Math.log2(count / A_ROW)));
		const rows: DerivedRow[] = [];
		for (const [n, list] of (yield* cut(all, bits)).entries())
			rows.push({ key: `${revision}/ways/${n}`, revision, ways: list } as WaysRow);
		for (let at = 0; at * ARTICLES_A_ROW < articles.length; at++) {
			const some = articles.slice(at * ARTICLES_A_ROW, (at + 1) * ARTICLES_A_ROW);
			rows.push({ key: `${revision}/articles/${at}`, revision, articles: some } as ArticlesRow);
		}
		const about = { key: `${revision}/about`, revision, shards: [...shards], bits, newest };
		return [...rows, about as AboutRow];
	}
}

interface Listed {
	slip: SlipRow;
	shard: number;
}

/** All articles, newest first, with the ways that lead to their numbers. */
function* byDate(
	slips: readonly Listed[],
): Generator<void, { articles: ArticlesRow['articles']; ways: Uint32Array; newest: Record<string, string> }> {
	const all: (DatedArticle & { shard: string })[] = [];
	const newest: Record<string, string> = {};
	for (const { slip } of slips) {
		for (const article of slip.articles) {
			all.push({ ...article, shard: slip.h });
			if (article.published > (newest[slip.pack] ?? '')) newest[slip.pack] = article.published;
		}
		yield;
	}
	yield* sorting(all, (a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0));
	const ways: number[] = [];
	const articles = all.map(({ shard, id, published, sources }, number) => {
		for (const source of sources) ways.push(source, number);
		return { shard, id, published };
	});
	return { articles, ways: Uint32Array.from(ways), newest };
}

const rowAt = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));

/** All ways in rows by their first bits, in their order. */
function* cut(
	all: readonly { ways: Uint32Array; shard: number }[],
	bits: number,
): Generator<void, Uint32Array[]> {
	const counts = new Uint32Array(2 ** bits);
	for (const { ways } of all)
		for (let i = 0; i < ways.length; i += 2) (counts[rowAt(ways[i] as number, bits)] as number) += 3;
	const rows = Array.from(counts, (count) => new Uint32Array(count));
	counts.fill(0);
	for (const { ways, shard } of all) {
		for (let i = 0; i < ways.length; i += 2) {
			const n = rowAt(ways[i] as number, bits);
			(rows[n] as Uint32Array).set([ways[i] as number, shard, ways[i + 1] as number], counts[n]);
			(counts[n] as number) += 3;
		}
		yield;
	}
	return rows;
}

/** null when the store holds none that is whole. Where just this revision has none, another stands in. */
export async function openDirectory(store: Store, wanted: string): Promise<Directory | null> {
	const about = (await store.derived.get(`${wanted}/about`)) ?? (await anyOther(store));
	if (!about) return null;
	const { revision, shards, bits, newest } = about as AboutRow;
	const rows = new Map<number, Promise<Uint32Array>>();
	const read = (n: number) => {
		const row =
			rows.get(n) ??
			store.derived.get(`${revision}/ways/${n}`).then((kept) => {
				// Another version became live under this look-up, and this one was cleaned away.
				if (!kept) throw new NoIndex();
				return (kept as WaysRow).ways;
			});
		rows.set(n, row);
		row.catch(() => rows.delete(n));
		return row;
	};
	async function* at(hash: number): AsyncGenerator<[shard: number, place: number]> {
		const ways = await read(rowAt(hash, bits));
		for (let i = 0; i < ways.length; i += 3)
			if (ways[i] === hash) yield [ways[i + 1] as number, ways[i + 2] as number];
	}
	return {
		revision,
		async find(hash) {
			const found: Spot[] = [];
			for await (const [shard, place] of at(hash))
				if (shard !== ARTICLE) found.push({ h: shards[shard] as string, place });
			return found;
		},
		async articles(hash) {
			const numbers: number[] = [];
			for await (const [shard, number] of at(hash)) if (shard === ARTICLE) numbers.push(number);
			const wanted = [...new Set(numbers.map((number) => Math.floor(number / ARTICLES_A_ROW)))];
			const kept = await store.derived.bulkGet(wanted.map((n) => `${revision}/articles/${n}`));
			const lists = new Map(wanted.map((n, i) => [n, (kept[i] as ArticlesRow | undefined)?.articles]));
			return numbers.map((number) => {
				const article = lists.get(Math.floor(number / ARTICLES_A_ROW))?.[number % ARTICLES_A_ROW];
				if (!article) throw new NoIndex();
				return article;
			});
		},
		newest: (pack) => newest[pack] ?? '',
	};
}

async function anyOther(store: Store): Promise<DerivedRow | undefined> {
	const keys = await store.derived.toCollection().primaryKeys();
	const key = keys.find((one) => one.endsWith('/about'));
	return key === undefined ? undefined : store.derived.get(key);
}

/** The store holds no index for what is live, or a damaged one: it must be built anew. */
export class NoIndex extends Error {
	readonly code = 'index-missing';
}
