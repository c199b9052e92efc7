/** `rotate`: the next root, signed by the old keys and the new ones. Nothing is written that a reader would refuse. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeKey, signRoot } from '../../lib/author/sign.ts';
import { fingerprintOf } from '../../lib/packs/fingerprint.ts';
import { readNextRoot } from '../../lib/packs/roots.ts';
import { checkFolder } from './folder.ts';
import { checkCounts } from './keygen.ts';
import { keyFolder, openKeys, PublishError, writeKey, writeWhole } from './keys.ts';

export interface RotateOptions {
	keys?: string;
	count?: number;
	threshold?: number;
}

/** @param of folder of the pack's YAML, or its id. @returns the exit code */
export async function rotate(of: string, { keys, count, threshold }: RotateOptions): Promise<number> {
	const packId = await packIdOf(of);
	const { path, root, signers } = await openKeys(keyFolder(keys, packId));
	if (root.packId !== packId) throw new PublishError(`${path} holds the keys of ${root.packId}`);
	if (signers.length < root.threshold) {
		throw new PublishError(`${root.threshold} of the old keys must sign, and ${signers.length} are here`);
	}
	const number = count ?? root.keys.length;
	const head = {
		packId,
		version: root.version + 1,
		threshold: threshold ?? Math.min(root.threshold, number),
	};
	checkCounts(number, head.threshold);
	const next = await Promise.all(Array.from({ length: number }, makeKey));
	const publicKeys = next.map(({ publicKey }) => publicKey);
	const envelope = await signRoot(head, publicKeys, [...signers, ...next]);
	const { hash } = await readNextRoot(envelope, root);
	for (const signer of next) console.log(`private key: ${await writeKey(path, signer)}`);
	writeWhole(join(path, 'roots', `${head.version}.json`), envelope);
	console.log(`root ${head.version}: ${fingerprintOf(hash).join(' ')}`);
	console.log(
		'Sign and publish the pack anew. Old links with #key= go on working; the old private keys may go.',
	);
	return 0;
}

async function packIdOf(of: string): Promise<string> {
	if (/^[0-9a-f]{32}$/.test(of)) return of;
	const id = existsSync(of) && statSync(of).isDirectory() ? (await checkFolder(of)).source?.pack.id : null;
	if (!id) throw new PublishError(`${of} is neither the id of a pack nor a folder with a sound one`);
	return id;
}
