/** `serve`: a published folder over https on loopback as a good host serves it; `--open` shows it to a browser. */
import { existsSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sha256 } from '../../lib/packs/index.ts';
import type { Kind } from '../browser/find.ts';
import { serveHttps } from '../browser/https.ts';
import { launch } from '../browser/launch.ts';
import { bytesOf, PublishError } from './keys.ts';

export interface ServeOptions {
	port?: number;
	open?: string;
}

/** @returns the exit code, when the browser was closed; without `--open` it serves until it is ended. */
export async function servePack(folder: string, { port = 0, open }: ServeOptions): Promise<number> {
	if (!existsSync(join(folder, 'pack.json'))) throw new PublishError(`${folder} holds no published pack`);
	const server = await serveHttps(handler(folder), port);
	console.log(`${server.origin}/pack.json`);
	if (!open) {
		console.log(
			'A browser must map the name to this machine; --open chromium or --open firefox does. Ctrl+C ends.',
		);
		return new Promise(() => undefined);
	}
	const running = await launch({ kind: open as Kind, headless: false, viewport: null, packHost: true });
	console.log('Open Packs from the Sidelight button and paste the address. Close the browser to end.');
	await new Promise<void>((closed) => running.browser.once('disconnected', () => closed()));
	await running.close();
	await server.close();
	return 0;
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
		'access-control-expose-headers': 'etag',
		'x-content-type-options': 'nosniff',
	};
	if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
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
	const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
	if (range) {
		const [from, to] = [Number(range[1]), range[2] ? Number(range[2]) : bytes.length - 1];
		if (from > to || to >= bytes.length)
			return void response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes.length}` }).end();
		return void response
			.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` })
			.end(bytes.subarray(from, to + 1));
	}
	const accepted = request.headers['accept-encoding'] ?? '';
	const [encoding, body] = /\bbr\b/.test(accepted)
		? ['br', brotliCompressSync(bytes)]
		: /\bgzip\b/.test(accepted)
			? ['gzip', gzipSync(bytes)]
			: [null, bytes];
	response.writeHead(200, { ...headers, ...(encoding && { 'content-encoding': encoding }) }).end(body);
}
