import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPack, check } from '../../../lib/author/index.ts';
import { PackError, readManifest, readShard } from '../../../lib/packs/index.ts';
import { broken, HARBOUR } from '../support/harbour.ts';

const built = async (text = HARBOUR) => {
	const { source } = await check([{ path: 'pack.yaml', text }]);
	if (!source) throw new Error('the pack is not sound');
	return buildPack(source);
};

describe('pack build', () => {
	it('gives the same bytes twice, and others when a fact changes', async () => {
		const [one, two] = [await built(), await built()];
		expect(two.hash).toBe(one.hash);
		expect([...two.shards.keys()]).toEqual([...one.shards.keys()]);
		expect((await built(broken('every day', 'each day'))).hash).not.toBe(one.hash);
	});

	it('touches one shard when one claim changes', async () => {
		const [one, two] = [await built(), await built(broken('every day', 'each day'))];
		const changed = [...two.shards.keys()].filter((hash) => !one.shards.has(hash));
		expect(changed).toHaveLength(1);
	});

	it('makes shards that a reader accepts, and refuses once a byte is another', async () => {
		const pack = await built();
		const manifest = await readManifest(pack.manifest, pack.hash);
		for (const { h, size } of manifest.shards) {
			const bytes = pack.shards.get(h) as Uint8Array;
			expect(bytes.length).toBe(size);
			await expect(readShard(bytes, h, manifest.packId)).resolves.toMatchObject({ packId: manifest.packId });
			const flipped = bytes.slice();
			flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] as number) ^ 1;
			await expect(readShard(flipped, h, manifest.packId)).rejects.toThrow(PackError);
		}
	});
});

describe('npm run pack -- build', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
		mkdirSync(join(folder, 'seed'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const run = (text: string) => {
		writeFileSync(join(folder, 'seed', 'pack.yaml'), text);
		const out = join(folder, 'out');
		return spawnSync(process.execPath, ['tools/pack.ts', 'build', join(folder, 'seed'), '--out', out], {
			encoding: 'utf8',
		});
	};

	it('writes a manifest and its shards', () => {
		expect(run(HARBOUR).status).toBe(0);
		const { shards } = JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8'));
		expect(readdirSync(join(folder, 'out', 'shards')).sort()).toEqual(
			shards.map(({ h }: { h: string }) => `${h}.json`).sort(),
		);
	});

	it('writes nothing for a broken pack, and keeps what was built before', () => {
		expect(run(broken('published: 2021-09-13', 'published: 2021-02-30')).status).toBe(1);
		expect(existsSync(join(folder, 'out'))).toBe(false);
		run(HARBOUR);
		const before = readFileSync(join(folder, 'out', 'manifest.json'), 'utf8');
		const { status, stderr } = run(broken('{ text: 维尔港 }', '{ text: 维 }'));
		expect(status).toBe(1);
		expect(stderr).toMatch(/pack\.yaml:13 {2}.*too short.*nothing was written/s);
		expect(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8')).toBe(before);
		expect(existsSync(join(folder, 'out.new'))).toBe(false);
	});
});
