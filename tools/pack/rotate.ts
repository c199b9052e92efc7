/** `rotate`: the next root, signed by the old keys and the new ones. */
import { join } from 'node:path';
import { makeKey, signRoot } from '../../lib/author/sign.ts';
import { fingerprintOf } from '../../lib/packs/fingerprint.ts';
import { keyFolder, openKeys, PublishError, writeKey, writeWhole } from './keys.ts';

export interface RotateOptions {
	keys?: string;
	count?: number;
	threshold?: number;
}

/** @returns the exit code */
export async function rotate(packId: string, { keys, count, threshold }: RotateOptions): Promise<number> {
	const { path, root, signers } = await openKeys(keyFolder(keys, packId));
	if (signers.length < root.threshold) {
		throw new PublishError(`${root.threshold} of the old keys must sign, and ${signers.length} are here`);
	}
	const number = count ?? root.keys.length;
	const next = await Promise.all(Array.from({ length: number }, makeKey));
	for (const signer of next) console.log(`private key: ${await writeKey(path, signer)}`);
	const version = root.version + 1;
	const publicKeys = next.map(({ publicKey }) => publicKey);
	const head = { packId, version, threshold: threshold ?? Math.min(root.threshold, number) };
	writeWhole(join(path, 'roots', `${version}.json`), await signRoot(head, publicKeys, [...signers, ...next]));
	const opened = await openKeys(path);
	console.log(`root ${version}: ${fingerprintOf(opened.root.hash).join(' ')}`);
	console.log(
		'Sign and publish the pack anew. Old links with #key= go on working; the old private keys may go.',
	);
	return 0;
}
