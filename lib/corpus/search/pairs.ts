/**
 * Two Chinese signs that meet: nearly all terms of a pack, and asked for only whole. So they are not held in memory: rows
 * of the store hold some hundreds each, with their postings, and the dictionary says which row. Touches nothing.
 */
import { Reader, SearchDamaged, Writer } from './bytes.ts';
import { Dictionary, DictionaryWriter } from './dictionary.ts';

/** Bytes of one row, about. */
const A_ROW = 1 << 13;
/** Sorts behind every letter. */
const MARK = '\ufffe';
const PAIR = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2}/u;

/** Name postings and text postings of a term. */
export type Lists = [name: Uint32Array, text: Uint32Array];

export const isPair = (term: string): boolean => PAIR.test(term);

/** In the dictionary, of a row with its last term: the first key that is not before a term's is that of its row. */
export const rowKey = (term: string): string => MARK + term;

/** The last term of the row where `pair` stands, if anywhere; null: it stands in none. */
export function rowOf(dictionary: Dictionary, pair: string): string | null {
	const cursor = dictionary.seek(rowKey(pair));
	return !cursor.ended && cursor.begins(MARK) ? cursor.term.slice(MARK.length) : null;
}

export class PairsWriter {
	#terms = new DictionaryWriter();
	#posted = new Writer();
	#last = '';
	readonly #rows: [last: string, bytes: Uint8Array<ArrayBuffer>][] = [];

	/** In order. */
	add(term: string, name: ArrayLike<number>, text: ArrayLike<number>): void {
		const from = this.#posted.length;
		this.#posted.list(name);
		this.#posted.list(text);
		this.#terms.add(term, this.#posted.length - from);
		this.#last = term;
		if (this.#terms.length + this.#posted.length >= A_ROW) this.#cut();
	}

	done(): [last: string, bytes: Uint8Array<ArrayBuffer>][] {
		if (this.#terms.length > 0) this.#cut();
		return this.#rows;
	}

	#cut(): void {
		const terms = this.#terms.done([0, 0, 0, 0]);
		const row = new Writer();
		row.number(terms.length);
		row.append(terms);
		row.append(this.#posted.taken());
		this.#rows.push([this.#last, row.taken()]);
		this.#terms = new DictionaryWriter();
		this.#posted = new Writer();
	}
}

/** Throws SearchDamaged. null: `pair` is not in this row. */
export function listsIn(row: Uint8Array, pair: string): Lists | null {
	const reader = new Reader(row);
	const length = reader.number();
	const posted = reader.at + length;
	if (posted > row.length) throw new SearchDamaged('pairs');
	const cursor = new Dictionary(row.subarray(reader.at, posted)).seek(pair);
	if (cursor.ended || cursor.against(pair) !== 0) return null;
	const lists = new Reader(row, posted + cursor.from);
	return [lists.list(), lists.list()];
}
