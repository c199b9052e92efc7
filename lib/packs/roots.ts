/** Who may sign for a pack: its root, and how one root hands over to the next. Touches nothing. */
import * as v from 'valibot';
import { fromBase64 } from './base64.ts';
import { decode } from './decode.ts';
import { countSignatures, keyId, openEnvelope, type Sealed } from './envelope.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { PackId } from './records.ts';
import { Count, FORMAT, sha256 } from './wire.ts';

export const Root = v.object({
	format: v.literal(FORMAT),
	packId: PackId,
	version: v.pipe(Count, v.minValue(1)),
	threshold: v.pipe(Count, v.minValue(1)),
	/** Raw Ed25519 keys, base64. */
	keys: v.pipe(v.array(v.pipe(v.string(), v.length(44))), v.minLength(1), v.maxLength(LIMITS.keys)),
});
export type Root = v.InferOutput<typeof Root>;

/** A root whose signatures were proved. */
export interface TrustedRoot extends Root {
	/** SHA-256 of its exact bytes: what fingerprints are taken from. */
	hash: string;
}

/** A root that its own keys signed: all that can be known at first sight. Throws PackError. */
export async function readFirstRoot(bytes: Uint8Array): Promise<TrustedRoot> {
	const { root, sealed } = await read(bytes);
	await need(sealed, root);
	return root;
}

/** The next root after `old`, signed by the threshold of both. Throws PackError. */
export async function readNextRoot(bytes: Uint8Array, old: Root): Promise<TrustedRoot> {
	const { root, sealed } = await read(bytes);
	if (root.packId !== old.packId) throw new PackError('other-pack');
	if (root.version !== old.version + 1) throw new PackError('bad-root', `version ${root.version}`);
	await need(sealed, old);
	await need(sealed, root);
	return root;
}

/** Throws PackError unless the threshold of the root's keys signed. */
export async function need(sealed: Sealed, root: Root): Promise<void> {
	const count = await countSignatures(sealed, await keysOf(root));
	if (count < root.threshold) {
		throw new PackError(
			sealed.kind === 'root' ? 'bad-root' : 'bad-signature',
			`${count} of ${root.threshold}`,
		);
	}
}

/** Raw keys by key id. Throws PackError for a weak or doubled key. */
async function keysOf(root: Root): Promise<Map<string, Uint8Array>> {
	const keys = new Map<string, Uint8Array>();
	for (const text of root.keys) {
		const raw = fromBase64(text);
		if (!raw) throw new PackError('bad-root', 'no base64');
		keys.set(await keyId(raw), raw);
	}
	if (keys.size !== root.keys.length) throw new PackError('bad-root', 'a key twice');
	if (root.threshold > keys.size)
		throw new PackError('bad-root', 'more signatures asked than there are keys');
	return keys;
}

async function read(bytes: Uint8Array): Promise<{ root: TrustedRoot; sealed: Sealed }> {
	const sealed = openEnvelope(bytes, 'root');
	const parsed = v.safeParse(Root, decode(sealed.payload));
	if (!parsed.success) throw new PackError('bad-root', v.getDotPath(parsed.issues[0]) ?? undefined);
	await keysOf(parsed.output);
	return { root: { ...parsed.output, hash: await sha256(sealed.payload) }, sealed };
}
