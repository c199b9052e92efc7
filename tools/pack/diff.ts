/** `diff`: what a reader moves and what facts change between two built or published packs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEnvelope } from '../../lib/packs/envelope.ts';
import { RECORDS, readShard } from '../../lib/packs/index.ts';
import { type Manifest, parseManifest } from '../../lib/packs/wire.ts';
import { bytesOf, PublishError } from './keys.ts';
import { shardsOf } from './sign.ts';

/** @returns the exit code */
export async function diff(before: string, after: string): Promise<number> {
	const [old, next] = [await readFolder(before), await readFolder(after)];
	if (old.manifest.packId !== next.manifest.packId)
		throw new PublishError(`two packs: ${old.manifest.packId} and ${next.manifest.packId}`);
	const come = next.manifest.shards.filter(({ h }) => !old.shards.has(h) || !has(old.manifest, h));
	const gone = old.manifest.shards.filter(({ h }) => !has(next.manifest, h));
	const all = next.manifest.shards.reduce((sum, { size }) => sum + size, 0);
	const moved = come.reduce((sum, { size }) => sum + size, 0);
	const patched = come.reduce((sum, { size, patch }) => sum + Math.min(size, patch?.size ?? size), 0);
	const percent = (part: number) => `${((100 * part) / Math.max(all, 1)).toFixed(1)} %`;
	console.log(`shards: ${come.length} new, ${gone.length} gone, ${next.manifest.shards.length} in all`);
	console.log(
		`bytes:  ${moved} of ${all} (${percent(moved)}); with patches ${patched} (${percent(patched)})`,
	);
	for (const kind of Object.keys(RECORDS)) {
		const [a, b] = [old.records.get(kind) ?? new Map(), next.records.get(kind) ?? new Map()];
		for (const id of [...new Set([...a.keys(), ...b.keys()])].sort()) {
			const [was, is] = [a.get(id), b.get(id)];
			if (!was) console.log(`+ ${kind} ${id}`);
			else if (!is) console.log(`- ${kind} ${id}`);
			else {
				const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
				const other = fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
				if (other.length > 0) console.log(`~ ${kind} ${id}: ${other.join(', ')}`);
			}
		}
	}
	return 0;
}

const has = ({ shards }: Manifest, hash: string): boolean => shards.some(({ h }) => h === hash);
type Fields = Record<string, unknown>;

async function readFolder(folder: string) {
	const path = ['pack.json', 'manifest.json']
		.map((name) => join(folder, name))
		.find((file) => existsSync(file));
	if (!path) throw new PublishError(`${folder} holds no pack`);
	const bytes = bytesOf(path);
	const manifest = parseManifest(path.endsWith('pack.json') ? openEnvelope(bytes, 'pack').payload : bytes);
	const shards = shardsOf(folder);
	const records = new Map<string, Map<string, Fields>>();
	for (const { h } of manifest.shards) {
		const shard = await readShard(shards.get(h) ?? new Uint8Array(), h, manifest.packId);
		for (const kind of Object.keys(RECORDS) as (keyof typeof RECORDS)[]) {
			const list = records.get(kind) ?? new Map<string, Fields>();
			records.set(kind, list);
			for (const record of shard[kind]) list.set(record.id, record as unknown as Fields);
		}
	}
	return { manifest, shards, records };
}
