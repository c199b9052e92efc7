/** The publisher's way from YAML to a folder that any static host serves, by the commands themselves. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { broken, HARBOUR, manyClaims } from '../support/harbour.ts';
import { type Author, newAuthor } from './author.ts';

vi.setConfig({ testTimeout: 60_000 });

let author: Author;
beforeEach(() => {
	author = newAuthor();
});
afterEach(() => author.leave());

const PACK = '5d0c7a91e3f24b68a1970c4be82f63d5';
const keys = () => ['--keys', author.at('keys')];
const publishAgain = () => author.pack('publish', author.at('built'), author.at('web'), ...keys());
const privateKeys = () => readdirSync(author.at('keys')).filter((one) => one.endsWith('.pem'));

describe('npm run pack', () => {
	it('goes from keygen to a verified folder, and the same arguments give the same bytes', async () => {
		author.processes = true;
		expect(await author.keygen()).toMatch(/fingerprint: (\w+ ){7}\w+/);
		for (const name of privateKeys()) expect(statSync(author.at('keys', name)).mode & 0o077).toBe(0);
		await author.build();
		await author.sign(1);
		await author.publish();
		expect(await author.good('verify', author.at('web'))).toMatch(/sound[\s\S]*version 1\/1/);
		const first = author.published();
		await author.build();
		await author.sign(1);
		await author.publish();
		expect(author.published()).toEqual(first);
	});

	it('keeps old shards, makes patches, tells what changed, and refuses to go back', async () => {
		author.write(manyClaims(9, 1));
		await author.keygen();
		await author.build();
		await author.sign(1);
		await author.publish();
		const before = Object.keys(author.published());
		author.write(manyClaims(9, 2));
		await author.build();
		expect(await author.sign(2, '--previous', author.at('web'))).toMatch(/1 patches/);
		expect(await author.good('diff', author.at('web'), author.at('built'))).toMatch(
			/shards: 1 new, 1 gone, 3[\s\S]*with patches \d{2,3} \([ \d.]+%\)[\s\S]*~ claims ferry-8: text\n$/,
		);
		await author.publish();
		expect(Object.keys(author.published())).toEqual(expect.arrayContaining(before));
		expect(await author.good('verify', author.at('web'))).toMatch(/version 1\/2/);
		await author.sign(1);
		expect(await publishAgain()).toMatchObject({
			status: 1,
			said: expect.stringMatching(/rollback.*--seq 3/),
		});
		author.write(broken('every day', 'any day'));
		await author.build();
		await author.sign(2);
		expect((await publishAgain()).said).toMatch(/equivocation/);
	});

	it('says of every record whether it came, went, or in what it changed', async () => {
		await author.build('old');
		author.write(
			HARBOUR.replace('id: ferry-daily', 'id: ferry-each-day').replace('harbour town', 'town of ferries'),
		);
		await author.build('new');
		const lines = (await author.good('diff', author.at('old'), author.at('new'))).trim().split('\n');
		expect(lines.slice(2)).toEqual([
			'~ entities port-vale: description',
			'- claims ferry-daily',
			'+ claims ferry-each-day',
		]);
		author.write(HARBOUR.replace(PACK, PACK.replace('5d', '6d')));
		await author.build('other');
		expect((await author.pack('diff', author.at('old'), author.at('other'))).said).toMatch(/^two packs/);
	});

	it('rotates with thresholds, and gathers signatures from several machines', async () => {
		await author.keygen('--count', '2', '--threshold', '2');
		const [one = '', two = ''] = privateKeys();
		const bytes = [one, two].map((name) => readFileSync(author.at('keys', name)));
		await author.build();
		rmSync(author.at('keys', two));
		expect(await author.sign(1)).toMatch(/1 of 2 signatures/);
		expect((await publishAgain()).said).toMatch(/bad-signature/);
		rmSync(author.at('keys', one));
		writeFileSync(author.at('keys', two), bytes[1] as Buffer);
		expect(await author.sign(1)).toMatch(/2 signatures/);
		writeFileSync(author.at('keys', one), bytes[0] as Buffer);
		await author.publish();
		await author.good('rotate', author.at('seed'), ...keys(), '--count', '3', '--threshold', '2');
		await author.sign(1);
		await author.publish();
		expect(await author.good('verify', author.at('web'))).toMatch(/version 2\/1[\s\S]*threshold 2 of 3/);
	});

	it('writes no key and no root that readers would refuse', async () => {
		await author.keygen();
		const before = readdirSync(author.at('keys'), { recursive: true }).sort();
		for (const [said, ...args] of [
			[/neither the id/, 'zz'],
			[/holds the keys of 5d0c/, PACK.replace('5d', '6d')],
			[/a threshold is/, PACK, '--count', 'x'],
			[/a threshold is/, PACK, '--threshold', '2'],
		] as [RegExp, ...string[]][]) {
			expect(await author.pack('rotate', ...args, ...keys())).toMatchObject({
				status: 1,
				said: expect.stringMatching(said),
			});
		}
		expect(readdirSync(author.at('keys'), { recursive: true }).sort()).toEqual(before);
	});

	it('signs only numbers and dates that readers take, and says what they may be', async () => {
		await author.keygen();
		await author.build();
		const [from, to] = ['2026-11-22T12:00:00Z', '2026-12-22T12:00:00Z'];
		const sign = (...more: string[]) => author.pack('sign', author.at('built'), ...keys(), ...more);
		for (const [said, ...args] of [
			[/^sign needs --seq 1 --issued/, '--seq', '1', '--issued', '2026-11-22', '--expires', to],
			[/^sign needs --seq 1 --issued/, '--seq', '1', '--issued', to, '--expires', from],
			[/^sign needs --seq 1 --issued/, '--seq=-1', '--issued', from, '--expires', to],
			[/hours between checks/, '--seq', '1', '--issued', from, '--expires', to, '--check', '1'],
			[/bad-url/, '--seq', '1', '--issued', from, '--expires', to, '--mirror', 'http://mirror.example/'],
		] as [RegExp, ...string[]][]) {
			expect(await sign(...args)).toMatchObject({ status: 1, said: expect.stringMatching(said) });
		}
		expect(readdirSync(author.at('built')).sort()).toEqual(['manifest.json', 'shards']);
		await author.sign(1, '--check', '72', '--superseded', 'https://new.example/', '--revoked', 'Moved');
		const { payload } = JSON.parse(readFileSync(author.at('built', 'pack.json'), 'utf8'));
		expect(JSON.parse(Buffer.from(payload, 'base64').toString())).toMatchObject({
			check: 72,
			superseded: 'https://new.example/',
			revoked: 'Moved',
		});
	});

	it('makes a pack id where there is none', async () => {
		author.write(HARBOUR.replace(`id: ${PACK}, `, ''));
		expect(await author.keygen()).toMatch(/has the id [0-9a-f]{32} now/);
		await author.build();
	});

	it('puts no key into a repository, not by a link either, nor into what is published', async () => {
		const refuses = async (folder: string, said: RegExp) => {
			const answer = await author.pack('keygen', author.at('seed'), '--keys', folder);
			expect(answer).toMatchObject({ status: 1, said: expect.stringMatching(said) });
		};
		await refuses('docs/keys', /lies in the repository/);
		symlinkSync(resolve('docs'), author.at('link'));
		await refuses(author.at('link', 'keys'), /lies in the repository/);
		mkdirSync(author.at('other', '.git'), { recursive: true });
		await refuses(author.at('other', 'deep', 'keys'), /lies in the repository/);
		mkdirSync(author.at('web'));
		writeFileSync(author.at('web', 'pack.json'), '{}');
		await refuses(author.at('web', 'keys'), /is published/);
		rmSync(author.at('web', 'pack.json'));
		await author.good('keygen', author.at('seed'), '--keys', author.at('web', 'keys'));
		await author.build();
		const inside = ['--keys', author.at('web', 'keys')];
		await author.good(
			...['sign', author.at('built'), ...inside, '--seq', '1'],
			...['--issued', '2026-11-22T12:00:00Z', '--expires', '2026-12-22T12:00:00Z'],
		);
		expect(await author.pack('publish', author.at('built'), author.at('web'), ...inside)).toMatchObject({
			status: 1,
			said: expect.stringMatching(/would publish the keys/),
		});
	});

	it('builds over nothing but a built pack', async () => {
		mkdirSync(author.at('letters'));
		writeFileSync(author.at('letters', 'dear.txt'), 'Dear');
		expect(await author.pack('build', author.at('seed'), '--out', author.at('letters'))).toMatchObject({
			status: 1,
		});
		expect(readdirSync(author.at('letters'))).toEqual(['dear.txt']);
	});

	it('says which file is wrong when a host damaged a shard', async () => {
		await author.keygen();
		await author.build();
		await author.sign(1);
		await author.publish();
		const [name = ''] = readdirSync(author.at('web', 'shards'));
		writeFileSync(join(author.at('web'), 'shards', name), '{}');
		expect(await author.pack('verify', author.at('web'))).toMatchObject({
			status: 1,
			said: expect.stringContaining(`wrong-hash: ${name.slice(0, 64)}`),
		});
	});
});
