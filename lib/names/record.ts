/**
 * What a leaf of the trie points to, in a pool of 16-bit units:
 * head (length of the tail, 8 bits · kind of case rule, 2 · mask of up to six words, 6) · the codes of the tail ·
 * a longer mask in two units, if its kind says so · the bearers, two units each, the last one marked.
 */
import { ALL_CAPITALS, type CaseRule } from './case-rule.ts';
import { withRoom } from './grow.ts';
import { type Bearer, isLast, markLast, unpackBearer } from './name.ts';

const CAPITALS = 1;
const LONG_MASK = 2;
const SHORT_MASK_BITS = 6;

export const tailLength = (head: number) => head & 0xff;
/** Whether the name stands in any case, which is so for all of Chinese. */
export const hasNoRule = (head: number) => head >>> 8 === 0;

/** The pool while it is built: records, and lists of children (see node.ts). */
export class Pool {
	#units = new Uint16Array(1 << 12);
	#length = 0;

	get units(): Uint16Array {
		return this.#units.subarray(0, this.#length);
	}

	/** Adds a record with the tail codes[from] … codes[to-1]; gives its offset. `bearers` is never empty. */
	addRecord(
		codes: Uint16Array,
		from: number,
		to: number,
		rule: CaseRule,
		bearers: readonly number[],
	): number {
		const offset = this.#length;
		this.#units = withRoom(this.#units, offset + to - from + 3 + bearers.length * 2);
		const long = rule !== ALL_CAPITALS && rule >>> SHORT_MASK_BITS !== 0;
		const kind = rule === ALL_CAPITALS ? CAPITALS : long ? LONG_MASK : 0;
		const mask = kind === 0 ? rule : 0;
		this.#push((to - from) | (kind << 8) | (mask << 10));
		for (let at = from; at < to; at++) this.#push(codes[at] as number);
		if (long) this.#pushWord(rule);
		for (let at = 0; at < bearers.length; at++) {
			const bearer = bearers[at] as number;
			this.#pushWord(at === bearers.length - 1 ? markLast(bearer) : bearer);
		}
		return offset;
	}

	/** Adds a list of children whose nodes are still to be set; gives its offset. */
	addList(codes: Uint16Array): number {
		const offset = this.#length;
		this.#length += 1 + codes.length * 3;
		this.#units = withRoom(this.#units, this.#length);
		this.#units[offset] = codes.length;
		this.#units.set(codes, offset + 1);
		return offset;
	}

	setWord(offset: number, word: number): void {
		this.#units[offset] = word;
		this.#units[offset + 1] = word >>> 16;
	}

	#push(unit: number): void {
		this.#units[this.#length++] = unit;
	}

	#pushWord(word: number): void {
		this.setWord(this.#length, word);
		this.#length += 2;
	}
}

export function ruleAt(pool: Uint16Array, record: number): CaseRule {
	const head = pool[record] as number;
	const kind = (head >>> 8) & 3;
	if (kind === CAPITALS) return ALL_CAPITALS;
	return kind === LONG_MASK ? wordAt(pool, record + 1 + tailLength(head)) : head >>> 10;
}

export function bearersAt(pool: Uint16Array, record: number): Bearer[] {
	const head = pool[record] as number;
	const long = ((head >>> 8) & 3) === LONG_MASK;
	const bearers: Bearer[] = [];
	for (let at = record + 1 + tailLength(head) + (long ? 2 : 0); ; at += 2) {
		const packed = wordAt(pool, at);
		bearers.push(unpackBearer(packed));
		if (isLast(packed)) return bearers;
	}
}

function wordAt(pool: Uint16Array, at: number): number {
	return ((pool[at] as number) | ((pool[at + 1] as number) << 16)) >>> 0;
}
