/** `verify`: a published pack, held to all that a reader's client holds it to. From a folder or a web address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, fromFingerprint } from '../../lib/packs/fingerprint.ts';
import { LIMITS, PackError, readShard, sha256 } from '../../lib/packs/index.ts';
import { applyPatch } from '../../lib/packs/patch.ts';
import { readFirstRoot, readNextRoot } from '../../lib/packs/roots.ts';
import { checkClock, claimedRoot, readSigned, totalSize } from '../../lib/packs/signed.ts';
import { packAddress } from '../../lib/packs/url.ts';
import { fromWeb } from './from-web.ts';
import { bytesOf, PublishError } from './keys.ts';

export type Get = (path: string) => Promise<Uint8Array>;

/** @returns the exit code */
export async function verify(target: string): Promise<number> {
	const notes = new Set<string>();
	const web = /^https?:/.test(target) ? packAddress(target) : null;
	const get = web ? fromWeb(web.base, notes) : fromFolder(target);
	try {
		const envelope = await get('pack.json');
		const version = claimedRoot(envelope);
		let root = await readFirstRoot(await get('roots/1.json'));
		const chain = [root.hash];
		for (let at = 2; at <= version; at++) {
			root = await readNextRoot(await get(`roots/${at}.json`), root);
			chain.push(root.hash);
		}
		if (web?.pin) mustBeIn(chain, web.pin);
		const { manifest } = await readSigned(envelope, root);
		const size = totalSize(manifest.shards, LIMITS.packRaised);
		if (size > LIMITS.pack) notes.add(`above ${LIMITS.pack} bytes readers are asked before they take it`);
		for (const { h, rows } of manifest.shards)
			await readShard(await get(`shards/${h}.json`), h, manifest.packId, rows);
		let patches = 0;
		for (const { h, patch } of manifest.shards) {
			if (!patch) continue;
			const old = await get(`shards/${patch.prev}.json`);
			const made = await applyPatch(old, await get(`patches/${patch.h}.json`), patch.h);
			if ((await sha256(made)) !== h) throw new PackError('wrong-hash', `patch ${patch.h}`);
			patches++;
		}
		checkClock(manifest, Date.now());
		if (Date.parse(manifest.expires) < Date.now())
			notes.add('it is past its date: readers see it as not confirmed');
		console.log(`${target}: sound
version ${root.version}/${manifest.seq}, issued ${manifest.issued}, good until ${manifest.expires}
${manifest.shards.length} shards, ${size} bytes, ${patches} patches; threshold ${root.threshold} of ${root.keys.length}
fingerprint ${fingerprintOf(root.hash).join(' ')}`);
		for (const note of notes) console.warn(`note: ${note}`);
		return 0;
	} catch (error) {
		if (!(error instanceof PackError || error instanceof PublishError)) throw error;
		console.error(`${target}: ${error.message}`);
		return 1;
	}
}

/** The words of any root that leads to the newest. Throws PackError. */
function mustBeIn(chain: string[], words: string): void {
	const bits = fromFingerprint(words);
	if (bits && chain.some((hash) => hash.startsWith(bits))) return;
	throw new PackError('wrong-key', 'the words after #key= are of no root here');
}

const fromFolder =
	(folder: string): Get =>
	async (path) => {
		const file = join(folder, path);
		if (!existsSync(file)) throw new PackError('missing-shard', path);
		return bytesOf(file);
	};
