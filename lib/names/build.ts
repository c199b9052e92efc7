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
	const builder = new Builder();
	return inSlices(steps(), signal, breathe);

	function* steps(): Generator<void, Uint8Array> {
		let taken = 0;
		for (const name of names) {
			builder.keys.add(name);
			if (++taken % STEP === 0) {
				yield;
				yield* builder.keys.makeRoom();
			}
		}
		return yield* builder.steps();
	}
}

/** The same for names that come one after the other: a million objects would weigh far more than what is made of them. */
export class Builder {
	readonly keys = new Keys();

	/** Throws as `build`. */
	add(names: Iterable<Name>): void {
		for (const name of names) this.keys.add(name);
	}

	/** To be called every few hundred names. */
	async makeRoom(breathe?: Breathe): Promise<void> {
		if (this.keys.crowded) await inSlices(this.keys.makeRoom(), undefined, breathe);
	}

	/** `leaderOf`: whose name it is by now. */
	bytes(signal?: AbortSignal, breathe?: Breathe, leaderOf?: (entity: number) => number): Promise<Uint8Array> {
		return inSlices(this.steps(leaderOf), signal, breathe);
	}

	*steps(leaderOf?: (entity: number) => number): Generator<void, Uint8Array> {
		const { keys } = this;
		if (leaderOf) yield* keys.lead(leaderOf);
		const { units: alphabet, codes, smallEnd, lettersEnd } = yield* alphabetOf(keys);
		yield* encode(keys, codes);
		const trie = yield* trieOf(keys, alphabet.length);
		return yield* write({ keys: keys.count, smallEnd, lettersEnd, alphabet, ...trie });
	}
}

/** Replaces the units of all keys by their codes. */
function* encode({ units, starts, count }: Keys, codes: Uint16Array): Generator<void, void> {
	for (let at = 0; at < (starts[count] as number); at++) {
		units[at] = codes[units[at] as number] as number;
		if (at % UNITS_STEP === 0) yield;
	}
}
