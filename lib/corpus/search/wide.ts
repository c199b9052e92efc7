/**
 * What a few letters begin: so many terms that reading all of their postings would take long. The best of their names,
 * kept under a key of their own. Touches nothing.
 */

/** Terms under one beginning that are read one by one at most. */
export const MOST_TERMS = 48;
/** Best results of each kind that are kept of more. */
const KEPT = 96;
const LONGEST = 8;
/** Sorts behind every letter. */
const MARK = '\uffff';

export const wideKey = (prefix: string): string => MARK + prefix;

export class Wide {
	readonly #ends: readonly number[];
	readonly #open: { prefix: string; terms: number; docs: number[] }[] = [];
	readonly #closed: [key: string, docs: number[]][] = [];

	constructor(ends: readonly number[]) {
		this.#ends = ends;
	}

	/** Terms come in order. */
	add(term: string, names: Uint32Array): void {
		if (!/^[a-z0-9]/.test(term)) return;
		const depth = Math.min(term.length, LONGEST);
		for (let i = 0; i < Math.max(depth, this.#open.length); i++) {
			if (this.#open[i]?.prefix === term.slice(0, i + 1) && i < depth) continue;
			this.#close(i);
			break;
		}
		for (let i = 0; i < depth; i++) {
			const open = this.#open[i] ?? { prefix: term.slice(0, i + 1), terms: 0, docs: [] };
			this.#open[i] = open;
			open.terms++;
			for (const doc of names) open.docs.push(doc);
			if (open.docs.length > 40 * KEPT) open.docs = this.#best(open.docs);
		}
	}

	/** In the order of their keys. */
	done(): [key: string, docs: number[]][] {
		this.#close(0);
		return this.#closed.sort(([a], [b]) => (a < b ? -1 : 1));
	}

	#close(from: number): void {
		for (const { prefix, terms, docs } of this.#open.splice(from)) {
			if (terms > MOST_TERMS) this.#closed.push([wideKey(prefix), this.#best(docs)]);
		}
	}

	#best(docs: number[]): number[] {
		const all = Uint32Array.from(docs).sort();
		let from = 0;
		return this.#ends.flatMap((end) => {
			const kind: number[] = [];
			for (; from < all.length && (all[from] as number) < end; from++) {
				if (kind.length < KEPT && all[from] !== all[from - 1]) kind.push(all[from] as number);
			}
			return kind;
		});
	}
}
