/** Finds names in a text by the double array. Nothing is allocated per character. */
import { ANY_CASE, hasCapitals } from './case-rule.ts';
import { END, NONE, OTHER_LETTER, SEPARATION, type Sections, SKIPPED } from './format.ts';
import { withRoom } from './grow.ts';
import type { NamesIndex } from './load.ts';
import type { Bearer } from './name.ts';
import { ENDS, LISTED, listedChild } from './node.ts';
import { bearersAt, ruleAt, tailLength } from './record.ts';

/** Longest stretch of text, in units, that one name may cover with all that is passed over: bounds the time. */
const WINDOW = 1024;
const NOWHERE = -1;
const NEEDS_A_LOOK = -1;

export class Scanner implements NamesIndex {
	readonly size: number;
	readonly #base: Int32Array;
	readonly #check: Uint16Array;
	readonly #pool: Uint16Array;
	/** Code of every raw unit. */
	readonly #codes: Uint16Array;
	readonly #lettersEnd: number;
	readonly #smallEnd: number;
	/** Per code the node of the names that begin with it; below 0 where that is no plain row, and for letters. */
	readonly #entries: Int32Array;
	/** Record of the name found last. */
	#record = 0;

	constructor({ keys, alphabet, base, check, pool, lettersEnd, smallEnd }: Sections, codes: Uint16Array) {
		this.size = keys;
		this.#base = base;
		this.#check = check;
		this.#pool = pool;
		this.#codes = codes;
		this.#lettersEnd = lettersEnd;
		this.#smallEnd = smallEnd;
		this.#entries = base.slice(0, alphabet.length);
		for (let code = 0; code < alphabet.length; code++) {
			const plain = ((base[code] as number) & (ENDS | LISTED)) === 0 && !this.#isLetter(code);
			if (!plain) this.#entries[code] = NEEDS_A_LOOK;
		}
	}

	bearers(ref: number): readonly Bearer[] {
		return bearersAt(this.#pool, ref);
	}

	scan(text: string): Int32Array {
		const codes = this.#codes;
		const entries = this.#entries;
		const check = this.#check;
		const length = text.length;
		let found = new Int32Array(48);
		let count = 0;
		let next = length > 0 ? (codes[text.charCodeAt(0)] as number) : NONE;
		for (let at = 0; at < length; at++) {
			const code = next;
			next = at + 1 < length ? (codes[text.charCodeAt(at + 1)] as number) : NONE;
			const entry = entries[code] as number;
			// No name begins with these two: true of most places, and one branch instead of two that guess wrong.
			if (entry >= 0 && check[(entry >> 2) + next] !== next && !isPassedOver(next)) continue;
			const end = this.#mayBegin(text, at, code) ? this.#longest(text, at, code) : NOWHERE;
			if (end !== NOWHERE) {
				found = withRoom(found, count + 3);
				found[count++] = at;
				found[count++] = end;
				found[count++] = this.#record;
				at = end - 1;
			} else if (this.#isLetter(code)) at = this.#lastOfWord(text, at);
			next = at + 1 < length ? (codes[text.charCodeAt(at + 1)] as number) : NONE;
		}
		return found.slice(0, count);
	}

	/** Most English words begin small, and most English names do not. */
	#mayBegin(text: string, at: number, code: number): boolean {
		return code < this.#smallEnd || code >= this.#lettersEnd || !isSmall(text.charCodeAt(at));
	}

	#isLetter(code: number): boolean {
		return code >= OTHER_LETTER && code < this.#lettersEnd;
	}

	/** Nothing begins inside a word; so a letter that the scan meets always begins one. */
	#lastOfWord(text: string, start: number): number {
		const codes = this.#codes;
		const end = this.#lettersEnd;
		let at = start + 1;
		for (; at < text.length; at++) {
			const code = codes[text.charCodeAt(at)] as number;
			if (code >= end || (code < OTHER_LETTER && code !== SKIPPED)) break;
		}
		return at - 1;
	}

	/**
	 * End of the longest name from `start` that stands by itself and has its capitals, its record then in `#record`; or
	 * NOWHERE. `first`: the code at `start`.
	 */
	#longest(text: string, start: number, first: number): number {
		const codes = this.#codes;
		const limit = Math.min(text.length, start + WINDOW);
		let longest = NOWHERE;
		let node = this.#base[first] as number;
		let code = first;
		let at = start + 1;
		while (node > 0) {
			if (node & ENDS) {
				const record = ~this.#child(node, END);
				if (this.#holds(text, start, at, code, record)) {
					longest = at;
					this.#record = record;
				}
			}
			code = SKIPPED;
			while (code === SKIPPED && at < limit) code = codes[text.charCodeAt(at++)] as number;
			if (code < SEPARATION) return longest;
			if (code === SEPARATION) at = afterSeparators(codes, text, at, limit);
			node = this.#child(node, code);
		}
		return node === 0 ? longest : this.#withTail(text, start, at, limit, code, ~node, longest);
	}

	#child(node: number, code: number): number {
		if (node & LISTED) return listedChild(this.#pool, node >> 2, code);
		const cell = (node >> 2) + code;
		return this.#check[cell] === code ? (this.#base[cell] as number) : 0;
	}

	/** The end of the only name left, if the text from `from` on has its tail; else `otherwise`. */
	#withTail(
		text: string,
		start: number,
		from: number,
		limit: number,
		before: number,
		record: number,
		otherwise: number,
	): number {
		const codes = this.#codes;
		const pool = this.#pool;
		const end = record + 1 + tailLength(pool[record] as number);
		let at = from;
		let code = before;
		for (let place = record + 1; place < end; place++) {
			code = SKIPPED;
			while (code === SKIPPED && at < limit) code = codes[text.charCodeAt(at++)] as number;
			if (code !== pool[place]) return otherwise;
			if (code === SEPARATION) at = afterSeparators(codes, text, at, limit);
		}
		if (!this.#holds(text, start, at, code, record)) return otherwise;
		this.#record = record;
		return at;
	}

	/** Whether the name has no letter run into its end, whose code is `last`, and the capitals it needs. */
	#holds(text: string, start: number, end: number, last: number, record: number): boolean {
		if (last < this.#lettersEnd && this.#goesOn(text, end)) return false;
		const rule = ruleAt(this.#pool, record);
		return rule === ANY_CASE || hasCapitals(text, start, end, rule);
	}

	/** Whether a letter or digit follows, invisible units aside. */
	#goesOn(text: string, end: number): boolean {
		const limit = Math.min(text.length, end + WINDOW);
		for (let at = end; at < limit; at++) {
			const code = this.#codes[text.charCodeAt(at)] as number;
			if (code !== SKIPPED) return this.#isLetter(code);
		}
		return false;
	}
}

function afterSeparators(codes: Uint16Array, text: string, start: number, limit: number): number {
	let at = start;
	while (at < limit && isPassedOver(codes[text.charCodeAt(at)] as number)) at++;
	return at;
}

const isPassedOver = (code: number) => code === SKIPPED || code === SEPARATION;
const isSmall = (unit: number) => unit >= 0x61 && unit <= 0x7a;
