/** `serve` is a good host, and `verify` says of any host over https what readers would run into. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { request } from 'node:https';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../../lib/packs/index.ts';
import { serveHttps } from '../../../tools/browser/https.ts';
import { handler, hostPack } from '../../../tools/pack/serve.ts';
import { type Author, newAuthor, publishedAuthor } from './author.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let author: Author;
let served: Awaited<ReturnType<typeof hostPack>>;
beforeAll(async () => {
	author = await publishedAuthor();
	served = await hostPack(author.at('web'));
});
afterAll(async () => {
	await served.close();
	author.leave();
});

interface Answer {
	status: number;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	return new Promise((done, failed) => {
		request(
			{ host: '127.0.0.1', port: served.port, path, method, headers, rejectUnauthorized: false },
			(response) => {
				const parts: Buffer[] = [];
				response.on('data', (part) => parts.push(part));
				response.on('end', () =>
					done({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body: Buffer.concat(parts),
					}),
				);
			},
		)
			.on('error', failed)
			.end();
	});
}

const file = (path: string) => Buffer.from(author.published()[path.slice(1)] ?? '', 'base64');
const aShard = () => `/${Object.keys(author.published()).find((path) => path.startsWith('shards/'))}`;

describe('serve', () => {
	it('lets every page read, keeps shards for ever, and asks about pack.json each time', async () => {
		const shard = await ask(aShard(), { 'accept-encoding': 'identity' });
		expect(shard.body).toEqual(file(aShard()));
		expect(shard.headers).toMatchObject({
			'access-control-allow-origin': '*',
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'public, max-age=31536000, immutable',
			'x-content-type-options': 'nosniff',
		});
		const pack = await ask('/pack.json');
		const etag = `"${await sha256(file('/pack.json'))}"`;
		expect(pack.headers).toMatchObject({ 'cache-control': 'no-cache', etag });
		const again = await ask('/pack.json', { 'if-none-match': etag });
		expect([again.status, again.body.length]).toEqual([304, 0]);
		expect((await ask('/pack.json', { 'if-none-match': '"other"' })).status).toBe(200);
		expect((await ask('/pack.json', {}, 'OPTIONS')).headers).toMatchObject({
			'access-control-allow-origin': '*',
			'access-control-allow-headers': expect.stringContaining('if-none-match'),
		});
	});

	it('sends parts of a file as they are asked for', async () => {
		const whole = file(aShard());
		for (const [range, from, to] of [
			['bytes=0-9', 0, 10],
			['bytes=10-', 10, whole.length],
			['bytes=-5', whole.length - 5, whole.length],
			['bytes=10-99999999', 10, whole.length],
		] as const) {
			const { status, headers, body } = await ask(aShard(), { range });
			expect([range, status, headers['content-range']]).toEqual([
				range,
				206,
				`bytes ${from}-${to - 1}/${whole.length}`,
			]);
			expect(body).toEqual(whole.subarray(from, to));
		}
		const beyond = await ask(aShard(), { range: `bytes=${whole.length}-` });
		expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${whole.length}`]);
	});

	it('compresses as the browser can read, and says so', async () => {
		for (const [accepted, encoding, unpack] of [
			['gzip, deflate, br', 'br', brotliDecompressSync],
			['gzip', 'gzip', gunzipSync],
		] as const) {
			const { headers, body } = await ask(aShard(), { 'accept-encoding': accepted });
			expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
			expect(unpack(body)).toEqual(file(aShard()));
		}
	});

	it('serves the pack and nothing beside it', async () => {
		expect(file('/roots/1.json').length).toBeGreaterThan(0);
		for (const path of ['/kept.json', '/', '/../keys/roots/1.json', '/shards/', '/shards/%2e%2e/kept.json'])
			expect([path, (await ask(path)).status]).toEqual([path, 404]);
		expect((await ask('/pack.json', {}, 'POST')).status).toBe(405);
		expect((await ask('/pack.json', {}, 'HEAD')).body.length).toBe(0);
	});
});

describe('verify <url>', () => {
	/** A host that answers some files otherwise. */
	async function withHost(
		other: (path: string, ...rest: Parameters<RequestListener>) => boolean,
		then: (origin: string) => Promise<void>,
	) {
		const good = handler(author.at('web'));
		const host = await serveHttps((request, response) => {
			if (!other(request.url ?? '', request, response)) good(request, response);
		});
		await then(host.origin).finally(() => host.close());
	}

	async function verified(url: string): Promise<string> {
		const { status, said } = await author.process('verify', url);
		expect([status, said]).toEqual([0, expect.stringContaining('sound')]);
		return said;
	}

	const refused = async (url: string, said: RegExp) =>
		expect(await author.process('verify', url)).toMatchObject({
			status: 1,
			said: expect.stringMatching(said),
		});

	it('finds a pack on a good host sound, under the words readers are given', async () => {
		expect(await verified(served.address)).toMatch(/sound\nversion 1\/1[\s\S]*fingerprint (\w+ ?){8}\n$/);
		expect(await verified(`${served.origin}/pack.json`)).toMatch(/sound/);
		await refused(served.address.replace(/#key=\w+/, '#key=abandon'), /wrong-key/);
	});

	it('finds it under the words of an older root after a rotation', async () => {
		const other = newAuthor();
		await other.keygen();
		await other.build();
		await other.sign(1);
		await other.publish();
		const first = await hostPack(other.at('web'));
		await first.close();
		await other.good('rotate', other.at('seed'), '--keys', other.at('keys'));
		await other.sign(1);
		await other.publish();
		const second = await hostPack(other.at('web'));
		expect(await verified(second.address)).toMatch(/version 2\/1/);
		expect(await verified(second.origin + first.address.slice(first.origin.length))).toMatch(/2\/1/);
		await second.close();
		other.leave();
	});

	it('says in a sentence why readers could not take it', async () => {
		await refused(served.origin.replace('https', 'http'), /bad-url: not https/);
		await refused('https://10.0.0.1/', /bad-url/);
		await refused(`${served.origin}/elsewhere/`, /missing-shard: pack.json: 404/);
		await refused('https://packs.example:9/', /unreachable: pack.json/);
		await withHost(
			(_, __, response) => {
				response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sign in');
				return true;
			},
			(origin) => refused(origin, /must send "Access-Control-Allow-Origin: \*"/),
		);
	});

	it('names the file that is wrong', async () => {
		await withHost(
			(path, _, response) => {
				if (path !== aShard()) return false;
				response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}');
				return true;
			},
			(origin) => refused(origin, new RegExp(`wrong-hash: ${aShard().slice(8, 72)}`)),
		);
		await withHost(
			(path, _, response) => {
				if (path !== '/roots/1.json') return false;
				response.writeHead(302, { location: 'https://other.example/' }).end();
				return true;
			},
			(origin) => refused(origin, /roots\/1.json: sent on to https:\/\/other.example\/ \(302\)/),
		);
	});

	it('notes what a plain host costs its readers', async () => {
		await withHost(
			(path, _, response) => {
				response.writeHead(200, { 'access-control-allow-origin': '*' }).end(file(path));
				return true;
			},
			async (origin) => {
				const said = await verified(origin);
				expect(said.match(/^note: .*/gm)).toEqual([
					expect.stringMatching(/pack\.json may be kept by caches/),
					expect.stringMatching(/shards never change/),
				]);
			},
		);
	});
});
