/** A dense code for every folded unit that stands in a key. Touches nothing. */
import { letterTable, SEPARATOR, WORD } from '../text/index.ts';
import { startsWithCapital } from './case-rule.ts';
import { FIRST_CODE, SEPARATION } from './format.ts';
import type { Keys } from './keys.ts';

export interface Alphabet {
	/** Folded unit of every code; the reserved codes have 0. */
	units: Uint16Array;
	/** Codes below it are letters and digits with which some name may begin though written small. */
	smallEnd: number;
	/** Codes below it are letters and digits of alphabets. */
	lettersEnd: number;
	/** Code of every folded unit, 0 for those in no key. */
	codes: Uint16Array;
}

const STEP = 1 << 14;

/** Letters first, then by how often a unit is used: frequent codes close together pack the trie. In steps. */
export function* alphabetOf(keys: Keys): Generator<void, Alphabet> {
	const counts = yield* countUnits(keys);
	const small = yield* smallStarts(keys);
	const letters = letterTable();
	/** Letters that begin a name small, other letters, everything else. */
	const group = (unit: number) => (((letters[unit] as number) & WORD) === 0 ? 2 : small.has(unit) ? 0 : 1);
	const often = (one: number, other: number) =>
		(counts[other] as number) - (counts[one] as number) || one - other;
	const used: number[] = [];
	for (let unit = 0; unit < counts.length; unit++) {
		if (counts[unit] !== 0 && unit !== SEPARATOR) used.push(unit);
	}
	const sorted = used.sort((one, other) => group(one) - group(other) || often(one, other));
	const before = (last: number) => FIRST_CODE + sorted.filter((unit) => group(unit) <= last).length;

	const codes = new Uint16Array(0x10000);
	codes[SEPARATOR] = SEPARATION;
	for (const [at, unit] of sorted.entries()) codes[unit] = FIRST_CODE + at;
	const units = Uint16Array.from([...new Array<number>(FIRST_CODE).fill(0), ...sorted]);
	return { units, smallEnd: before(0), lettersEnd: before(1), codes };
}

function* countUnits({ units, starts, count }: Keys): Generator<void, Uint32Array> {
	const counts = new Uint32Array(0x10000);
	for (let at = 0; at < (starts[count] as number); at++) {
		const unit = units[at] as number;
		counts[unit] = (counts[unit] as number) + 1;
		if (at % STEP === 0) yield;
	}
	return counts;
}

function* smallStarts(keys: Keys): Generator<void, Set<number>> {
	const units = new Set<number>();
	for (let key = 0; key < keys.count; key++) {
		if (!startsWithCapital(keys.ruleOf(key))) units.add(keys.units[keys.starts[key] as number] as number);
		if (key % STEP === 0) yield;
	}
	return units;
}
