/** The lies of hosts and publishers, one a row of SYNC's faults and attacks, with the code a reader sees for it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, createPublisher, harbour } from '../../support/publisher/publisher.ts';
import { type Hosted, type Lie, OPEN } from './fault-server.ts';

export interface Row {
	name: string;
	code: string;
	/** Keys of its publisher, all of which must sign. */
	keys?: number;
	/** Instead of the next version. */
	publish?: (hosted: Hosted) => Promise<void>;
	lie?: (hosted: Hosted) => Lie;
}

export const next = ({ publisher }: Hosted) => publisher.publish(Date.now());
/** For the shards the next version adds; those of the first are here already. */
const onShards =
	(answer: (bytes: Uint8Array, response: Parameters<Lie>[2]) => void) =>
	({ publisher }: Hosted): Lie =>
	(file, _request, response) => {
		const bytes = publisher.files.get(file);
		if (!file.startsWith('shards/') || !bytes) return false;
		answer(bytes, response);
		return true;
	};
const redirect = (to: () => string) => (): Lie => (file, _request, response) => {
	response.writeHead(302, { ...OPEN, location: to() + file }).end();
	return true;
};

let server: Server;
/** Where redirects lead: nobody may come. */
export const target = {
	asked: 0,
	url: (host: string) => `http://${host}:${(server.address() as AddressInfo).port}/`,
	async start(): Promise<void> {
		server = createServer((_request, response) => {
			target.asked++;
			response.end('{}');
		});
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	},
	close: () => server.close(),
};
const YEARS = 5 * 365 * 86_400_000;
interface Envelope {
	signatures: { keyid: string; sig: string }[];
}
/** The envelope with its signatures made others. */
function resigned(
	{ publisher }: Hosted,
	change: (old: Envelope['signatures']) => Envelope['signatures'],
): void {
	const envelope = JSON.parse(new TextDecoder().decode(publisher.files.get('pack.json'))) as Envelope;
	const bytes = new TextEncoder().encode(
		JSON.stringify({ ...envelope, signatures: change(envelope.signatures) }),
	);
	publisher.files.set('pack.json', bytes);
}
const BOMB = brotliCompressSync(new Uint8Array(64 << 20));

export const ROWS: Row[] = [
	{
		name: 'lower seq → keeps `rollback`',
		code: 'rollback',
		publish: ({ publisher }) => publisher.publish(Date.now(), { seq: 0 }),
	},
	{
		name: 'same seq, other bytes → keeps `equivocation`',
		code: 'equivocation',
		publish: ({ publisher }) => publisher.publish(Date.now(), { seq: 1, text: harbour(9) }),
	},
	{
		name: 'new manifest with shards still missing at the edge → keeps, resumes',
		code: 'missing-shard',
		lie: onShards((_bytes, response) => response.writeHead(404, OPEN).end()),
	},
	{
		name: 'flipped byte → one reload, keeps',
		code: 'wrong-hash',
		lie: onShards((bytes, response) =>
			response.writeHead(200, OPEN).end(bytes.map((byte, i) => (i === 99 ? byte ^ 1 : byte))),
		),
	},
	{
		name: 'gzip cut short → keeps',
		code: 'wrong-size',
		lie: onShards((bytes, response) => {
			response.writeHead(200, { ...OPEN, 'content-encoding': 'gzip' }).end(gzipSync(bytes).subarray(0, -12));
		}),
	},
	{
		name: 'body cut at half, reset, empty → resumes without refetching (half)',
		code: 'unreachable',
		lie: onShards((bytes, response) => {
			response.writeHead(200, { ...OPEN, 'content-length': String(bytes.length) });
			response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
		}),
	},
	{
		name: 'body cut at half, reset, empty → resumes without refetching (empty)',
		code: 'wrong-size',
		lie: onShards((_bytes, response) => response.writeHead(200, OPEN).end()),
	},
	{
		name: 'brotli bomb → cancelled, < 16 MiB heap',
		code: 'wrong-size',
		lie: onShards((_bytes, response) => {
			response.writeHead(200, { ...OPEN, 'content-encoding': 'br' }).end(BOMB);
		}),
	},
	{
		name: 'captive-portal HTML → `not-a-pack`',
		code: 'not-a-pack',
		lie: () => (_file, _request, response) => {
			response
				.writeHead(200, { ...OPEN, 'content-type': 'text/html' })
				.end('<!doctype html><title>Hotel</title>');
			return true;
		},
	},
	{
		name: 'redirects to http, loopback, other host, loops → refused, zero requests at the target (http)',
		code: 'unreachable',
		lie: redirect(() => target.url('other.example')),
	},
	{
		name: 'redirects to http, loopback, other host, loops → refused, zero requests at the target (loopback)',
		code: 'unreachable',
		lie: redirect(() => target.url('127.0.0.1')),
	},
	{
		name: '`Retry-After` huge, negative, a date',
		code: 'too-often',
		lie: () => (_file, _request, response) => {
			response.writeHead(429, { ...OPEN, 'retry-after': '999999999' }).end();
			return true;
		},
	},
	{
		name: 'unsigned after signed → `downgrade`',
		code: 'downgrade',
		publish: async ({ publisher }) => {
			await publisher.publish(Date.now());
			publisher.files.set('pack.json', new Uint8Array((await build(harbour(2))).manifest));
		},
	},
	{
		name: 'root N+1 signed by new only / old only / N+2 → refused',
		code: 'bad-root',
		publish: async ({ publisher }) => {
			await publisher.rotate({ by: 'new' });
			await publisher.publish(Date.now());
		},
	},
	{
		name: 'clock ±5 years → `clock`, no mass alarm',
		code: 'clock',
		publish: ({ publisher }) => publisher.publish(Date.now() + YEARS),
	},
	{
		name: 'size lies both ways → refused',
		code: 'wrong-size',
		publish: ({ publisher }) =>
			publisher.publish(Date.now(), {
				manifest(manifest) {
					for (const shard of manifest.shards as { size: number }[]) shard.size++;
				},
			}),
	},
	{
		name: 'bad lengths, S ≥ L, wrong type → refused',
		code: 'bad-signature',
		publish: async (hosted) => {
			await next(hosted);
			resigned(hosted, (all) => all.map(({ keyid, sig }) => ({ keyid, sig: sig.slice(4) })));
		},
	},
	{
		name: 'doubled keyids for a threshold → refused',
		code: 'bad-signature',
		keys: 2,
		publish: async (hosted) => {
			await next(hosted);
			resigned(hosted, ([one]) => (one ? [one, one] : []));
		},
	},
	{
		name: 'packId changed / twice → refused, asked',
		code: 'bad-signature',
		publish: async ({ publisher }) => {
			const other = await createPublisher({ packId: 'f'.repeat(32) });
			await other.publish(Date.now());
			publisher.files.set('pack.json', other.files.get('pack.json') as Uint8Array<ArrayBuffer>);
		},
	},
	{
		name: '5,000 shards, lying totals, 10,000 roots → refused (lying totals)',
		code: 'wrong-totals',
		publish: ({ publisher }) =>
			publisher.publish(Date.now(), {
				manifest(manifest) {
					(manifest.totals as Record<string, number>).claims = 7;
				},
			}),
	},
	{
		name: '5,000 shards, lying totals, 10,000 roots → refused (10,000 roots)',
		code: 'bad-root',
		publish: async (hosted) => {
			hosted.publisher.version.root = 10_000;
			await next(hosted);
		},
	},
	{
		name: 'a host that proves no openness is refused',
		code: 'not-open',
		lie: () => (_file, _request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
			return true;
		},
	},
];
/** What the host did cannot be taken back: the publisher rotates no root away. */
export const FOR_GOOD = new Set(['bad-root']);
