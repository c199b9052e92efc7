/** The cells of a double array while it is built: finds room for the children of each node. Touches nothing. */
import { withRoom } from './grow.ts';

/** Free cells tried for one node before it goes to the end; holes left so are filled by the small nodes that follow. */
const TRIES = 400;
/** No first cell is 0. */
export const NOWHERE = 0;

/**
 * A cell's `check` holds only the code that leads to it. That is enough because no two nodes share a first cell, which
 * saves two bytes a cell against the parent's number. Cell 0 and the root's row are never given out.
 */
export class Cells {
	base: Int32Array;
	check: Uint16Array;
	/** Cells in use or passed by, the root's row among them. */
	length: number;
	/** Circular list of free cells below `length`, closed through cell 0. */
	#next: Int32Array;
	#previous: Int32Array;
	/** 1 where a node's first cell is. */
	#taken: Uint8Array;
	#from = 0;
	#free = 0;
	/** Cells that may lie free at one time. */
	readonly #spare: number;
	/** Cells there is to be room for before they are asked for. */
	readonly #ahead: number;

	/** `row`: cells kept for the root, whose children stand at their own code. `keys`: how many there will be. */
	constructor(row: number, keys: number) {
		this.#spare = row * 2 + keys / 2;
		this.#ahead = row * 4;
		this.length = row;
		this.base = new Int32Array(row * 2);
		this.check = new Uint16Array(row * 2);
		this.#next = new Int32Array(row * 2);
		this.#previous = new Int32Array(row * 2);
		this.#taken = new Uint8Array(row * 2);
	}

	/** To be called now and then: makes room for more, one array after the other. In steps. */
	*makeRoom(): Generator<void, void> {
		const length = this.length + this.#ahead;
		if (length <= this.#taken.length) return;
		yield;
		this.base = withRoom(this.base, length);
		yield;
		this.check = withRoom(this.check, length);
		yield;
		this.#next = withRoom(this.#next, length);
		yield;
		this.#previous = withRoom(this.#previous, length);
		yield;
		this.#taken = withRoom(this.#taken, length);
		yield;
	}

	/**
	 * Takes cells for children with these codes (ascending); gives the first cell `b`, child c stands in b + c.
	 * NOWHERE when they fit in no hole and there are too many holes to make more.
	 */
	place(codes: Uint16Array): number {
		const first = this.#search(codes) || this.#append(codes);
		if (first === NOWHERE) return NOWHERE;
		this.#taken[first] = 1;
		for (const code of codes) {
			this.#take(first + code);
			this.check[first + code] = code;
		}
		return first;
	}

	#search(codes: Uint16Array): number {
		const lowest = codes[0] as number;
		let cell = this.#from;
		for (let tries = 0; tries < TRIES; tries++) {
			cell ||= this.#next[0] as number;
			if (cell === 0) break;
			const first = cell - lowest;
			if (first > 0 && this.#taken[first] === 0 && this.#fits(codes, first)) {
				this.#from = this.#next[cell] as number;
				return first;
			}
			cell = this.#next[cell] as number;
		}
		this.#from = cell;
		return NOWHERE;
	}

	/** Only among the cells there are: one that reaches beyond them would leave more holes than it fills. */
	#fits(codes: Uint16Array, first: number): boolean {
		if (first + (codes.at(-1) as number) >= this.length) return false;
		for (let at = 1; at < codes.length; at++) {
			if (this.check[first + (codes[at] as number)] !== 0) return false;
		}
		return true;
	}

	/** Where everything is free: the lowest child comes behind the last cell. */
	#append(codes: Uint16Array): number {
		if (this.#free > this.#spare) return NOWHERE;
		let first = Math.max(1, this.length - (codes[0] as number));
		while (this.#taken[first] === 1) first++;
		return first;
	}

	#take(cell: number): void {
		this.#extend(cell + 1);
		const [before, after] = [this.#previous[cell] as number, this.#next[cell] as number];
		this.#free--;
		this.#next[before] = after;
		this.#previous[after] = before;
		if (this.#from === cell) this.#from = after;
	}

	#extend(length: number): void {
		if (length <= this.length) return;
		this.base = withRoom(this.base, length);
		this.check = withRoom(this.check, length);
		this.#next = withRoom(this.#next, length);
		this.#previous = withRoom(this.#previous, length);
		this.#taken = withRoom(this.#taken, length);
		for (let cell = this.length; cell < length; cell++) {
			const last = this.#previous[0] as number;
			this.#next[last] = cell;
			this.#previous[cell] = last;
			this.#next[cell] = 0;
			this.#previous[0] = cell;
		}
		this.#free += length - this.length;
		this.length = length;
	}
}
