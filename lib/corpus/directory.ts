/**
 * Where a row lies: one list over all live shards, from the hash of what leads to a row to its shard and place, cut into
 * small rows so that a look-up reads one; and all articles by source. Touches the Dexie store.
 */
import { type Breathe, inSlices, sorting } from '../names/index.ts';
import { Recent } from './recent.ts';
import { type Same, sameFrom } from './same.ts';
import type { Spot } from './shelf.ts';
import { type SlipRow, way } from './slip.ts';
import { type DerivedRow, publicId, type Store } from './store.ts';
import { type Told, toldIn, toldWays } from './told.ts';

/** Entries of one row, about. */
const A_ROW = 2048;
const ARTICLES_A_ROW = 256;
const SLIPS_AT_ONCE = 8;
/** Instead of a shard's number: what follows is an article's; or, of an event, how many articles and claims it has. */
const ARTICLE = 0xffffffff;
const ARTICLES = 0xfffffffe;
const CLAIMS = 0xfffffffd;
/** Rows kept in memory while a directory is open, and those of them that are read beforehand. */
const KEPT = 256;
const WARM = 96;

/** `<revision>/about`, written last: without it the revision is not whole. */
export interface AboutRow extends DerivedRow {
	/** Hashes of the shards, in the order they are counted, with commas between: one text is read far sooner than thousands. */
	shards: string;
	/** The first bits of a hash say its row. */
	bits: number;
	/** Date of the newest article, by pack. */
	newest: Record<string, string>;
}
/** Hash, shard's number and place, in turn; to articles of a source, hash, `ARTICLE` and the article's number. */
interface WaysRow extends DerivedRow {
	ways: Uint32Array;
}
/** Those of each source together, newest first. */
interface ArticlesRow extends DerivedRow {
	articles: ArticleKey[];
}

/** Where an article lies, and what is reported of it: a source's articles are read without looking each up. */
export interface ArticleKey {
	shard: string;
	/** Local. */
	id: string;
	published: string;
	/** Its place in its shard, and its reports'; missing in rows of older builds. */
	place?: number;
	reports?: Spot[];
}

export interface Directory {
	readonly revision: string;
	/** Spots that the hashes may lead to, each once; what is read there must be compared. */
	find(hashes: readonly number[]): Promise<Spot[]>;
	/** Of the event whose own way it is; null where that is not known. */
	told(hash: number): Promise<Told | null>;
	/** Newest first. */
	articles(hash: number): Promise<ArticlesRow['articles']>;
	newest(pack: string): string;
	/** Reads beforehand what leads on from `hashes`, or what was looked up last, in whatever version. */
	warm(hashes?: Iterable<number>): Promise<void>;
	/** Which entities of several packs are one. */
	same(): Promise<Same>;
}

/** The rows for `shards`, sorted; those that have no slip here are left out. */
export async function directoryOf(
	store: Store,
	shards: readonly string[],
	revision: string,
	{ signal, breathe }: { signal?: AbortSignal; breathe?: Breathe },
): Promise<{ rows: DerivedRow[]; toldOf: (id: string) => Told | null }> {
	const slips: Listed[] = [];
	for (let at = 0; at < shards.length; at += SLIPS_AT_ONCE) {
		signal?.throwIfAborted();
		await breathe?.();
		const some = await store.slips.bulkGet(shards.slice(at, at + SLIPS_AT_ONCE));
		for (const [i, slip] of some.entries()) if (slip) slips.push({ slip, shard: at + i });
	}
	return inSlices(rowsOf(), signal, breathe);

	function* rowsOf(): Generator<void, { rows: DerivedRow[]; toldOf: (id: string) => Told | null }> {
		const { articles, ways, newest } = yield* bySource(slips);
		const told = yield* toldWays(slips.map(({ slip }) => slip));
		const all = [
			...slips.map(({ slip, shard }) => ({ ways: slip.ways, shard })),
			{ ways, shard: ARTICLE },
			{ ways: told.articles, shard: ARTICLES },
			{ ways: told.claims, shard: CLAIMS },
		];
		const count = all.reduce((sum, one) => sum + one.ways.length / 2, 0);
		const bits = Math.max(0, Math.ceil(Math.log2(count / A_ROW)));
		const rows: DerivedRow[] = [];
		for (const [n, list] of (yield* cut(all, bits)).entries())
			rows.push({ key: `${revision}/ways/${n}`, revision, ways: list } as WaysRow);
		for (let at = 0; at * ARTICLES_A_ROW < articles.length; at++) {
			const some = articles.slice(at * ARTICLES_A_ROW, (at + 1) * ARTICLES_A_ROW);
			rows.push({ key: `${revision}/articles/${at}`, revision, articles: some } as ArticlesRow);
		}
		const about = { key: `${revision}/about`, revision, shards: shards.join(), bits, newest };
		return { rows: [...rows, about as AboutRow], toldOf: (id) => toldIn(told, id) };
	}
}

interface Listed {
	slip: SlipRow;
	shard: number;
}

/** All articles, those of a source together, newest first, with the ways that lead to their numbers. */
function* bySource(
	slips: readonly Listed[],
): Generator<void, { articles: ArticlesRow['articles']; ways: Uint32Array; newest: Record<string, string> }> {
	const reports = yield* reportsIn(slips);
	const all: { source: number; article: ArticleKey }[] = [];
	const newest: Record<string, string> = {};
	for (const { slip } of slips) {
		const places = new Map<number, number>();
		for (let i = 0; i < slip.ways.length; i += 2)
			places.set(slip.ways[i] as number, slip.ways[i + 1] as number);
		for (const { id, published, sources } of slip.articles) {
			const whole = publicId(slip.pack, id);
			const article: ArticleKey = {
				shard: slip.h,
				id,
				published,
				place: places.get(way.id('articles', whole)),
				reports: reports.get(way.id('reports', whole)) ?? [],
			};
			for (const source of sources) all.push({ source, article });
			if (published > (newest[slip.pack] ?? '')) newest[slip.pack] = published;
		}
		yield;
	}
	yield* sorting(
		all,
		({ source: a, article: { published: x } }, { source: b, article: { published: y } }) =>
			a - b || (x < y ? 1 : x > y ? -1 : 0),
	);
	return {
		articles: all.map(({ article }) => article),
		ways: Uint32Array.from(all.flatMap(({ source }, number) => [source, number])),
		newest,
	};
}

/** Where reports of articles lie, by the hash of their id. */
function* reportsIn(slips: readonly Listed[]): Generator<void, Map<number, Spot[]>> {
	const reports = new Map<number, Spot[]>();
	for (const { slip } of slips)
		for (const { id } of slip.articles) reports.set(way.id('reports', publicId(slip.pack, id)), []);
	yield;
	for (const { slip } of slips) {
		for (let i = 0; i < slip.ways.length; i += 2)
			reports.get(slip.ways[i] as number)?.push({ h: slip.h, place: slip.ways[i + 1] as number });
		yield;
	}
	return reports;
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

/** Whether the rows for this revision are all here. */
export const hasDirectory = async (store: Store, revision: string): Promise<boolean> =>
	(await store.derived.where('key').equals(`${revision}/about`).count()) > 0;

/** null when the store holds none that is whole. Where just this revision has none, another stands in. */
export async function openDirectory(store: Store, wanted: string): Promise<Directory | null> {
	const about = (await store.derived.get(`${wanted}/about`)) ?? (await anyOther(store));
	if (!about) return null;
	const { revision, bits, newest, ...row } = about as AboutRow;
	// A list in rows of older builds.
	let listed: string[] | undefined;
	const shards = () => {
		listed ??= String(row.shards).split(',');
		return listed;
	};
	const rows = new Recent<number, Promise<Uint32Array>>(KEPT);
	const read = (n: number) => {
		const known = rows.get(n);
		if (known) return known;
		const row = store.one.derived(`${revision}/ways/${n}`).then((kept) => {
			// Another version became live under this look-up, and this one was cleaned away.
			if (!kept) throw new NoIndex();
			return (kept as WaysRow).ways;
		});
		rows.set(n, row);
		row.catch(() => rows.delete(n));
		return row;
	};
	/** Numbers that stand behind `hash`, by what they are of. */
	async function at(hash: number, is: (shard: number) => boolean): Promise<[shard: number, place: number][]> {
		store.asked.set(hash, true);
		const ways = await read(rowAt(hash, bits));
		const found: [number, number][] = [];
		for (let i = 0; i < ways.length; i += 3)
			if (ways[i] === hash && is(ways[i + 1] as number))
				found.push([ways[i + 1] as number, ways[i + 2] as number]);
		return found;
	}
	return {
		revision,
		async find(hashes) {
			const all = await Promise.all([...new Set(hashes)].map((hash) => at(hash, (shard) => shard < CLAIMS)));
			const spots = new Map<string, Spot>();
			for (const [shard, place] of all.flat())
				spots.set(`${shard} ${place}`, { h: shards()[shard] as string, place });
			return [...spots.values()];
		},
		async told(hash) {
			const [articles, claims, ...more] = await at(hash, (shard) => shard === ARTICLES || shard === CLAIMS);
			// With more, two events share the hash.
			return articles && claims && more.length === 0 ? { articles: articles[1], claims: claims[1] } : null;
		},
		async articles(hash) {
			const found = await at(hash, (shard) => shard === ARTICLE);
			return Promise.all(
				found.map(async ([, number]) => {
					const row = await store.one.derived(`${revision}/articles/${Math.floor(number / ARTICLES_A_ROW)}`);
					const article = (row as ArticlesRow | undefined)?.articles[number % ARTICLES_A_ROW];
					if (!article) throw new NoIndex();
					return article;
				}),
			);
		},
		newest: (pack) => newest[pack] ?? '',
		async warm(hashes = store.asked.keys()) {
			const wanted = new Set(Array.from(hashes, (hash) => rowAt(hash, bits)));
			await Promise.all([...wanted].slice(-WARM).map(read));
		},
		async same() {
			const groups = (await store.one.derived(`${revision}/same`))?.ids ?? [];
			return sameFrom(groups.map((group) => group.split(' ')));
		},
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
