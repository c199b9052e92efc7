/**
 * `publish`: the folder a web host serves, written in the order that never shows a reader half a version: shards,
 * patches, roots, and pack.json last. Ended anywhere, it is run again.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LIMITS, PackError, readShard, sha256 } from '../../lib/packs/index.ts';
import { readFirstRoot } from '../../lib/packs/roots.ts';
import { claimedRoot, isNewer, readSigned } from '../../lib/packs/signed.ts';
import { parseManifest } from '../../lib/packs/wire.ts';
import { bytesOf, keyFolder, openKeys, PublishError, writeWhole } from './keys.ts';
import { shardsOf } from './sign.ts';

/** Readers who come back late still find the shards of the version they are fetching, ms. */
const KEPT = 30 * 24 * 3_600_000;

export interface PublishOptions {
	keys?: string;
	now?: number;
	/** Puts one file in its place; ended here, what was published before is still whole. */
	write?: typeof writeWhole;
}

/** @returns the exit code */
export async function publish(
	built: string,
	folder: string,
	{ keys, now = Date.now(), write = writeWhole }: PublishOptions,
): Promise<number> {
	if (!existsSync(join(built, 'pack.json')))
		throw new PublishError(`${built} is not signed: "npm run pack -- sign ${built} …"`);
	const envelope = bytesOf(join(built, 'pack.json'));
	const { packId } = parseManifest(bytesOf(join(built, 'manifest.json')));
	const { root, roots, path } = await openKeys(keyFolder(keys, packId));
	if (`${path}/`.startsWith(`${resolve(folder)}/`))
		throw new PublishError(`${folder} would publish the keys in ${path}`);
	const { manifest, hash } = await readSigned(envelope, root);
	const shards = shardsOf(built);
	let size = 0;
	for (const { h, rows } of manifest.shards) {
		const bytes = shards.get(h);
		if (!bytes) throw new PublishError(`shard ${h} is missing in ${built}`);
		await readShard(bytes, h, packId, rows);
		size += bytes.length;
	}
	if (size > LIMITS.pack) console.warn(`${size} bytes: readers must raise their limit of ${LIMITS.pack}`);

	const before = existsSync(join(folder, 'pack.json')) ? bytesOf(join(folder, 'pack.json')) : null;
	if (before) await mustFollow(before, roots, { rootVersion: root.version, seq: manifest.seq, hash });
	const kept = readKept(folder);
	let written = 0;
	const put = (path: string, bytes: Uint8Array) => {
		kept[path] = new Date(now).toISOString();
		const target = join(folder, path);
		if (existsSync(target) && Buffer.compare(bytesOf(target), bytes) === 0) return;
		write(target, bytes);
		written++;
	};
	for (const { h, patch } of manifest.shards) {
		put(`shards/${h}.json`, shards.get(h) as Uint8Array);
		if (!patch) continue;
		const bytes = bytesOf(join(built, 'patches', `${patch.h}.json`));
		if ((await sha256(bytes)) !== patch.h) throw new PublishError(`patch ${patch.h} is damaged`);
		put(`patches/${patch.h}.json`, bytes);
	}
	for (const [at, bytes] of roots.entries()) put(`roots/${at + 1}.json`, bytes);
	write(join(folder, 'kept.json'), new TextEncoder().encode(`${JSON.stringify(kept, null, '\t')}\n`));
	write(join(folder, 'pack.json'), envelope);
	console.log(`${folder}: version ${root.version}/${manifest.seq}; ${written} new files; pack.json last`);
	console.log(`taken away, unused for 30 days: ${sweep(folder, kept, now)}`);
	return 0;
}

/** When each file was last part of a published version. Not for readers; hosts may leave it out. */
function readKept(folder: string): Record<string, string> {
	const path = join(folder, 'kept.json');
	return existsSync(path) ? JSON.parse(new TextDecoder().decode(bytesOf(path))) : {};
}

async function mustFollow(
	before: Uint8Array,
	roots: Uint8Array[],
	next: Parameters<typeof isNewer>[0],
): Promise<void> {
	const version = claimedRoot(before);
	const old = roots[version - 1];
	if (!old)
		throw new PublishError(
			`the folder holds a version under root ${version}, which is not among the keys here`,
		);
	const { manifest, hash } = await readSigned(before, await readFirstRoot(old));
	try {
		isNewer(next, { rootVersion: manifest.rootVersion, seq: manifest.seq, hash });
	} catch (error) {
		const code = error instanceof PackError ? error.code : '';
		throw new PublishError(
			`${code}: published is ${manifest.rootVersion}/${manifest.seq}; sign with --seq ${manifest.seq + 1} or higher`,
		);
	}
}

function sweep(folder: string, kept: Record<string, string>, now: number): number {
	let count = 0;
	for (const part of ['shards', 'patches']) {
		const path = join(folder, part);
		for (const name of existsSync(path) ? readdirSync(path) : []) {
			const last = Date.parse(kept[`${part}/${name}`] ?? '');
			if (Number.isNaN(last) || now - last <= KEPT) continue;
			rmSync(join(path, name));
			count++;
		}
	}
	return count;
}
