/** Splits keys that begin alike by their next code: one level of a radix sort. */
import { END } from './format.ts';
import type { Keys } from './keys.ts';

/** Keys handled between two yields; only the widest nodes have more. */
const STEP = 1 << 14;

export class Splitter {
	/** Key numbers, sorted ever further. */
	readonly order: Uint32Array;
	/** Per code that `split` met: where in `order` its keys end. */
	readonly ends: Uint32Array;
	readonly #keys: Keys;
	readonly #codes: Uint16Array;
	readonly #sorted: Uint32Array;
	readonly #met: Uint16Array;

	/** `codes`: how many there are. The units of `keys` must be codes already. */
	constructor(keys: Keys, codes: number) {
		this.#keys = keys;
		this.order = new Uint32Array(keys.count);
		this.ends = new Uint32Array(codes);
		this.#codes = new Uint16Array(keys.count);
		this.#sorted = new Uint32Array(keys.count);
		this.#met = new Uint16Array(codes);
	}

	/** Splits all keys by their first code. In steps. */
	*splitAll(): Generator<void, Uint16Array> {
		for (let key = 0; key < this.order.length; key++) {
			this.order[key] = key;
			if (key % STEP === 0) yield;
		}
		return yield* this.split(0, this.order.length, 0);
	}

	/**
	 * Sorts order[from] … order[to-1] by the code at `depth` (END where the key is over) and gives the codes met,
	 * ascending. These and `ends` hold until the next split. In steps.
	 */
	*split(from: number, to: number, depth: number): Generator<void, Uint16Array> {
		const { ends } = this;
		let met = 0;
		for (let step = from; step < to; step += STEP) {
			if (step > from) yield;
			met = this.#count(step, Math.min(step + STEP, to), depth, met);
		}
		const codes = this.#met.subarray(0, met).sort();
		let start = from;
		for (const code of codes) {
			const count = ends[code] as number;
			ends[code] = start;
			start += count;
		}
		for (let step = from; step < to; step += STEP) {
			if (step > from) yield;
			this.#deal(step, Math.min(step + STEP, to));
		}
		this.order.set(this.#sorted.subarray(from, to), from);
		return codes;
	}

	/** To be called when the codes of a split are done with. */
	clear(codes: Uint16Array): void {
		for (const code of codes) this.ends[code] = 0;
	}

	/** Counts codes in `ends`, notes each new one; gives how many were met in all. */
	#count(from: number, to: number, depth: number, metBefore: number): number {
		const { starts, units } = this.#keys;
		let met = metBefore;
		for (let at = from; at < to; at++) {
			const key = this.order[at] as number;
			const unit = (starts[key] as number) + depth;
			const code = unit < (starts[key + 1] as number) ? (units[unit] as number) : END;
			this.#codes[at] = code;
			const count = this.ends[code] as number;
			if (count === 0) this.#met[met++] = code;
			this.ends[code] = count + 1;
		}
		return met;
	}

	/** Moves `ends` from where a code's keys start to where they end. */
	#deal(from: number, to: number): void {
		for (let at = from; at < to; at++) {
			const code = this.#codes[at] as number;
			const place = this.ends[code] as number;
			this.#sorted[place] = this.order[at] as number;
			this.ends[code] = place + 1;
		}
	}
}
