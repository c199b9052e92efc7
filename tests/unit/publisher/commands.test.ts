/** The publisher's way from YAML to a folder that any static host serves, by the commands themselves. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { broken, HARBOUR } from '../support/harbour.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 90_000 });

let at: string;
beforeEach(() => {
	at = mkdtempSync(join(tmpdir(), 'sidelight-publisher-'));
	mkdirSync(join(at, 'seed'));
	write(HARBOUR);
});
afterEach(() => rmSync(at, { recursive: true, force: true }));

const write = (text: string) => writeFileSync(join(at, 'seed', 'pack.yaml'), text);
const KEYS = () => ['--keys', join(at, 'keys')];
const PACK = '5d0c7a91e3f24b68a1970c4be82f63d5';

function pack(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/pack.ts', ...args], {
		encoding: 'utf8',
	});
	return { status, said: stdout + stderr };
}
function good(...args: string[]): string {
	const { status, said } = pack(...args);
	expect(said, said).not.toMatch(/Error:/);
	expect(status, said).toBe(0);
	return said;
}

const build = (out = 'built') => good('build', join(at, 'seed'), '--out', join(at, out));
const sign = (seq: number, ...more: string[]) =>
	good(
		'sign',
		join(at, 'built'),
		...KEYS(),
		'--seq',
		String(seq),
		'--issued',
		'2026-11-22T12:00:00Z',
		'--expires',
		'2099-12-22T12:00:00Z',
		...more,
	);
const publish = () => good('publish', join(at, 'built'), join(at, 'web'), ...KEYS());
const tree = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && entry.name !== 'kept.json')
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
	);

describe('npm run pack', () => {
	it('goes from keygen to a verified folder, and the same arguments give the same bytes', () => {
		expect(good('keygen', join(at, 'seed'), ...KEYS())).toMatch(/fingerprint: (\w+ ){7}\w+/);
		for (const name of readdirSync(join(at, 'keys')).filter((one) => one.endsWith('.pem'))) {
			expect(statSync(join(at, 'keys', name)).mode & 0o077).toBe(0);
		}
		build();
		sign(1);
		publish();
		expect(good('verify', join(at, 'web'))).toMatch(/sound[\s\S]*version 1\/1/);
		const first = tree(join(at, 'web'));
		build();
		sign(1);
		publish();
		expect(tree(join(at, 'web'))).toEqual(first);
	});

	it('keeps old shards, makes patches, tells what changed, and refuses to go back', () => {
		good('keygen', join(at, 'seed'), ...KEYS());
		build();
		sign(1);
		publish();
		const before = Object.keys(tree(join(at, 'web')));
		build('old');
		write(broken('every day', 'each day'));
		build();
		expect(good('diff', join(at, 'old'), join(at, 'built'))).toMatch(
			/shards: 1 new, 1 gone, 3[\s\S]*~ claims ferry-daily/,
		);
		sign(2, '--previous', join(at, 'web'));
		publish();
		expect(Object.keys(tree(join(at, 'web')))).toEqual(expect.arrayContaining(before));
		expect(good('verify', join(at, 'web'))).toMatch(/version 1\/2/);
		sign(1);
		expect(pack('publish', join(at, 'built'), join(at, 'web'), ...KEYS())).toMatchObject({
			status: 1,
			said: expect.stringMatching(/rollback.*--seq 3/),
		});
		write(broken('every day', 'any day'));
		build();
		sign(2);
		expect(pack('publish', join(at, 'built'), join(at, 'web'), ...KEYS()).said).toMatch(/equivocation/);
	});

	it('rotates with thresholds, and gathers signatures from several machines', () => {
		good('keygen', join(at, 'seed'), ...KEYS(), '--count', '2', '--threshold', '2');
		const [one, two] = readdirSync(join(at, 'keys')).filter((name) => name.endsWith('.pem'));
		const keys = [one, two].map((name) => readFileSync(join(at, 'keys', name as string)));
		build();
		rmSync(join(at, 'keys', two as string));
		expect(sign(1)).toMatch(/1 of 2 signatures/);
		expect(pack('publish', join(at, 'built'), join(at, 'web'), ...KEYS()).said).toMatch(/bad-signature/);
		rmSync(join(at, 'keys', one as string));
		writeFileSync(join(at, 'keys', two as string), keys[1] as Buffer);
		expect(sign(1)).toMatch(/2 signatures/);
		writeFileSync(join(at, 'keys', one as string), keys[0] as Buffer);
		publish();
		good('rotate', PACK, ...KEYS(), '--count', '3', '--threshold', '2');
		sign(1);
		publish();
		expect(good('verify', join(at, 'web'))).toMatch(/version 2\/1[\s\S]*threshold 2 of 3/);
	});

	it('makes a pack id where there is none', () => {
		write(HARBOUR.replace('id: 5d0c7a91e3f24b68a1970c4be82f63d5, ', ''));
		expect(good('keygen', join(at, 'seed'), ...KEYS())).toMatch(/has the id [0-9a-f]{32} now/);
		build();
	});

	it('puts no key into a repository', () => {
		expect(pack('keygen', join(at, 'seed'), '--keys', 'docs/keys')).toMatchObject({
			status: 1,
			said: expect.stringMatching(/lies in the repository/),
		});
	});

	it('says which byte is wrong when a host damaged a shard', () => {
		good('keygen', join(at, 'seed'), ...KEYS());
		build();
		sign(1);
		publish();
		const [name = ''] = readdirSync(join(at, 'web', 'shards'));
		writeFileSync(join(at, 'web', 'shards', name), '{}');
		expect(pack('verify', join(at, 'web'))).toMatchObject({
			status: 1,
			said: expect.stringMatching(/wrong-hash/),
		});
	});
});
