/**
 * From the shard of the version before to the new one by copying most of it: a list of `[offset, length]` into the old
 * bytes and of new texts. What comes out counts only when it has its hash. Touches nothing.
 */
import * as v from 'valibot';
import { decode } from './decode.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { Count, Hash, sha256 } from './wire.ts';

const Patch = v.object({
	prev: Hash,
	ops: v.pipe(v.array(v.union([v.string(), v.tuple([Count, Count])])), v.maxLength(4 * LIMITS.rows)),
});

/** Throws PackError; the result's own hash is for the caller to prove. */
export async function applyPatch(old: Uint8Array, patch: Uint8Array, hash: string): Promise<Uint8Array> {
	if ((await sha256(patch)) !== hash) throw new PackError('wrong-hash', hash);
	const parsed = v.safeParse(Patch, decode(patch));
	if (!parsed.success) throw new PackError('not-a-pack', 'no patch');
	const texts = new TextEncoder();
	const parts = parsed.output.ops.map((op) => {
		if (typeof op === 'string') return texts.encode(op);
		const [from, length] = op;
		if (from + length > old.length) throw new PackError('not-a-pack', 'beyond the old shard');
		return old.subarray(from, from + length);
	});
	const size = parts.reduce((sum, part) => sum + part.length, 0);
	if (size > LIMITS.shard) throw new PackError('too-large');
	const made = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		made.set(part, at);
		at += part.length;
	}
	return made;
}

/** Cuts both at the starts of records and copies every piece the old one holds; null when it saves nothing. */
export function makePatch(prev: string, old: Uint8Array, next: Uint8Array): Uint8Array<ArrayBuffer> | null {
	const held = new Map<string, number>();
	let at = 0;
	for (const piece of pieces(old)) {
		held.set(piece, at);
		at += new TextEncoder().encode(piece).length;
	}
	const ops: (string | [number, number])[] = [];
	for (const piece of pieces(next)) {
		const from = held.get(piece);
		const last = ops.at(-1);
		if (from === undefined) {
			if (typeof last === 'string') ops[ops.length - 1] = last + piece;
			else ops.push(piece);
			continue;
		}
		const length = new TextEncoder().encode(piece).length;
		if (Array.isArray(last) && last[0] + last[1] === from) last[1] += length;
		else ops.push([from, length]);
	}
	const bytes = new TextEncoder().encode(`${JSON.stringify({ ops, prev })}\n`);
	return bytes.length < next.length / 2 ? bytes : null;
}

/** Their concatenation is the text: records begin with `{`, and keys stand in the order of the alphabet. */
const pieces = (bytes: Uint8Array): string[] => new TextDecoder().decode(bytes).split(/(?<=[,[])(?=\{)/);
