/** Finds names in a text by the double array. Nothing is allocated per character. */
import { ANY_CASE, hasCapitals } from './case-rule.ts';
import { END, OTHER_LETTER, SEPARATION, type Sections, SKIPPED } from './format.ts';
import { withRoom } from './grow.ts';
import type { NamesIndex } from './load.ts';
import type { Bearer } from './name.ts';
import { ENDS, LISTED, listedChild } from './node.ts';
import { bearersAt, hasNoRule, ruleAt, tailLength } from './record.ts';
import { CODE, rowTable, seek, unitTable } from './seek.ts';

/** Longest stretch of text, in units, that one name may cover with all that is passed over: bounds the time. */
const WINDOW = 1024;
const NOWHERE = -1;

/** `private` and not #: Firefox checks a #name at every access, a tenth of the time of a scan. */
export class Scanner implements NamesIndex {
	readonly size: number;
	private readonly base: Int32Array;
	private readonly check: Uint16Array;
	private readonly pool: Uint16Array;
	private readonly units: Int32Array;
	private readonly rows: Int32Array;
	private readonly lettersEnd: number;
	/** Record of the name found last. */
	private record = 0;

	constructor(sections: Sections) {
		this.size = sections.keys;
		this.base = sections.base;
		this.check = sections.check;
		this.pool = sections.pool;
		this.lettersEnd = sections.lettersEnd;
		this.units = unitTable(sections);
		this.rows = rowTable(sections);
	}

	bearers(ref: number): readonly Bearer[] {
		return bearersAt(this.pool, ref);
	}

	scan(text: string): Int32Array {
		const units = this.units;
		const rows = this.rows;
		const check = this.check;
		let found = new Int32Array(48);
		let count = 0;
		let from = 0;
		for (
			let at = seek(text, 0, units, rows, check);
			at < text.length;
			at = seek(text, at, units, rows, check)
		) {
			// A unit that is passed over: the one before it may begin a name that goes on behind it.
			const start = this.codeAt(text, at) === SKIPPED ? at - 1 : at;
			at++;
			if (start < from || this.isInsideWord(text, start)) continue;
			const end = this.longest(text, start);
			if (end === NOWHERE) continue;
			found = withRoom(found, count + 3);
			found[count++] = start;
			found[count++] = end;
			found[count++] = this.record;
			at = from = end;
		}
		return found.slice(0, count);
	}

	private codeAt(text: string, at: number): number {
		return (this.units[text.charCodeAt(at)] as number) & CODE;
	}

	private isLetter(code: number): boolean {
		return code >= OTHER_LETTER && code < this.lettersEnd;
	}

	/** Whether a letter stands there and another before it, invisible units aside: no name begins inside a word. */
	private isInsideWord(text: string, at: number): boolean {
		if (!this.isLetter(this.codeAt(text, at))) return false;
		for (let before = at - 1; before >= 0; before--) {
			const code = this.codeAt(text, before);
			if (code !== SKIPPED) return this.isLetter(code);
		}
		return false;
	}

	/** End of the longest name from `start` that stands by itself and has its capitals, its record then in `record`; or NOWHERE. */
	private longest(text: string, start: number): number {
		const units = this.units;
		const base = this.base;
		const check = this.check;
		const limit = Math.min(text.length, start + WINDOW);
		let longest = NOWHERE;
		let code = (units[text.charCodeAt(start)] as number) & CODE;
		let node = base[code] as number;
		let at = start + 1;
		while (node > 0) {
			if (node & ENDS) {
				const record = ~this.ending(node);
				if (this.holds(text, start, at, code, record)) {
					longest = at;
					this.record = record;
				}
			}
			do {
				if (at >= limit) return longest;
				code = (units[text.charCodeAt(at++)] as number) & CODE;
			} while (code === SKIPPED);
			if (code === SEPARATION) at = this.afterSeparators(text, at, limit);
			if (node & LISTED) node = listedChild(this.pool, node >> 2, code);
			else {
				const cell = (node >> 2) + code;
				node = check[cell] === code ? (base[cell] as number) : 0;
			}
		}
		if (node === 0) return longest;
		// One name is left: the text has its tail or not.
		const record = ~node;
		const pool = this.pool;
		const head = pool[record] as number;
		const end = record + 1 + tailLength(head);
		for (let place = record + 1; place < end; place++) {
			do {
				if (at >= limit) return longest;
				code = (units[text.charCodeAt(at++)] as number) & CODE;
			} while (code === SKIPPED);
			if (code !== pool[place]) return longest;
			if (code === SEPARATION) at = this.afterSeparators(text, at, limit);
		}
		// Most Chinese names: nothing more to ask.
		const plain = code >= this.lettersEnd && hasNoRule(head);
		if (!plain && !this.holds(text, start, at, code, record)) return longest;
		this.record = record;
		return at;
	}

	/** Node of the name that ends where `node` is. */
	private ending(node: number): number {
		return node & LISTED ? listedChild(this.pool, node >> 2, END) : (this.base[(node >> 2) + END] as number);
	}

	private afterSeparators(text: string, start: number, limit: number): number {
		let at = start;
		for (; at < limit; at++) {
			const code = this.codeAt(text, at);
			if (code !== SKIPPED && code !== SEPARATION) break;
		}
		return at;
	}

	/** Whether the name has no letter run into its end, whose code is `last`, and the capitals it needs. */
	private holds(text: string, start: number, end: number, last: number, record: number): boolean {
		if (last < this.lettersEnd && this.goesOn(text, end)) return false;
		const rule = ruleAt(this.pool, record);
		return rule === ANY_CASE || hasCapitals(text, start, end, rule);
	}

	/** Whether a letter or digit follows, invisible units aside. */
	private goesOn(text: string, end: number): boolean {
		const limit = Math.min(text.length, end + WINDOW);
		for (let at = end; at < limit; at++) {
			const code = this.codeAt(text, at);
			if (code !== SKIPPED) return this.isLetter(code);
		}
		return false;
	}
}
