/**
 * The index as bytes: a header of eleven 32-bit words, then four sections, each on a multiple of four.
 *
 * | section  | element | what                                                                              |
 * | -------- | ------- | --------------------------------------------------------------------------------- |
 * | alphabet | Uint16  | folded unit of every code; code 0 … FIRST_CODE-1 are reserved                     |
 * | base     | Int32   | per cell: a node (see node.ts)                                                    |
 * | check    | Uint16  | per cell: the code that leads to it; FREE where none does                           |
 * | pool     | Uint16  | records (see record.ts) and lists of children (see node.ts)                       |
 *
 * Byte order is the machine's, and all that run browsers are little-endian; another one fails the magic.
 */
import { foldVersion } from '../text/index.ts';
import { checksum, checksumInSteps } from './checksum.ts';
import { IndexError } from './errors.ts';

/** In no name. */
export const NONE = 0;
/** To be passed over in a text; in the trie it leads to where a key ends. */
export const SKIPPED = 1;
export const END = 1;
export const SEPARATION = 2;
/** A letter or digit in no name: it still bounds words. */
export const OTHER_LETTER = 3;
export const FIRST_CODE = 4;

/** `check` of a cell that no code leads to: no code at all, so that NONE leads nowhere too. */
export const FREE = 0xffff;

const MAGIC = 0x584e4c53;
const FORMAT = 2;
const HEADER_WORDS = 11;
const CHECKSUM_AT = 3;

export interface Sections {
	/** Distinct keys. */
	keys: number;
	/** Codes below it (from FIRST_CODE) are letters and digits with which some name may begin though written small. */
	smallEnd: number;
	/** Codes below it (from OTHER_LETTER) are letters and digits of alphabets. */
	lettersEnd: number;
	alphabet: Uint16Array;
	base: Int32Array;
	check: Uint16Array;
	pool: Uint16Array;
}

/** Lays the sections out, in steps. */
export function* write(sections: Sections): Generator<void, Uint8Array> {
	const { keys, smallEnd, lettersEnd, alphabet, base, check, pool } = sections;
	const layout = layoutOf(alphabet.length, base.length, pool.length);
	const bytes = new Uint8Array(layout.bytes);
	yield;
	const header = [
		MAGIC,
		FORMAT,
		foldVersion(),
		0,
		layout.bytes,
		keys,
		smallEnd,
		lettersEnd,
		alphabet.length,
		base.length,
		pool.length,
	];
	const words = new Uint32Array(bytes.buffer);
	words.set(header);
	new Uint16Array(bytes.buffer, layout.alphabet, alphabet.length).set(alphabet);
	new Int32Array(bytes.buffer, layout.base, base.length).set(base);
	yield;
	new Uint16Array(bytes.buffer, layout.check, check.length).set(check);
	new Uint16Array(bytes.buffer, layout.pool, pool.length).set(pool);
	yield;
	words[CHECKSUM_AT] = yield* checksumInSteps(words, CHECKSUM_AT);
	return bytes;
}

/** Views on `input`, copied only where it does not start on a multiple of four. Throws IndexError. */
export function read(input: Uint8Array | ArrayBuffer): Sections {
	const given = input instanceof Uint8Array ? input : new Uint8Array(input);
	const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
	if (bytes.length % 4 !== 0 || bytes.length < HEADER_WORDS * 4) throw new IndexError('index-damaged');
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
	const [
		magic,
		format,
		fold,
		sum,
		length,
		keys = 0,
		smallEnd = 0,
		lettersEnd = 0,
		codes = 0,
		cells = 0,
		units = 0,
	] = words.subarray(0, HEADER_WORDS);
	if (magic !== MAGIC) throw new IndexError('index-damaged');
	if (format !== FORMAT) throw new IndexError('index-version');
	const layout = layoutOf(codes, cells, units);
	if (length !== bytes.length || layout.bytes !== length || sum !== checksum(words, CHECKSUM_AT)) {
		throw new IndexError('index-damaged');
	}
	if (fold !== foldVersion()) throw new IndexError('index-version');
	const at = (offset: number) => bytes.byteOffset + offset;
	return {
		keys,
		smallEnd,
		lettersEnd,
		alphabet: new Uint16Array(bytes.buffer, at(layout.alphabet), codes),
		base: new Int32Array(bytes.buffer, at(layout.base), cells),
		check: new Uint16Array(bytes.buffer, at(layout.check), cells),
		pool: new Uint16Array(bytes.buffer, at(layout.pool), units),
	};
}

/** Offsets in bytes. */
function layoutOf(codes: number, cells: number, units: number) {
	const even = (count: number) => count * 2 + ((count * 2) % 4);
	const alphabet = HEADER_WORDS * 4;
	const base = alphabet + even(codes);
	const check = base + cells * 4;
	const pool = check + even(cells);
	return { alphabet, base, check, pool, bytes: pool + even(units) };
}
