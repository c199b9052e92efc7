/**
 * Every term of a pack in order, and where its postings stand: the one part of search that is held in memory. Sixteen
 * terms a block, each written as what it does not share with the one before. Touches nothing.
 */
import { foldVersion } from '../../text/index.ts';
import { Reader, SearchDamaged, sumOf, Writer } from './bytes.ts';

const BLOCK = 16;
/** magic, fold version, ordinals where each kind ends (4), terms, blocks. */
const HEADER = 8;
const MAGIC = 0x534c5331;

export class DictionaryWriter {
	readonly #out = new Writer();
	readonly #blocks: number[] = [];
	#count = 0;
	#before = '';
	#posted = 0;

	/** In order. `size`: bytes of its postings. */
	add(term: string, size: number): void {
		if (this.#count % BLOCK === 0) {
			this.#blocks.push(this.#out.length, this.#posted);
			this.#before = '';
		}
		this.#out.text(term, this.#before);
		this.#out.number(size);
		this.#before = term;
		this.#posted += size;
		this.#count++;
	}

	/** `ends`: ordinals where each kind ends. */
	done(ends: readonly number[]): Uint8Array<ArrayBuffer> {
		const head = [MAGIC, foldVersion(), ...ends, this.#count, this.#blocks.length / 2, ...this.#blocks];
		const body = this.#out.taken();
		const bytes = new Uint8Array(4 * (head.length + 1) + body.length);
		new Uint32Array(bytes.buffer, 4, head.length).set(head);
		bytes.set(body, 4 * (head.length + 1));
		new Uint32Array(bytes.buffer, 0, 1)[0] = sumOf(bytes.subarray(4));
		return bytes;
	}
}

export class Dictionary {
	/** Ordinals where each kind ends. */
	readonly ends: readonly number[];
	readonly count: number;
	readonly #blocks: Uint32Array;
	readonly #body: Uint8Array;

	/** Throws SearchDamaged, also where texts are folded otherwise now. */
	constructor(stored: Uint8Array) {
		if (stored.length < 4 * (HEADER + 1)) throw new SearchDamaged('short');
		// Aligned, whatever it was cut from.
		const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
		const [sum = 0, magic, fold, a = 0, b = 0, c = 0, d = 0, count = 0, blocks = 0] = new Uint32Array(
			bytes.buffer,
			bytes.byteOffset,
			HEADER + 1,
		);
		if (magic !== MAGIC || fold !== foldVersion() || sum !== sumOf(bytes.subarray(4))) {
			throw new SearchDamaged('dictionary');
		}
		this.ends = [a, b, c, d];
		this.count = count;
		this.#blocks = new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * (HEADER + 1), blocks * 2);
		this.#body = bytes.subarray(4 * (HEADER + 1 + blocks * 2));
	}

	/** Stands at the first term that is not before `wanted`. */
	seek(wanted: string): Cursor {
		let low = 0;
		for (let high = this.#blocks.length / 2; high - low > 1; ) {
			const middle = (low + high) >> 1;
			if (this.#headOf(middle) <= wanted) low = middle;
			else high = middle;
		}
		const cursor = new Cursor(this.#body, this.#blocks, low * BLOCK, this.count);
		while (cursor.next() && cursor.term < wanted);
		return cursor;
	}

	#headOf(block: number): string {
		return new Reader(this.#body, this.#blocks[block * 2]).text();
	}
}

export class Cursor {
	term = '';
	/** Bytes of the postings. */
	from = 0;
	to = 0;
	ended = false;
	readonly #reader: Reader;
	readonly #blocks: Uint32Array;
	readonly #count: number;
	#at: number;

	/** `at`: the first term of a block. */
	constructor(body: Uint8Array, blocks: Uint32Array, at: number, count: number) {
		this.#reader = new Reader(body);
		this.#blocks = blocks;
		this.#at = at;
		this.#count = count;
	}

	next(): boolean {
		if (this.#at >= this.#count) {
			this.ended = true;
			return false;
		}
		if (this.#at % BLOCK === 0) {
			const block = this.#at / BLOCK;
			this.#reader.at = this.#blocks[block * 2] as number;
			this.to = this.#blocks[block * 2 + 1] as number;
			this.term = '';
		}
		this.term = this.#reader.text(this.term);
		this.from = this.to;
		this.to = this.from + this.#reader.number();
		this.#at++;
		return true;
	}
}
