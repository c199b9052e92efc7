/** One pack's search index as it stands in the store: its dictionary in memory, postings and ids read on need. Reads the Dexie store. */
import { Recent } from '../recent.ts';
import type { SearchRow, Store } from '../store.ts';
import { Reader, SearchDamaged, sumOf } from './bytes.ts';
import { Dictionary } from './dictionary.ts';
import { type Merged, POSTINGS_A_ROW } from './merge.ts';

const IDS_A_ROW = 128;
/** Rows kept in memory besides. */
const KEPT = 24;
const NONE = new Uint8Array();

export interface Span {
	from: number;
	to: number;
}

export interface Segment {
	pack: string;
	dictionary: Dictionary;
	/** Name postings and text postings of each span. Throws SearchDamaged. */
	postings(spans: readonly Span[]): Promise<[name: Uint32Array, text: Uint32Array][]>;
	/** Local ids and weights by ordinal. */
	docs(ordinals: readonly number[]): Promise<{ id: string; weight: number }[]>;
}

/** The row written last: where it is, all others are. */
const TERMS = 'terms';

/** Throws SearchDamaged when it is not there or not whole. */
export async function openSegment(store: Store, pack: string, hash: string): Promise<Segment> {
	const read = async (name: string) => {
		const row = await store.one.search([pack, hash, name]);
		if (!row || (row.sum !== undefined && sumOf(row.bytes ?? NONE) !== row.sum))
			throw new SearchDamaged(name);
		return row;
	};
	const recent = new Recent<string, Promise<SearchRow>>(KEPT);
	const rowsAt = async (kind: 'post' | 'ids', wanted: ReadonlySet<number>) => {
		const rows = Array.from(wanted, async (at) => {
			const name = `${kind}/${at}`;
			const row = recent.get(name) ?? read(name);
			recent.set(name, row);
			row.catch(() => recent.delete(name));
			return [at, await row] as const;
		});
		return new Map(await Promise.all(rows));
	};
	const { bytes = NONE } = await read(TERMS);
	return {
		pack,
		dictionary: new Dictionary(bytes),
		async postings(spans) {
			const wanted = new Set<number>();
			for (const { from, to } of spans) {
				for (let at = Math.floor(from / POSTINGS_A_ROW); at * POSTINGS_A_ROW < to; at++) wanted.add(at);
			}
			const rows = await rowsAt('post', wanted);
			return spans.map((span) => {
				const reader = new Reader(cut(rows, span));
				return [reader.list(), reader.list()];
			});
		},
		async docs(ordinals) {
			const rowOf = (ordinal: number) => Math.floor(ordinal / IDS_A_ROW);
			const rows = await rowsAt('ids', new Set(ordinals.map(rowOf)));
			return ordinals.map((ordinal) => {
				const { ids, weights } = rows.get(rowOf(ordinal)) ?? {};
				const id = ids?.[ordinal % IDS_A_ROW];
				if (id === undefined) throw new SearchDamaged('ids');
				return { id, weight: weights?.[ordinal % IDS_A_ROW] ?? 0 };
			});
		},
	};
}

function cut(rows: ReadonlyMap<number, SearchRow>, { from, to }: Span): Uint8Array {
	const bytesAt = (at: number) => rows.get(at)?.bytes ?? NONE;
	const first = Math.floor(from / POSTINGS_A_ROW);
	const within = bytesAt(first).subarray(from - first * POSTINGS_A_ROW);
	if (within.length >= to - from) return within.subarray(0, to - from);
	const bytes = new Uint8Array(to - from);
	for (let at = first; at * POSTINGS_A_ROW < to; at++) {
		const start = at * POSTINGS_A_ROW;
		bytes.set(bytesAt(at).subarray(Math.max(from - start, 0), to - start), Math.max(start - from, 0));
	}
	return bytes;
}

/** The row that says the rest is there comes last. */
export function* rowsOf(pack: string, hash: string, merged: Merged): Generator<SearchRow> {
	const { dictionary, postings, docs, weights } = merged;
	for (let at = 0; at * POSTINGS_A_ROW < postings.length; at++) {
		const bytes = postings.slice(at * POSTINGS_A_ROW, (at + 1) * POSTINGS_A_ROW);
		yield { pack, hash, name: `post/${at}`, bytes, sum: sumOf(bytes) };
	}
	for (let at = 0; at * IDS_A_ROW < docs.length; at++) {
		const [from, to] = [at * IDS_A_ROW, (at + 1) * IDS_A_ROW];
		const ids = docs.slice(from, to).map((doc) => doc.slice(1));
		yield { pack, hash, name: `ids/${at}`, ids, weights: [...weights.slice(from, to)] };
	}
	yield { pack, hash, name: TERMS, bytes: dictionary };
}

export const hasSegment = async (store: Store, pack: string, hash: string): Promise<boolean> =>
	(await store.search.where('[pack+hash+name]').equals([pack, hash, TERMS]).count()) > 0;
