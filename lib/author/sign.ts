/**
 * What publishers sign: the manifest with its numbers and dates, and roots. Reads no clock and no random source but for
 * making keys: the same arguments give the same bytes.
 */

import { toBase64 } from '../packs/base64.ts';
import { keyId, type Signer, sealed, sign } from '../packs/envelope.ts';
import { LIMITS, type SignedManifest, sha256 } from '../packs/index.ts';
import { makePatch } from '../packs/patch.ts';
import type { Root } from '../packs/roots.ts';
import { type BuiltPack, json } from './build.ts';

export interface Numbers
	extends Pick<SignedManifest, 'rootVersion' | 'seq' | 'issued' | 'expires'>,
		Partial<Pick<SignedManifest, 'mirrors' | 'check' | 'superseded' | 'revoked'>> {}

export interface SignedPack {
	envelope: Uint8Array<ArrayBuffer>;
	payload: Uint8Array<ArrayBuffer>;
	/** Bytes by hash. */
	patches: Map<string, Uint8Array>;
}

/** `previous`: shards of the version readers hold, by hash; patches are made against them. */
export async function signPack(
	built: Pick<BuiltPack, 'manifest' | 'shards'>,
	numbers: Numbers,
	signers: readonly Signer[],
	previous: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<SignedPack> {
	const manifest = JSON.parse(new TextDecoder().decode(built.manifest)) as SignedManifest;
	const patches = new Map<string, Uint8Array>();
	const shards = [];
	for (const entry of manifest.shards) {
		const patch = previous.has(entry.h) ? null : await patchFor(built.shards.get(entry.h), previous);
		if (patch) patches.set(patch.entry.h, patch.bytes);
		shards.push(patch ? { ...entry, patch: patch.entry } : entry);
	}
	const payload = json({ ...manifest, ...numbers, shards });
	if (payload.length > LIMITS.manifest) throw new RangeError(`the manifest has ${payload.length} bytes`);
	return { envelope: sealed(await sign('pack', payload, signers)), payload, patches };
}

/** The old shard that leaves least to send, if any saves more than half. */
async function patchFor(next: Uint8Array | undefined, previous: ReadonlyMap<string, Uint8Array>) {
	if (!next) return null;
	const old = [...previous].map(([prev, bytes]) => ({ prev, bytes, alike: alike(bytes, next) }));
	const best = old.sort((a, b) => b.alike - a.alike || (a.prev < b.prev ? -1 : 1))[0];
	if (!best || best.alike === 0) return null;
	const bytes = makePatch(best.prev, best.bytes, next);
	return bytes && { bytes, entry: { prev: best.prev, h: await sha256(bytes), size: bytes.length } };
}

/** Ids of records that stand in both: cheap, and right where shards are split by the same hashes. */
function alike(old: Uint8Array, next: Uint8Array): number {
	const ids = idsOf(old);
	let count = 0;
	for (const id of idsOf(next)) if (ids.has(id)) count++;
	return count;
}

const known = new WeakMap<Uint8Array, Set<string>>();
function idsOf(bytes: Uint8Array): Set<string> {
	let ids = known.get(bytes);
	if (!ids) {
		ids = new Set(new TextDecoder().decode(bytes).match(/"id":"[^"]+"/g) ?? []);
		known.set(bytes, ids);
	}
	return ids;
}

export async function signRoot(
	root: Pick<Root, 'packId' | 'version' | 'threshold'>,
	keys: readonly Uint8Array[],
	signers: readonly Signer[],
): Promise<Uint8Array<ArrayBuffer>> {
	const payload = json({ format: 1, ...root, keys: keys.map(toBase64) });
	return sealed(await sign('root', payload, signers));
}

/** A new key pair; the private half can be exported. */
export async function makeKey(): Promise<Signer> {
	const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
	const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
	return { keyid: await keyId(publicKey), publicKey, privateKey: pair.privateKey };
}
