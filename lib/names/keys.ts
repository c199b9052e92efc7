/** All names, folded and brought together by key: names that fold alike are one key with several bearers. */
import { foldKeyInto } from '../text/index.ts';
import { type CaseRule, caseRuleOf, looser } from './case-rule.ts';
import { IndexError } from './errors.ts';
import { withRoom } from './grow.ts';
import { entityOf, MAX_ENTITIES, type Name, packBearer, withEntity } from './name.ts';

const MAX_UNITS = 256;
const NO_KEY = -1;
const STEP = 1 << 14;

/** Typed arrays instead of a Map of strings: a million names cost some 40 MB here while building, not 300. */
export class Keys {
	count = 0;
	/** The folded units of all keys, one after another. */
	units = new Uint16Array(1 << 12);
	/** Where key n starts in `units`; it ends where key n+1 starts. */
	starts = new Uint32Array(1 << 10);
	#hashes = new Uint32Array(1 << 10);
	#rules = new Uint32Array(1 << 10);
	/** Per key its newest bearer; per bearer the one before it, or -1. */
	#newest = new Int32Array(1 << 10);
	#before = new Int32Array(1 << 10);
	#bearers = new Uint32Array(1 << 10);
	#bearerCount = 0;
	/** Open addressing, about half full at most. */
	#slots = new Int32Array(1 << 11).fill(NO_KEY);
	#scratch = new Uint16Array(MAX_UNITS);

	/** Takes a name in. One without anything to find, or with half a surrogate pair, can stand in no text and is left out. */
	add(name: Name): void {
		if (name.text.length > MAX_UNITS) throw new IndexError('name-too-long');
		if (name.entity >= MAX_ENTITIES) throw new IndexError('too-many-entities');
		const length = foldKeyInto(name.text, this.#scratch);
		if (length === 0 || !name.text.isWellFormed()) return;
		const known = this.count;
		const key = this.#keyOf(length);
		const rule = caseRuleOf(name.text);
		const older = key < known;
		this.#rules[key] = older ? looser(this.ruleOf(key), rule) : rule;
		this.#addBearer(key, packBearer(name), older);
	}

	get crowded(): boolean {
		return this.count * 2 > this.#slots.length;
	}

	/** To be called every few hundred names at most: makes room for more. In steps. */
	*makeRoom(): Generator<void, void> {
		if (!this.crowded) return;
		const slots = new Int32Array(this.#slots.length * 2).fill(NO_KEY);
		const last = slots.length - 1;
		for (let key = 0; key < this.count; key++) {
			if (key % STEP === 0) yield;
			let slot = (this.#hashes[key] as number) & last;
			while (slots[slot] !== NO_KEY) slot = (slot + 1) & last;
			slots[slot] = key;
		}
		this.#slots = slots;
	}

	/** Gives all names to the leaders of those who bore them. In steps. */
	*lead(leaderOf: (entity: number) => number): Generator<void, void> {
		for (let at = 0; at < this.#bearerCount; at++) {
			const bearer = this.#bearers[at] as number;
			this.#bearers[at] = withEntity(bearer, leaderOf(entityOf(bearer)));
			if (at % STEP === 0) yield;
		}
	}

	ruleOf(key: number): CaseRule {
		return this.#rules[key] as number;
	}

	lengthOf(key: number): number {
		return (this.starts[key + 1] as number) - (this.starts[key] as number);
	}

	/** The packed bearers of a key by entity, each entity once: strong where any of its spellings is. */
	bearersOf(key: number): number[] {
		const bearers: number[] = [];
		for (let at = this.#newest[key] as number; at !== -1; at = this.#before[at] as number) {
			bearers.push(this.#bearers[at] as number);
		}
		if (bearers.length === 1) return bearers;
		bearers.sort((one, other) => entityOf(one) - entityOf(other) || one - other);
		return bearers.filter(
			(bearer, at) => at === 0 || entityOf(bearer) !== entityOf(bearers[at - 1] as number),
		);
	}

	#addBearer(key: number, bearer: number, older: boolean): void {
		const at = this.#bearerCount++;
		this.#bearers = withRoom(this.#bearers, at + 1);
		this.#before = withRoom(this.#before, at + 1);
		this.#bearers[at] = bearer;
		this.#before[at] = older ? (this.#newest[key] as number) : -1;
		this.#newest[key] = at;
	}

	/** The number of the key in `#scratch`; a new one when it was not known. */
	#keyOf(length: number): number {
		const hash = this.#hash(length);
		let slot = hash & (this.#slots.length - 1);
		for (let key = this.#slots[slot] as number; key !== NO_KEY; key = this.#slots[slot] as number) {
			if (this.#hashes[key] === hash && this.#holds(key, length)) return key;
			slot = (slot + 1) & (this.#slots.length - 1);
		}
		this.#slots[slot] = this.count;
		return this.#append(length, hash);
	}

	#hash(length: number): number {
		let hash = 0x811c9dc5;
		for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (this.#scratch[at] as number), 0x01000193);
		return (hash ^ (hash >>> 15)) >>> 0;
	}

	#holds(key: number, length: number): boolean {
		if (this.lengthOf(key) !== length) return false;
		const start = this.starts[key] as number;
		for (let at = 0; at < length; at++) {
			if (this.units[start + at] !== this.#scratch[at]) return false;
		}
		return true;
	}

	#append(length: number, hash: number): number {
		const key = this.count++;
		const start = this.starts[key] as number;
		this.units = withRoom(this.units, start + length);
		this.starts = withRoom(this.starts, key + 2);
		this.#hashes = withRoom(this.#hashes, key + 1);
		this.#rules = withRoom(this.#rules, key + 1);
		this.#newest = withRoom(this.#newest, key + 1);
		for (let at = 0; at < length; at++) this.units[start + at] = this.#scratch[at] as number;
		this.starts[key + 1] = start + length;
		this.#hashes[key] = hash;
		return key;
	}
}
