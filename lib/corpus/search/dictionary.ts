/**
 * Terms in order, and where their postings stand. That of a pack is the one part of search that is held in memory: all but
 * pairs of Chinese signs. Sixteen terms a block, each written as what it does not share with the one before. Touches nothing.
 */
import { foldVersion } from '../../text/index.ts';
import { SearchDamaged, sumOfWords, Writer } from './bytes.ts';
import { BLOCK, Cursor, headsOf } from './cursor.ts';

/** Magic, fold version, ordinals where each kind ends (4), terms, blocks. */
const HEADER = 8;
const MAGIC = 0x534c5332;

export class DictionaryWriter {
	readonly #out = new Writer();
	readonly #blocks: number[] = [];
	#count = 0;
	#before = '';
	#posted = 0;

	/** Bytes of the terms so far. */
	get length(): number {
		return this.#out.length;
	}

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
		new Uint32Array(bytes.buffer, 0, 1)[0] = sumOfWords(bytes.subarray(4));
		return bytes;
	}
}

export class Dictionary {
	/** Ordinals where each kind ends. */
	readonly ends: readonly number[];
	readonly count: number;
	readonly #blocks: Uint32Array;
	readonly #heads: Uint32Array;
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
		if (magic !== MAGIC || fold !== foldVersion() || sum !== sumOfWords(bytes.subarray(4))) {
			throw new SearchDamaged('dictionary');
		}
		this.ends = [a, b, c, d];
		this.count = count;
		this.#blocks = new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * (HEADER + 1), blocks * 2);
		this.#body = bytes.subarray(4 * (HEADER + 1 + blocks * 2));
		this.#heads = headsOf(this.#body, this.#blocks);
	}

	/** Stands at the first term that is not before `wanted`. */
	seek(wanted: string): Cursor {
		return new Cursor(this.#body, this.#blocks, this.#heads, this.count).seek(wanted);
	}
}
