/** What a pack is, before anything of it is taken, and then subscribing to it. Touches its ports only. */
import { download } from './download.ts';
import { PackError } from './errors.ts';
import { envelopeLimit, LIMITS } from './limits.ts';
import type { Ports } from './ports.ts';
import { retried } from './schedule.ts';
import { checkClock, claimedRoot, readSigned, totalSize } from './signed.ts';
import { newSubscription, type Subscription } from './subscription.ts';
import { firstRoot, type RootFile } from './trust.ts';
import { packAddress } from './url.ts';
import type { SignedManifest } from './wire.ts';

export interface Look {
	/** Folder of pack.json, where the reader will be asked to trust it. */
	base: string;
	root: RootFile;
	manifest: SignedManifest;
	/** Bytes of all shards. */
	size: number;
}

/** `pin`: what the fingerprint must be, 22 hexadecimal digits. Throws PackError. */
export async function lookAt(
	{ fetch, clock, store }: Omit<Ports, 'lock'>,
	typed: string,
	pin: string | null,
	signal: AbortSignal,
): Promise<Look> {
	const { base } = packAddress(typed);
	const way = { fetch, clock };
	const url = `${base}pack.json`;
	const limit = envelopeLimit(LIMITS.manifest);
	const { bytes } = await retried(clock, signal, () => download(way, { url, limit, signal }));
	const envelope = bytes as Uint8Array;
	const root = await firstRoot(way, base, claimedRoot(envelope), pin, signal);
	const { manifest } = await readSigned(envelope, root.root);
	checkClock(manifest, clock.now());
	const all = await store.subscriptions();
	if (all.some(({ pack, url: known }) => pack === manifest.packId && known !== ''))
		throw new PackError('known', undefined, 0, manifest.packId);
	if (all.length >= LIMITS.subscriptions) throw new PackError('too-many');
	return { base, root, manifest, size: totalSize(manifest.shards, LIMITS.packRaised) };
}

/** Its first run is due at once. Throws PackError. */
export async function subscribe(
	{ clock, store }: Pick<Ports, 'clock' | 'store'>,
	{ base, root, manifest, size }: Look,
): Promise<Subscription> {
	const old = await store.subscription(manifest.packId);
	// One that came from a file keeps its latches when it gets an address.
	if (old && old.root.hash !== root.root.hash) throw new PackError('wrong-key');
	const subscription = {
		...(old ?? newSubscription(base, root.root, root.bytes, clock.now())),
		url: base,
		due: clock.now(),
		most: size > LIMITS.pack ? LIMITS.packRaised : LIMITS.pack,
	};
	await store.subscribe(subscription);
	return subscription;
}
