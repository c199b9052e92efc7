/** One pack's search index as it stands in the store: its dictionary in memory, postings and ids read on need. Reads the Dexie store. */
import type { SearchRow, Store } from '../store.ts';
import { Reader, SearchDamaged, sumOf } from './bytes.ts';
import { Dictionary } from './dictionary.ts';
import { type Merged, POSTINGS_A_ROW } from './merge.ts';

const IDS_A_ROW = 128;

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
	const get = async (names: readonly string[]) => {
		const rows = await Promise.all(names.map((name) => store.one.search([pack, hash, name])));
		return rows.map((row, at) => {
			if (!row) throw new SearchDamaged(names[at]);
			return row;
		});
	};
	const [terms] = await get([TERMS]);
	const dictionary = new Dictionary(terms?.bytes as Uint8Array);
	return {
		pack,
		dictionary,
		async postings(spans) {
			const wanted = new Set<number>();
			for (const { from, to } of spans) {
				for (let at = Math.floor(from / POSTINGS_A_ROW); at * POSTINGS_A_ROW < to; at++) wanted.add(at);
			}
			const numbers = [...wanted];
			const rows = await get(numbers.map((at) => `post/${at}`));
			const chunks = new Map(numbers.map((at, i) => [at, soundBytes(rows[i] as SearchRow)]));
			return spans.map((span) => {
				const reader = new Reader(cut(chunks, span));
				return [reader.list(), reader.list()];
			});
		},
		async docs(ordinals) {
			const numbers = [...new Set(ordinals.map((ordinal) => Math.floor(ordinal / IDS_A_ROW)))];
			const rows = await get(numbers.map((at) => `ids/${at}`));
			const byNumber = new Map(numbers.map((at, i) => [at, rows[i] as SearchRow]));
			return ordinals.map((ordinal) => {
				const row = byNumber.get(Math.floor(ordinal / IDS_A_ROW));
				const id = row?.ids?.[ordinal % IDS_A_ROW];
				if (id === undefined) throw new SearchDamaged('ids');
				return { id, weight: row?.weights?.[ordinal % IDS_A_ROW] ?? 0 };
			});
		},
	};
}

function soundBytes({ bytes, sum }: SearchRow): Uint8Array {
	if (!bytes || sumOf(bytes) !== sum) throw new SearchDamaged('postings');
	return bytes;
}

function cut(chunks: ReadonlyMap<number, Uint8Array>, { from, to }: Span): Uint8Array {
	const first = Math.floor(from / POSTINGS_A_ROW);
	const within = chunks.get(first)?.subarray(from - first * POSTINGS_A_ROW);
	if (within && within.length >= to - from) return within.subarray(0, to - from);
	const bytes = new Uint8Array(to - from);
	for (let at = first; at * POSTINGS_A_ROW < to; at++) {
		const start = at * POSTINGS_A_ROW;
		const chunk = chunks.get(at) as Uint8Array;
		bytes.set(chunk.subarray(Math.max(from - start, 0), to - start), Math.max(start - from, 0));
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
