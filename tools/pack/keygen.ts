/** `keygen`: keys and the first root of a pack; gives the pack its id when the YAML has none. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeKey, signRoot } from '../../lib/author/sign.ts';
import { fingerprintOf } from '../../lib/packs/fingerprint.ts';
import { LIMITS } from '../../lib/packs/limits.ts';
import { keyFolder, openKeys, PublishError, writeKey, writeWhole } from './keys.ts';

export interface KeygenOptions {
	keys?: string;
	count?: number;
	threshold?: number;
}

/** @returns the exit code */
export async function keygen(
	folder: string,
	{ keys, count = 1, threshold = count }: KeygenOptions,
): Promise<number> {
	checkCounts(count, threshold);
	const packId = ensurePackId(folder);
	const path = keyFolder(keys, packId);
	if (existsSync(join(path, 'roots', '1.json'))) {
		throw new PublishError(`${path} holds the keys of this pack already; new ones are made by "rotate"`);
	}
	const signers = await Promise.all(Array.from({ length: count }, makeKey));
	for (const signer of signers) console.log(`private key: ${await writeKey(path, signer)}`);
	const publicKeys = signers.map(({ publicKey }) => publicKey);
	writeWhole(
		join(path, 'roots', '1.json'),
		await signRoot({ packId, version: 1, threshold }, publicKeys, signers),
	);
	const { root } = await openKeys(path);
	console.log(`pack id:     ${packId}`);
	console.log(`fingerprint: ${fingerprintOf(root.hash).join(' ')}`);
	console.log(`\nGive readers your address with #key=${fingerprintOf(root.hash).join('-')} behind it.`);
	console.log('Keep a copy of the private keys where this machine’s loss does not reach it.');
	return 0;
}

/** Throws PublishError. */
export function checkCounts(count: number, threshold: number): void {
	if (Number.isInteger(count) && threshold >= 1 && threshold <= count && count <= LIMITS.keys) return;
	throw new PublishError(
		`a threshold is at least 1 and at most the number of keys, and there are ${LIMITS.keys} at most`,
	);
}

/** The `pack:` of the YAML is one line or several; either gets the id as its first key. */
function ensurePackId(folder: string): string {
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
	for (const name of names.sort()) {
		const path = join(folder, name);
		const text = readFileSync(path, 'utf8');
		const line = /^pack:[ \t]*(\{)?/m.exec(text);
		if (!line) continue;
		const block = text.slice(line.index).split(/\n(?=\S)/)[0] ?? '';
		const known = /(?:^|[{,\s])id:\s*["']?([0-9a-f]{32})/.exec(block)?.[1];
		if (known) return known;
		const id = randomBytes(16).toString('hex');
		const at = line.index + line[0].length;
		const insert = line[1] ? ` id: ${id},` : `\n  id: ${id}`;
		writeWhole(path, new TextEncoder().encode(text.slice(0, at) + insert + text.slice(at)));
		console.log(`${path}: the pack has the id ${id} now`);
		return id;
	}
	throw new PublishError(`${folder}: no file says "pack:"`);
}
