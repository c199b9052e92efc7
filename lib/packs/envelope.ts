/**
 * The signed envelope, as DSSE has it: exact bytes, their type, and signatures over both with their lengths.
 * Touches nothing; signs and verifies by WebCrypto.
 */
import * as v from 'valibot';
import { fromBase64, toBase64 } from './base64.ts';
import { decode } from './decode.ts';
import { isSoundKey, isSoundSignature } from './ed25519.ts';
import { PackError } from './errors.ts';
import { envelopeLimit, LIMITS } from './limits.ts';
import { Hash, sha256 } from './wire.ts';

export const TYPES = {
	pack: 'application/vnd.sidelight.pack+json',
	root: 'application/vnd.sidelight.root+json',
} as const;
export type EnvelopeKind = keyof typeof TYPES;

const Envelope = v.object({
	payloadType: v.string(),
	payload: v.string(),
	signatures: v.pipe(
		v.array(v.object({ keyid: Hash, sig: v.pipe(v.string(), v.maxLength(88)) })),
		v.minLength(1),
		v.maxLength(2 * LIMITS.keys),
	),
});

export interface Signature {
	keyid: string;
	sig: Uint8Array<ArrayBuffer>;
}

export interface Sealed {
	kind: EnvelopeKind;
	/** Not to be trusted before `countSignatures` says so. */
	payload: Uint8Array<ArrayBuffer>;
	signatures: Signature[];
}

/** Throws PackError: `not-a-pack`, `downgrade` for a bare manifest, `bad-signature` for broken or doubled signatures. */
export function openEnvelope(bytes: Uint8Array, kind: EnvelopeKind): Sealed {
	const limit = kind === 'pack' ? LIMITS.manifest : LIMITS.root;
	if (bytes.length > envelopeLimit(limit)) throw new PackError('too-large');
	const data = decode(bytes);
	const parsed = v.safeParse(Envelope, data);
	if (!parsed.success) {
		const bare = data !== null && typeof data === 'object' && 'packId' in data && 'shards' in data;
		throw new PackError(bare ? 'downgrade' : 'not-a-pack', bare ? 'not signed' : 'no envelope');
	}
	if (parsed.output.payloadType !== TYPES[kind]) throw new PackError('not-a-pack', 'another type');
	const payload = fromBase64(parsed.output.payload);
	if (!payload) throw new PackError('not-a-pack', 'no base64');
	if (payload.length > limit) throw new PackError('too-large');
	const signatures = parsed.output.signatures.map(({ keyid, sig }) => {
		const raw = fromBase64(sig);
		if (!raw || !isSoundSignature(raw)) throw new PackError('bad-signature', keyid);
		return { keyid, sig: raw };
	});
	if (new Set(signatures.map(({ keyid }) => keyid)).size !== signatures.length) {
		throw new PackError('bad-signature', 'a key id twice');
	}
	return { kind, payload, signatures };
}

/** How many of `keys` (raw, 32 bytes, by key id) signed. */
export async function countSignatures(
	{ kind, payload, signatures }: Sealed,
	keys: ReadonlyMap<string, Uint8Array>,
): Promise<number> {
	const message = toSign(kind, payload);
	let count = 0;
	for (const { keyid, sig } of signatures) {
		const raw = keys.get(keyid);
		if (!raw) continue;
		const key = await crypto.subtle.importKey('raw', raw as Uint8Array<ArrayBuffer>, 'Ed25519', false, [
			'verify',
		]);
		if (await crypto.subtle.verify('Ed25519', key, sig, message)) count++;
	}
	return count;
}

/** DSSE's pre-authentication encoding: type and payload, each behind its length in bytes. */
export function toSign(kind: EnvelopeKind, payload: Uint8Array): Uint8Array<ArrayBuffer> {
	const type = TYPES[kind];
	const head = new TextEncoder().encode(`DSSEv1 ${type.length} ${type} ${payload.length} `);
	const message = new Uint8Array(head.length + payload.length);
	message.set(head);
	message.set(payload, head.length);
	return message;
}

/** The bytes of an envelope, the same for the same signatures in any order. */
export function sealed({ kind, payload, signatures }: Sealed): Uint8Array<ArrayBuffer> {
	const sorted = [...signatures].sort((a, b) => (a.keyid < b.keyid ? -1 : 1));
	const envelope = {
		payloadType: TYPES[kind],
		payload: toBase64(payload),
		signatures: sorted.map(({ keyid, sig }) => ({ keyid, sig: toBase64(sig) })),
	};
	return new TextEncoder().encode(`${JSON.stringify(envelope, null, '\t')}\n`);
}

export interface Signer {
	keyid: string;
	/** Raw, 32 bytes. */
	publicKey: Uint8Array;
	privateKey: CryptoKey;
}

export async function sign(
	kind: EnvelopeKind,
	payload: Uint8Array<ArrayBuffer>,
	signers: readonly Signer[],
): Promise<Sealed> {
	const message = toSign(kind, payload);
	const signatures: Signature[] = [];
	for (const { keyid, privateKey } of signers) {
		signatures.push({ keyid, sig: new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, message)) });
	}
	return { kind, payload, signatures };
}

/** A key's id is the SHA-256 of its 32 bytes. Throws PackError `weak-key`. */
export async function keyId(raw: Uint8Array): Promise<string> {
	if (!isSoundKey(raw)) throw new PackError('weak-key');
	return sha256(raw);
}
