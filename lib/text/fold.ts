/**
 * One table that makes alike what readers take for the same text: Traditional and Simplified, capitals and small letters,
 * half and full width, accents, quotation marks, and whatever joins the parts of a name. Unit by unit, so that offsets
 * in folded text are offsets in the text. Touches nothing.
 */
import {
	ALPHABETS,
	APOSTROPHES,
	HAN_PAIRS,
	LOOKALIKE_PAIRS,
	QUOTES,
	SEPARATORS,
	SKIPPED,
	SPACES,
	STROKE_PAIRS,
} from './fold-hand.ts';
import { FOLD_PAIRS } from './fold-pairs.ts';

/** What an invisible unit folds to: it is passed over wherever it stands. */
export const SKIP = 0;
/** What every space, hyphen and middle dot folds to: a space. */
export const SEPARATOR = 0x20;

const UNITS = 0x10000;
/** Units whose compatibility form is the same sign: radicals, compatibility ideographs, small, half and full width. */
const COMPATIBILITY: readonly (readonly [number, number])[] = [
	[0x2e80, 0x2fd5],
	[0xf900, 0xfaff],
	[0xfe50, 0xfe6b],
	[0xff01, 0xffee],
];

let table: Uint16Array | undefined;
let version: number | undefined;

/** The fold of every UTF-16 unit; made at the first call (some 7 ms cold), to be read only. */
export function foldTable(): Uint16Array {
	table ??= makeTable();
	return table;
}

/** 32 bits that change with the table: an index built with another table must be built anew. */
export function foldVersion(): number {
	version ??= hash(foldTable());
	return version;
}

/** The fold of one UTF-16 unit: `SKIP`, `SEPARATOR`, or the unit that stands for all like it. */
export function foldUnit(unit: number): number {
	return foldTable()[unit] ?? SKIP;
}

/** `text` folded, of the same length: units to be passed over become U+0000, so offsets stay. */
export function fold(text: string): string {
	const units = new Uint16Array(text.length);
	const table = foldTable();
	for (let at = 0; at < text.length; at++) units[at] = table[text.charCodeAt(at)] ?? SKIP;
	return stringOf(units);
}

/** What a name is stored and found under: folded, nothing invisible, one separator between parts and none around. */
export function foldKey(text: string): string {
	const units = new Uint16Array(text.length);
	return stringOf(units.subarray(0, foldKeyInto(text, units)));
}

/** As `foldKey`, written to the start of `out` (at least `text.length` long); gives the key's length. */
export function foldKeyInto(text: string, out: Uint16Array): number {
	const table = foldTable();
	let length = 0;
	let separated = false;
	for (let at = 0; at < text.length; at++) {
		const unit = table[text.charCodeAt(at)] ?? SKIP;
		if (unit === SKIP) continue;
		if (unit === SEPARATOR) {
			separated = length > 0;
			continue;
		}
		if (separated) out[length++] = SEPARATOR;
		separated = false;
		out[length++] = unit;
	}
	return length;
}

/** In pieces, since a call takes only so many arguments. */
function stringOf(units: Uint16Array): string {
	let text = '';
	for (let at = 0; at < units.length; at += 8192) {
		text += String.fromCharCode(...units.subarray(at, at + 8192));
	}
	return text;
}

function makeTable(): Uint16Array {
	const fold = new Uint16Array(UNITS);
	for (let unit = 0; unit < UNITS; unit++) fold[unit] = unit;
	joinHan(fold);
	foldLetters(fold);
	for (const unit of unitsOf(COMPATIBILITY)) {
		const plain = String.fromCharCode(unit).normalize('NFKC');
		if (plain.length === 1) fold[unit] = fold[plain.charCodeAt(0)] ?? unit;
	}
	for (const mark of QUOTES) fold[mark.charCodeAt(0)] = 0x22;
	for (const mark of APOSTROPHES) fold[mark.charCodeAt(0)] = 0x27;
	for (const unit of unitsOf(SPACES)) fold[unit] = SEPARATOR;
	for (const mark of SEPARATORS) fold[mark.charCodeAt(0)] = SEPARATOR;
	for (const unit of unitsOf(SKIPPED)) fold[unit] = SKIP;
	flatten(fold);
	return fold;
}

/** A pair by hand joins whole classes: their heads are chained. */
function joinHan(fold: Uint16Array): void {
	const joined = FOLD_PAIRS + HAN_PAIRS;
	for (let at = 0; at < joined.length; at += 2) {
		fold[headOf(fold, joined.charCodeAt(at))] = headOf(fold, joined.charCodeAt(at + 1));
	}
}

function headOf(fold: Uint16Array, unit: number): number {
	let head = unit;
	for (let next = fold[head] ?? head; next !== head; next = fold[head] ?? head) head = next;
	return head;
}

/** Every unit is led to the end of its chain: folding twice is folding once. */
function flatten(fold: Uint16Array): void {
	for (let unit = 0; unit < UNITS; unit++) {
		if (fold[unit] !== unit) fold[unit] = headOf(fold, unit);
	}
}

function foldLetters(fold: Uint16Array): void {
	const alike = new Map(pairs(LOOKALIKE_PAIRS + STROKE_PAIRS));
	const accents = new Set(unitsOf(SKIPPED));
	for (const unit of unitsOf(ALPHABETS)) {
		const form = String.fromCharCode(unit).normalize('NFD');
		if (!restIsAccents(form, accents)) continue;
		const letter = form.charCodeAt(0);
		const small = form.charAt(0).toLowerCase();
		const plain = small.length === 1 ? small.charCodeAt(0) : letter;
		fold[unit] = alike.get(letter) ?? alike.get(plain) ?? plain;
	}
}

/** Whether nothing but accents, if anything, is behind the first. */
function restIsAccents(form: string, accents: ReadonlySet<number>): boolean {
	for (let at = 1; at < form.length; at++) if (!accents.has(form.charCodeAt(at))) return false;
	return true;
}

/** FNV-1a over units. */
function hash(units: Uint16Array): number {
	let state = 0x811c9dc5;
	for (let at = 0; at < units.length; at++) state = Math.imul(state ^ (units[at] ?? 0), 0x01000193);
	return state >>> 0;
}

function* pairs(text: string): Generator<[from: number, to: number]> {
	for (let at = 0; at + 1 < text.length; at += 2) yield [text.charCodeAt(at), text.charCodeAt(at + 1)];
}

function* unitsOf(ranges: readonly (readonly [number, number])[]): Generator<number> {
	for (const [first, last] of ranges) {
		for (let unit = first; unit <= last; unit++) yield unit;
	}
}
