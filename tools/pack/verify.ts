/** `verify`: a published pack, held to all that a reader's client holds it to. From a folder or a web address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../../lib/packs/fingerprint.ts';
import { PackError, readShard, sha256 } from '../../lib/packs/index.ts';
import { applyPatch } from '../../lib/packs/patch.ts';
import { readFirstRoot, readNextRoot } from '../../lib/packs/roots.ts';
import { checkClock, claimedRoot, readSigned } from '../../lib/packs/signed.ts';
import { packAddress } from '../../lib/packs/url.ts';
import { bytesOf, PublishError } from './keys.ts';

type Get = (path: string) => Promise<Uint8Array>;

/** @returns the exit code */
export async function verify(target: string): Promise<number> {
	const get = /^https?:/.test(target) ? fromWeb(packAddress(target).base) : fromFolder(target);
	try {
		const envelope = await get('pack.json');
		const version = claimedRoot(envelope);
		let root = await readFirstRoot(await get('roots/1.json'));
		for (let at = 2; at <= version; at++) root = await readNextRoot(await get(`roots/${at}.json`), root);
		const { manifest } = await readSigned(envelope, root);
		const held = new Map<string, Uint8Array>();
		let size = 0;
		for (const { h, rows } of manifest.shards) {
			const bytes = await get(`shards/${h}.json`);
			await readShard(bytes, h, manifest.packId, rows);
			held.set(h, bytes);
			size += bytes.length;
		}
		let patches = 0;
		for (const { h, patch } of manifest.shards) {
			if (!patch) continue;
			const made = await applyPatch(
				await get(`shards/${patch.prev}.json`),
				await get(`patches/${patch.h}.json`),
				patch.h,
			);
			if ((await sha256(made)) !== h) throw new PackError('wrong-hash', `patch ${patch.h}`);
			patches++;
		}
		checkClock(manifest, Date.now());
		console.log(`${target}: sound`);
		console.log(
			`version ${root.version}/${manifest.seq}, issued ${manifest.issued}, good until ${manifest.expires}`,
		);
		console.log(
			`${manifest.shards.length} shards, ${size} bytes, ${patches} patches; threshold ${root.threshold} of ${root.keys.length}`,
		);
		console.log(`fingerprint ${fingerprintOf(root.hash).join(' ')}`);
		if (Date.parse(manifest.expires) < Date.now())
			console.warn('it is past its date: readers see it as not confirmed');
		return 0;
	} catch (error) {
		console.error(`${target}: ${error instanceof PackError ? error.message : String(error)}`);
		return 1;
	}
}

const fromFolder =
	(folder: string): Get =>
	async (path) => {
		const file = join(folder, path);
		if (!existsSync(file)) throw new PackError('missing-shard', path);
		return bytesOf(file);
	};

const fromWeb =
	(base: string): Get =>
	async (path) => {
		const response = await fetch(base + path, { redirect: 'error', headers: { origin: 'null' } });
		if (response.status !== 200) throw new PackError('missing-shard', `${path}: ${response.status}`);
		if (response.headers.get('access-control-allow-origin') !== '*') {
			throw new PublishError(`${path}: the host must send "Access-Control-Allow-Origin: *"`);
		}
		return new Uint8Array(await response.arrayBuffer());
	};
