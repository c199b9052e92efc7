/** `serve`: a published folder over https on loopback as a good host serves it; `--open` shows it to a browser. */
import { existsSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { fingerprintOf } from '../../lib/packs/fingerprint.ts';
import { sha256 } from '../../lib/packs/index.ts';
import { readFirstRoot } from '../../lib/packs/roots.ts';
import { claimedRoot } from '../../lib/packs/signed.ts';
import { hasDisplay, type Kind } from '../browser/find.ts';
import { type Https, serveHttps } from '../browser/https.ts';
import { launch, openOwn, type Running } from '../browser/launch.ts';
import { ensureBuilt } from '../read/built.ts';
import { bytesOf, PublishError } from './keys.ts';

export interface ServeOptions {
	port?: number;
	open?: string;
}

/** @returns the exit code, when the browser was closed; without `--open` it serves until it is ended. */
export async function servePack(folder: string, { port = 0, open }: ServeOptions): Promise<number> {
	if (open !== undefined && open !== 'chromium' && open !== 'firefox')
		throw new PublishError('--open chromium, or --open firefox');
	if (open && !hasDisplay()) throw new PublishError('--open needs a display');
	const served = await hostPack(folder, port);
	console.log(served.address);
	if (!open) {
		console.log(
			'A browser must map the name to this machine; --open chromium or --open firefox does. Ctrl+C ends.',
		);
		return new Promise(() => undefined);
	}
	const { running } = await openPack(served.address, open);
	console.log('The packs page is open with the address in it. Close the browser to end.');
	await new Promise<void>((closed) => running.browser.once('disconnected', () => closed()));
	await running.close();
	await served.close();
	return 0;
}

/** `address` is what readers are given, with the words of the newest root. Throws PublishError. */
export async function hostPack(folder: string, port = 0): Promise<Https & { address: string }> {
	const envelope = join(folder, 'pack.json');
	const root = existsSync(envelope) ? join(folder, 'roots', `${claimedRoot(bytesOf(envelope))}.json`) : '';
	if (!existsSync(root)) throw new PublishError(`${folder} holds no published pack`);
	const { hash } = await readFirstRoot(bytesOf(root));
	const server = await serveHttps(handler(folder), port);
	return { ...server, address: `${server.origin}/#key=${fingerprintOf(hash).join('-')}` };
}

/** A browser with the built extension, its packs page and the address in it; whoever sits there presses the button. */
export async function openPack(
	address: string,
	kind: Kind,
	headless = false,
): Promise<{ running: Running; page: Page }> {
	ensureBuilt();
	const running = await launch({ kind, headless, packHost: true, ...(!headless && { viewport: null }) });
	const page = await openOwn(running, '/packs.html');
	await page.waitForSelector('input[type=text]');
	await page.type('input[type=text]', address);
	return { running, page };
}

/** Headers as docs/publish.md asks them of any host. */
export const handler =
	(folder: string): RequestListener =>
	(request, response) => {
		void answer(folder, request, response).catch(() => response.destroy());
	};

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const path = new URL(request.url ?? '/', 'https://x.example').pathname;
	const file = join(folder, path);
	const cors = {
		'access-control-allow-origin': '*',
		'access-control-allow-headers': 'if-none-match, range',
		'access-control-expose-headers': 'etag, content-range',
		'x-content-type-options': 'nosniff',
	};
	if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
	if (request.method !== 'GET' && request.method !== 'HEAD')
		return void response.writeHead(405, { ...cors, allow: 'GET, HEAD, OPTIONS' }).end();
	if (
		!/^\/(pack|(roots|shards|patches)\/[0-9a-f]+)\.json$/.test(path) ||
		!existsSync(file) ||
		!statSync(file).isFile()
	) {
		return void response.writeHead(404, cors).end();
	}
	const bytes = bytesOf(file);
	const etag = `"${await sha256(bytes)}"`;
	const headers = {
		...cors,
		etag,
		'content-type': 'application/json; charset=utf-8',
		'cache-control': path === '/pack.json' ? 'no-cache' : 'public, max-age=31536000, immutable',
		vary: 'accept-encoding',
		'accept-ranges': 'bytes',
	};
	if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
	const range = rangeOf(request.headers.range, bytes.length);
	if (range) {
		const [from, to] = range;
		if (from >= to)
			return void response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes.length}` }).end();
		return void response
			.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` })
			.end(bytes.subarray(from, to));
	}
	const accepted = request.headers['accept-encoding'] ?? '';
	const [encoding, body] = /\bbr\b/.test(accepted)
		? ['br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })]
		: /\bgzip\b/.test(accepted)
			? ['gzip', gzipSync(bytes)]
			: [null, bytes];
	response.writeHead(200, { ...headers, ...(encoding && { 'content-encoding': encoding }) }).end(body);
}

/** First byte and the one after the last, of one range; null: the whole file. */
function rangeOf(header: string | undefined, length: number): [from: number, to: number] | null {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (first === '' && last === '') return null;
	if (first === '') return [Math.max(0, length - Number(last)), length];
	return [Number(first), last === '' ? length : Math.min(length, Number(last) + 1)];
}
