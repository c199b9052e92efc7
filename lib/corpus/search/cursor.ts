/** Steps through the terms of a dictionary in their order. No text is made of a term that is only passed by. Touches nothing. */
import { Reader, SearchDamaged } from './bytes.ts';

/** Terms in a block: each is written as what it does not share with the one before, the first of a block whole. */
export const BLOCK = 16;

/** A term's first two units as one number, in the order of terms. */
const headOf = (first: number, second: number): number => (((first || 0) << 16) >>> 0) + (second || 0);

/** Of each block: most of a search for a term needs no more of them. */
export function headsOf(body: Uint8Array, blocks: Uint32Array): Uint32Array {
	const reader = new Reader(body);
	return Uint32Array.from({ length: blocks.length / 2 }, (_, block) => {
		reader.at = (blocks[block * 2] as number) + 1;
		const length = reader.number();
		return headOf(length > 0 ? reader.number() : 0, length > 1 ? reader.number() : 0);
	});
}

export class Cursor {
	/** UTF-16 units of the term, `length` of them. */
	units = new Uint16Array(64);
	length = 0;
	/** Units it shares with the term before; 0 after `to`. */
	shared = 0;
	/** Bytes of the postings. */
	from = 0;
	to = 0;
	ended = false;
	readonly #reader: Reader;
	readonly #blocks: Uint32Array;
	readonly #heads: Uint32Array;
	readonly #count: number;
	#at = 0;

	/** `blocks`: where each begins, and where its postings do; `heads`: how it begins. */
	constructor(body: Uint8Array, blocks: Uint32Array, heads: Uint32Array, count: number) {
		this.#reader = new Reader(body);
		this.#blocks = blocks;
		this.#heads = heads;
		this.#count = count;
	}

	get term(): string {
		return String.fromCharCode(...this.units.subarray(0, this.length));
	}

	/** Below 0: it stands before `text` in the order; 0: it is that; above: behind. */
	against(text: string): number {
		const both = Math.min(this.length, text.length);
		for (let i = 0; i < both; i++) {
			const apart = (this.units[i] as number) - text.charCodeAt(i);
			if (apart !== 0) return apart;
		}
		return this.length - text.length;
	}

	begins(text: string): boolean {
		if (this.length < text.length) return false;
		for (let i = 0; i < text.length; i++) if (this.units[i] !== text.charCodeAt(i)) return false;
		return true;
	}

	/** To the first term that is not before `wanted`, wherever it stands now. */
	seek(wanted: string): this {
		let low = 0;
		const head = headOf(wanted.charCodeAt(0), wanted.charCodeAt(1));
		for (let high = this.#blocks.length / 2; high - low > 1; ) {
			const middle = (low + high) >> 1;
			let apart = (this.#heads[middle] as number) - head;
			if (apart === 0) {
				this.#at = middle * BLOCK;
				this.next();
				apart = this.against(wanted);
			}
			if (apart <= 0) low = middle;
			else high = middle;
		}
		this.#at = low * BLOCK;
		this.ended = false;
		while (this.next() && this.against(wanted) < 0);
		this.shared = 0;
		return this;
	}

	next(): boolean {
		if (this.#at >= this.#count) {
			this.ended = true;
			return false;
		}
		const reader = this.#reader;
		if (this.#at % BLOCK === 0) {
			const block = this.#at / BLOCK;
			reader.at = this.#blocks[block * 2] as number;
			this.to = this.#blocks[block * 2 + 1] as number;
		}
		const kept = reader.number();
		const length = kept + reader.number();
		if (kept > this.length) throw new SearchDamaged('term');
		if (length > this.units.length) this.#grow(length);
		// What the first of a block shares with the last of the block before is not written.
		let shared = kept;
		for (let i = kept; i < length; i++) {
			const unit = reader.number();
			if (shared === i && i < this.length && this.units[i] === unit) shared++;
			this.units[i] = unit;
		}
		this.shared = shared;
		this.length = length;
		this.from = this.to;
		this.to = this.from + reader.number();
		this.#at++;
		return true;
	}

	#grow(length: number): void {
		if (length > 1 << 16) throw new SearchDamaged('term');
		const units = new Uint16Array(2 * length);
		units.set(this.units);
		this.units = units;
	}
}
