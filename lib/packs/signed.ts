/** What a signed envelope says, once its signatures are proved, and how it stands to what was seen before. Touches nothing. */
import { decode } from './decode.ts';
import { openEnvelope } from './envelope.ts';
import { PackError } from './errors.ts';
import { LIMITS, TIMES } from './limits.ts';
import { need, type Root } from './roots.ts';
import { parseManifest, type SignedManifest, sha256 } from './wire.ts';

export interface Version {
	rootVersion: number;
	seq: number;
	/** SHA-256 of the manifest's exact bytes. */
	hash: string;
}

/** Which root it claims to be signed under: a hint only, nothing is proved yet. Throws PackError. */
export function claimedRoot(envelope: Uint8Array): number {
	const { payload } = openEnvelope(envelope, 'pack');
	const { rootVersion } = (decode(payload) ?? {}) as { rootVersion?: unknown };
	if (!Number.isSafeInteger(rootVersion) || (rootVersion as number) < 1) {
		throw new PackError('not-a-pack', 'no root version');
	}
	return rootVersion as number;
}

/** Throws PackError. */
export async function readSigned(
	envelope: Uint8Array,
	root: Root,
): Promise<{ manifest: SignedManifest; hash: string; payload: Uint8Array<ArrayBuffer> }> {
	const sealed = openEnvelope(envelope, 'pack');
	await need(sealed, root);
	const manifest = parseManifest(sealed.payload);
	const { rootVersion, seq, issued, expires, packId } = manifest;
	if (rootVersion === undefined || seq === undefined || !issued || !expires || expires <= issued) {
		throw new PackError('not-a-pack', 'a manifest without its numbers or dates');
	}
	if (packId !== root.packId) throw new PackError('other-pack');
	if (rootVersion !== root.version) throw new PackError('bad-signature', 'signed under another root');
	return {
		manifest: manifest as SignedManifest,
		hash: await sha256(sealed.payload),
		payload: sealed.payload,
	};
}

/** Throws `rollback`, `equivocation`; otherwise whether it is newer than what was seen. */
export function isNewer(next: Version, seen: Version | null): boolean {
	if (!seen) return true;
	if (next.rootVersion === seen.rootVersion && next.seq === seen.seq) {
		if (next.hash !== seen.hash) throw new PackError('equivocation');
		return false;
	}
	if (next.rootVersion < seen.rootVersion || (next.rootVersion === seen.rootVersion && next.seq < seen.seq)) {
		throw new PackError('rollback', `${next.rootVersion}/${next.seq} after ${seen.rootVersion}/${seen.seq}`);
	}
	return true;
}

/** Throws `clock` when the manifest cannot be of this time; `now` in ms. */
export function checkClock(
	{ issued, expires }: Pick<SignedManifest, 'issued' | 'expires'>,
	now: number,
): void {
	if (Date.parse(issued) > now + TIMES.ahead || Date.parse(expires) < now - TIMES.behind)
		throw new PackError('clock');
}

/** Bytes of all shards. Throws `too-large`. */
export function totalSize(shards: SignedManifest['shards'], most: number = LIMITS.pack): number {
	const total = shards.reduce((sum, { size }) => sum + size, 0);
	if (total > most) throw new PackError('too-large', `${total} bytes`);
	return total;
}
