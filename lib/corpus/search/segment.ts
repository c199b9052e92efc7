/** One pack's search index as it stands in the store: its dictionary in memory; pairs, postings and what is shown of documents read on need. Reads the Dexie store. */
import { Recent } from '../recent.ts';
import type { SearchRow, Store } from '../store.ts';
import { Reader, SearchDamaged, sumOf, Writer } from './bytes.ts';
import { Dictionary } from './dictionary.ts';
import type { Lines, LinesOfPack } from './lines.ts';
import { type Merged, POSTINGS_A_ROW } from './merge.ts';
import { type Lists, listsIn, rowOf } from './pairs.ts';
import type { Kind } from './part.ts';

/** Results stand apart from each other: a row read is mostly read for one. */
const DOCS_A_ROW = 12;
/** Rows kept in memory besides. */
const KEPT = 96;
const NONE = new Uint8Array();
/** One for all: a document each would keep the browser's collector busy. */
const TEXTS = new TextDecoder();

export interface Span {
	from: number;
	to: number;
}

export interface Segment {
	pack: string;
	dictionary: Dictionary;
	/** Postings of each pair that stands in the pack. Throws SearchDamaged. */
	pairs(terms: readonly string[]): Promise<Map<string, Lists>>;
	/** Throws SearchDamaged. */
	postings(spans: readonly Span[]): Promise<Lists[]>;
	/** Throws SearchDamaged. */
	docs(ordinals: readonly number[]): Promise<Doc[]>;
}

export interface Doc {
	/** Local. */
	id: string;
	/** Events of an entity, articles of a source. */
	weight: number;
	/** null: its record is missing. */
	line: Lines[Kind] | null;
}

/** The row written last: where it is, all others are. Another name where rows are made otherwise. */
export const TERMS = 'vocabulary';

/** Throws SearchDamaged when it is not there or not whole. */
export async function openSegment(store: Store, pack: string, hash: string): Promise<Segment> {
	const read = async (name: string): Promise<Uint8Array> => {
		const row = await store.one.search([pack, hash, name]);
		if (!row || (name !== TERMS && sumOf(row.bytes) !== row.sum)) throw new SearchDamaged(name);
		return row.bytes;
	};
	const recent = new Recent<string, Promise<Uint8Array>>(KEPT);
	const rowsAt = async <A extends number | string>(
		kind: 'post' | 'docs' | 'pairs',
		wanted: ReadonlySet<A>,
	) => {
		const rows = Array.from(wanted, async (at) => {
			const name = `${kind}/${at}`;
			const row = recent.get(name) ?? read(name);
			recent.set(name, row);
			row.catch(() => recent.delete(name));
			return [at, await row] as const;
		});
		return new Map(await Promise.all(rows));
	};
	const dictionary = new Dictionary(await read(TERMS));
	return {
		pack,
		dictionary,
		async pairs(terms) {
			const places = terms.flatMap((term) => {
				const last = rowOf(dictionary, term);
				return last === null ? [] : { term, last };
			});
			const rows = await rowsAt('pairs', new Set(places.map(({ last }) => last)));
			return new Map(
				places.flatMap(({ term, last }) => {
					const lists = listsIn(rows.get(last) ?? NONE, term);
					return lists ? [[term, lists] as const] : [];
				}),
			);
		},
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
			const rowOf = (ordinal: number) => Math.floor(ordinal / DOCS_A_ROW);
			const rows = await rowsAt('docs', new Set(ordinals.map(rowOf)));
			return ordinals.map((ordinal) => docAt(rows.get(rowOf(ordinal)) ?? NONE, ordinal % DOCS_A_ROW));
		},
	};
}

function cut(rows: ReadonlyMap<number, Uint8Array>, { from, to }: Span): Uint8Array {
	const bytesAt = (at: number) => rows.get(at) ?? NONE;
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

/** A row of documents: where each ends, and JSON of each, one behind the other. */
function docAt(bytes: Uint8Array, at: number): Doc {
	const reader = new Reader(bytes);
	const ends = reader.list();
	const end = ends[at];
	if (end === undefined) throw new SearchDamaged('docs');
	return JSON.parse(TEXTS.decode(bytes.subarray(reader.at + (ends[at - 1] ?? 0), reader.at + end)));
}

function rowOfDocs(docs: readonly Doc[]): Uint8Array<ArrayBuffer> {
	const texts = new TextEncoder();
	const parts = docs.map((doc) => texts.encode(JSON.stringify(doc)));
	const out = new Writer();
	let end = 0;
	out.list(parts.map((part) => (end += part.length)));
	for (const part of parts) out.append(part);
	return out.taken();
}

/** The row that says the rest is there comes last. */
export function* rowsOf(
	pack: string,
	hash: string,
	merged: Merged,
	lines: LinesOfPack,
): Generator<SearchRow> {
	const { dictionary, pairs, postings, docs, weights } = merged;
	const row = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({
		pack,
		hash,
		name,
		bytes,
		sum: sumOf(bytes),
	});
	for (let at = 0; at * POSTINGS_A_ROW < postings.length; at++)
		yield row(`post/${at}`, postings.slice(at * POSTINGS_A_ROW, (at + 1) * POSTINGS_A_ROW));
	for (const [last, bytes] of pairs) yield row(`pairs/${last}`, bytes);
	for (let at = 0; at * DOCS_A_ROW < docs.length; at++) {
		const some = docs.slice(at * DOCS_A_ROW, (at + 1) * DOCS_A_ROW).map((key, i) => ({
			id: key.slice(1),
			weight: weights[at * DOCS_A_ROW + i] ?? 0,
			line: lines.get(key) ?? null,
		}));
		yield row(`docs/${at}`, rowOfDocs(some));
	}
	yield { pack, hash, name: TERMS, bytes: dictionary };
}

export const hasSegment = async (store: Store, pack: string, hash: string): Promise<boolean> =>
	(await store.search.where('[pack+hash+name]').equals([pack, hash, TERMS]).count()) > 0;
