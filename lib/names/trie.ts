/**
 * Lays keys out as a double-array trie: shared beginnings as nodes, what is left of a key once it is alone as the tail
 * of its record. Level by level, so that wide nodes get their room first and narrow ones fill the holes.
 */
import { Cells, NOWHERE } from './cells.ts';
import { END, FREE } from './format.ts';
import type { Keys } from './keys.ts';
import { listedSlot, listNode, rowNode } from './node.ts';
import { Pool } from './record.ts';
import { Splitter } from './splitter.ts';

const STEP = 1 << 15;

/** A node still to be laid out: keys order[from] … order[to-1] are alike before `depth`, and more than one. */
interface Pending {
	slot: Slot;
	from: number;
	to: number;
}

/** Where a node is kept: the number of a cell, or ~offset in the pool. */
type Slot = number;

export interface Trie {
	base: Int32Array;
	check: Uint16Array;
	pool: Uint16Array;
}

/** `codes`: how many there are. The units of `keys` must be codes already. In steps. */
export function* trieOf(keys: Keys, codes: number): Generator<void, Trie> {
	const cells = new Cells(codes, keys.count);
	const pool = new Pool();
	const splitter = new Splitter(keys, codes);

	let level: Pending[] = [];
	spread(yield* splitter.splitAll(), 0, 0, (code) => code, level);
	for (let depth = 1; level.length > 0; depth++) {
		const next: Pending[] = [];
		for (const [at, { slot, from, to }] of level.entries()) {
			if (at % 16 === 0) {
				yield;
				yield* cells.makeRoom();
			}
			const met = yield* splitter.split(from, to, depth);
			spread(met, from, depth, room(slot, met), next);
		}
		level = next;
	}
	// A look-up goes at most one row beyond a node's first cell. Behind that row, one where every code is (see seek.ts).
	const everything = cells.length + codes;
	const length = everything + codes;
	yield;
	const check = sized(cells.check, length);
	for (let cell = 0; cell < everything; cell++) {
		if (check[cell] === 0) check[cell] = FREE;
		if (cell % STEP === 0) yield;
	}
	for (let code = 0; code < codes; code++) check[everything + code] = code;
	return { base: sized(cells.base, length), check, pool: pool.units };

	/** Puts a node with these children into its slot; gives where each child goes. */
	function room(slot: Slot, met: Uint16Array): (code: number, at: number) => Slot {
		const ends = met[0] === END;
		const first = cells.place(met);
		if (first !== NOWHERE) {
			keep(slot, rowNode(first, ends));
			return (code) => first + code;
		}
		const list = pool.addList(met);
		keep(slot, listNode(list, ends));
		return (_, at) => ~listedSlot(list, met.length, at);
	}

	/** Keys that are now alone become records, the others nodes of the next level. */
	function spread(
		met: Uint16Array,
		from: number,
		depth: number,
		slotOf: (code: number, at: number) => Slot,
		next: Pending[],
	): void {
		let start = from;
		for (const [at, code] of met.entries()) {
			const end = splitter.ends[code] as number;
			const slot = slotOf(code, at);
			if (end - start > 1) next.push({ slot, from: start, to: end });
			else keep(slot, ~record(splitter.order[start] as number, depth + 1));
			start = end;
		}
		splitter.clear(met);
	}

	function keep(slot: Slot, node: number): void {
		if (slot >= 0) cells.base[slot] = node;
		else pool.setWord(~slot, node);
	}

	function record(key: number, depth: number): number {
		const end = keys.starts[key + 1] as number;
		const start = Math.min((keys.starts[key] as number) + depth, end);
		return pool.addRecord(keys.units, start, end, keys.ruleOf(key), keys.bearersOf(key));
	}
}

/** Cut or filled up with zeros. */
function sized<T extends Int32Array | Uint16Array>(array: T, length: number): T {
	if (length <= array.length) return array.subarray(0, length) as T;
	const Kind = array.constructor as new (length: number) => T;
	const larger = new Kind(length);
	larger.set(array);
	return larger;
}
