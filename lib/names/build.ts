/** Names to index bytes, in slices. */
import { alphabetOf } from './alphabet.ts';
import { write } from './format.ts';
import { Keys } from './keys.ts';
import type { Name } from './name.ts';
import { type Breathe, inSlices } from './slices.ts';
import { trieOf } from './trie.ts';

const STEP = 1 << 8;
const UNITS_STEP = 1 << 15;

/**
 * The bytes that `load` takes. Runs in slices between which the event loop goes on.
 * Names that fold alike become one entry with several bearers, one an entity. Rejects with the signal's reason, or with
 * IndexError `name-too-long` (over 256 units) or `too-many-entities`.
 */
export function build(names: Iterable<Name>, signal?: AbortSignal, breathe?: Breathe): Promise<Uint8Array> {
	return inSlices(steps(names), signal, breathe);
}

function* steps(names: Iterable<Name>): Generator<void, Uint8Array> {
	const keys = new Keys();
	let taken = 0;
	for (const name of names) {
		keys.add(name);
		if (++taken % STEP === 0) {
			yield;
			yield* keys.makeRoom();
		}
	}
	const { units: alphabet, codes, smallEnd, lettersEnd } = yield* alphabetOf(keys);
	yield* encode(keys, codes);
	const trie = yield* trieOf(keys, alphabet.length);
	return yield* write({ keys: keys.count, smallEnd, lettersEnd, alphabet, ...trie });
}

/** Replaces the units of all keys by their codes. */
function* encode({ units, starts, count }: Keys, codes: Uint16Array): Generator<void, void> {
	for (let at = 0; at < (starts[count] as number); at++) {
		units[at] = codes[units[at] as number] as number;
		if (at % UNITS_STEP === 0) yield;
	}
}
