/** From the parts of a pack's shards to its dictionary, pairs and postings, a term at a time. Touches nothing. */
import { Writer } from './bytes.ts';
import { DictionaryWriter } from './dictionary.ts';
import { NONE, ordinalsOf } from './ordinals.ts';
import { isPair, PairsWriter, rowKey } from './pairs.ts';
import { checkPart, type Part, type TermOfPart, termsOf } from './part.ts';
import { Wide } from './wide.ts';

/** Bytes of postings in one row of the store. */
export const POSTINGS_A_ROW = 1 << 13;
export interface Merged {
	dictionary: Uint8Array<ArrayBuffer>;
	/** Rows by their last term. */
	pairs: [last: string, bytes: Uint8Array<ArrayBuffer>][];
	postings: Uint8Array<ArrayBuffer>;
	docs: string[];
	weights: Uint32Array;
}

/** In steps. Throws SearchDamaged. */
export function* merge(parts: readonly Part[]): Generator<void, Merged> {
	for (const part of parts) {
		checkPart(part);
		yield;
	}
	const { docs, weights, ends, byPart, events } = yield* ordinalsOf(parts);
	const dictionary = new DictionaryWriter();
	const postings = new Writer();
	const pairs = new PairsWriter();
	const wide = new Wide(ends);
	const write = (term: string, name: ArrayLike<number>, text: ArrayLike<number>) => {
		const from = postings.length;
		postings.list(name);
		postings.list(text);
		dictionary.add(term, postings.length - from);
	};
	for (const [term, shares] of inOrder(parts.map(termsOf))) {
		const name: number[] = [];
		const text: number[] = [];
		for (const [part, share] of shares) {
			const ordinals = byPart[part] as Uint32Array;
			for (const doc of share.name) name.push(ordinals[doc] as number);
			for (const doc of share.text) text.push(ordinals[doc] as number);
		}
		for (const doc of name) for (const event of events.get(doc) ?? []) text.push(event);
		const named = sorted(name);
		const named2 = new Set(named);
		const told = sorted(text).filter((doc) => !named2.has(doc));
		if (isPair(term)) pairs.add(term, named, told);
		else write(term, named, told);
		wide.add(term, named);
		yield;
	}
	const rows = pairs.done();
	for (const [last] of rows) dictionary.add(rowKey(last), 0);
	for (const [term, list] of wide.done()) write(term, list, []);
	return { dictionary: dictionary.done(ends), pairs: rows, postings: postings.taken(), docs, weights };
}

function sorted(list: number[]): Uint32Array {
	const all = Uint32Array.from(list).sort();
	let length = 0;
	for (const value of all) if (value !== NONE && value !== all[length - 1]) all[length++] = value;
	return all.subarray(0, length);
}

type Share = [part: number, share: TermOfPart];

/** Every term once, with what each part says of it: parts wait in a heap by their next term. */
function* inOrder(parts: readonly Iterator<TermOfPart>[]): Generator<[string, Share[]]> {
	const heap: { part: number; now: TermOfPart }[] = [];
	const less = (a: number, b: number) =>
		(heap[a] as { now: TermOfPart }).now.term < (heap[b] as { now: TermOfPart }).now.term;
	const swap = (a: number, b: number) => {
		[heap[a], heap[b]] = [heap[b] as never, heap[a] as never];
	};
	const sink = () => {
		for (let at = 0; ; ) {
			let child = 2 * at + 1;
			if (child >= heap.length) return;
			if (child + 1 < heap.length && less(child + 1, child)) child++;
			if (!less(child, at)) return;
			swap(at, child);
			at = child;
		}
	};
	parts.forEach((one, part) => {
		const { value, done } = one.next();
		if (done) return;
		heap.push({ part, now: value });
		for (let at = heap.length - 1; at > 0 && less(at, (at - 1) >> 1); at = (at - 1) >> 1)
			swap(at, (at - 1) >> 1);
	});
	while (heap[0]) {
		const { term } = heap[0].now;
		const shares: Share[] = [];
		while (heap[0]?.now.term === term) {
			const top: { part: number; now: TermOfPart } = heap[0];
			shares.push([top.part, top.now]);
			const next = (parts[top.part] as Iterator<TermOfPart>).next();
			if (next.done) {
				const last = heap.pop() as { part: number; now: TermOfPart };
				if (heap.length > 0) heap[0] = last;
			} else top.now = next.value;
			sink();
		}
		yield [term, shares];
	}
}
