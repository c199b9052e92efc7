/** SYNC's table of transport faults. "keeps": live head, rows and index unchanged, a code on the packs page, a next try. */
import { beforeEach, describe, expect, it } from 'vitest';
import { signPack } from '../../../lib/author/sign.ts';
import { checkNow, lookAt } from '../../../lib/packs/index.ts';
import { build, createPublisher, harbour, iso, type Publisher } from '../../support/publisher/publisher.ts';
import { BASE, type Fault, seen, subscribed, TIMES, type World } from '../../support/publisher/world.ts';
import { manyClaims } from '../support/harbour.ts';

const DAY = 86_400_000;
const HTML = new TextEncoder().encode('<!doctype html><title>Sign in to the hotel</title>');
let publisher: Publisher;
let world: World;
let before: Awaited<ReturnType<typeof seen>>;

beforeEach(async () => {
	publisher = await createPublisher();
	world = await subscribed(publisher);
	before = await seen(world);
	world.pass(1.2 * DAY);
	return () => world.close();
});

/** One run under a fault: what was live stays, the code is shown, and it will be tried again. */
async function keeps(code: string, fault: Fault | null = null): Promise<void> {
	world.fault = fault;
	await world.sync();
	const after = await seen(world);
	expect(after).toMatchObject({ hash: before.hash, text: before.text, error: code });
	expect(after.due).toBeGreaterThan(world.now);
	expect(after.failures).toBeGreaterThan(0);
}

/** The fault is over: the next run takes the newest version. */
async function heals(): Promise<void> {
	world.fault = null;
	world.pass(DAY);
	await world.sync();
	expect(await seen(world)).toMatchObject({ hash: publisher.published.at(-1), error: null, failures: 0 });
}

const newShard = async (): Promise<string> => {
	const { shards } = await build(harbour(2));
	const old = await world.store.bytes.toCollection().primaryKeys();
	return [...shards.keys()].find((h) => !old.includes(h)) as string;
};
const shardFault =
	(fault: Fault): Fault =>
	(path, request) =>
		path.startsWith('shards/') ? fault(path, request) : undefined;

describe('transport', () => {
	it('lower seq → keeps `rollback`', async () => {
		await publisher.publish(world.now, { seq: 0 });
		await keeps('rollback');
		publisher.version.seq = 1;
		await publisher.publish(world.now);
		await heals();
	});

	it('same seq, other bytes → keeps `equivocation`', async () => {
		await publisher.publish(world.now, { seq: 1, text: harbour(99) });
		await keeps('equivocation');
	});

	it('replay past expiry → served, badge', async () => {
		world.pass(40 * DAY);
		await keeps('expired');
		const subscription = await world.store.subscriptions.get(publisher.packId);
		expect(Date.parse(subscription?.expires ?? '')).toBeLessThan(world.now);
	});

	it.each([-5, 5])('clock ±5 years → `clock`, no mass alarm (%i)', async (years) => {
		world.now += years * 365 * DAY;
		await world.store.subscriptions.update(publisher.packId, { due: 0 });
		await publisher.publish(world.now - years * 365 * DAY);
		await keeps('clock');
		world.now -= years * 365 * DAY;
		await world.store.subscriptions.update(publisher.packId, { due: 0 });
		await heals();
	});

	it('new manifest with shards still missing at the edge → keeps, resumes', async () => {
		await publisher.publish(world.now);
		await keeps(
			'missing-shard',
			shardFault(() => ({ status: 404 })),
		);
		await heals();
	});

	it('flipped byte → one reload, keeps', async () => {
		await publisher.publish(world.now);
		const path = `shards/${await newShard()}.json`;
		const flipped = (publisher.files.get(path) as Uint8Array).slice();
		flipped[99] = (flipped[99] as number) ^ 1;
		await keeps(
			'wrong-hash',
			shardFault(() => ({ bytes: flipped })),
		);
		expect(world.asked.filter((one) => one === path)).toHaveLength(2);
		await heals();
	});

	it('gzip cut short → keeps', async () => {
		await publisher.publish(world.now);
		const whole = publisher.files.get(`shards/${await newShard()}.json`) as Uint8Array;
		await keeps(
			'wrong-size',
			shardFault(() => ({ bytes: whole.slice(0, -12) })),
		);
		await heals();
	});

	it.each(['half', 'reset', 'empty'])(
		'body cut at half, reset, empty → resumes without refetching (%s)',
		async (how) => {
			await publisher.publish(world.now, { text: harbour(2).replaceAll('Blue Agency', 'Green Agency') });
			const paths = new Map<string, number>();
			await keeps(
				how === 'reset' || how === 'half' ? 'unreachable' : 'wrong-size',
				shardFault((path) => {
					const nth = (paths.get(path) ?? 0) + 1;
					paths.set(path, nth);
					// The first shard comes, all others break.
					if ([...paths.keys()][0] === path) return undefined;
					const whole = publisher.files.get(path) as Uint8Array;
					if (how === 'empty') return { bytes: new Uint8Array() };
					return {
						body: (async function* () {
							if (how === 'half') yield whole.subarray(0, whole.length >> 1);
							throw new TypeError('connection reset');
						})(),
					};
				}),
			);
			const got = [...paths.keys()][0];
			world.asked.length = 0;
			await heals();
			expect(world.asked).not.toContain(got);
		},
	);

	it('brotli bomb → cancelled, < 16 MiB heap', async () => {
		await publisher.publish(world.now);
		let sent = 0;
		const piece = new Uint8Array(65_536);
		await keeps(
			'wrong-size',
			shardFault(() => ({
				body: (async function* () {
					for (; sent < 256 << 20; sent += piece.length) yield piece;
				})(),
			})),
		);
		expect(sent).toBeLessThan(16 << 20);
	});

	it.each([-1, 1])('size lies both ways → refused (%i)', async (by) => {
		await publisher.publish(world.now, {
			manifest(manifest) {
				for (const shard of manifest.shards as { size: number }[]) shard.size += by;
				// Shards that are here already would not be asked for.
			},
			text: harbour(2),
		});
		await keeps('wrong-size');
	});

	it('no headers / a byte per 10 s → stall abort: no headers', async () => {
		let rung = 0;
		await keeps('stalled', (_path, { signal }) => {
			rung++;
			queueMicrotask(() => setTimeout(() => world.pass(TIMES.headers + 1)));
			return new Promise((_, stop) => signal.addEventListener('abort', () => stop(signal.reason)));
		});
		expect(rung).toBe(4);
		await heals();
	});

	it('no headers / a byte per 10 s → stall abort: a byte per 10 s', async () => {
		let bytes = 0;
		await keeps('stalled', () => ({
			body: (async function* () {
				for (;;) {
					world.pass(10_000);
					bytes++;
					yield new Uint8Array(1);
				}
			})(),
		}));
		expect(bytes).toBeLessThan(24);
	});

	it('captive-portal HTML → `not-a-pack`', async () => {
		await keeps('not-a-pack', () => ({ bytes: HTML }));
		await heals();
	});

	it('304 without a copy → full fetch', async () => {
		await publisher.publish(world.now);
		const asked: (string | null)[] = [];
		world.fault = (path, { etag, nth }) => {
			if (path !== 'pack.json') return undefined;
			asked.push(etag);
			return nth < 4 ? { status: 304 } : undefined;
		};
		await world.sync();
		expect(asked.every((etag) => etag === null)).toBe(true);
		expect((await seen(world)).hash).toBe(publisher.published.at(-1));
	});

	it('redirects to http, loopback, other host, loops → refused, zero requests at the target', async () => {
		// `redirect: error` makes the browser reject; what it reaches is shown by the browser test of this name.
		await keeps('unreachable', () => Promise.reject(new TypeError('redirect mode is error')));
	});

	it.each([
		['99999999', 7 * DAY],
		['-5', TIMES.firstBackoff],
		[new Date(Date.parse('2026-11-22T12:00:00Z') + 5 * DAY).toUTCString(), 3.8 * DAY],
		['soon', TIMES.firstBackoff],
	])('`Retry-After` huge, negative, a date (%s)', async (header, wait) => {
		await keeps('too-often', () => ({ status: 429, headers: { 'retry-after': header } }));
		const { due } = await seen(world);
		expect(Math.abs(due - world.now - wait)).toBeLessThan(60_000);
	});

	it('an own ETag is asked with only when it is the hash of what we hold', async () => {
		const { sha256 } = await import('../../../lib/packs/index.ts');
		const etags: (string | null)[] = [];
		const tag = async () => `"${await sha256(publisher.files.get('pack.json') as Uint8Array)}"`;
		for (const etag of ['"reader-4711"', await tag(), await tag()]) {
			world.fault = (path, request) => {
				if (path !== 'pack.json') return undefined;
				etags.push(request.etag);
				return request.etag ? { status: 304 } : { headers: { etag } };
			};
			world.pass(1.2 * DAY);
			await world.sync();
		}
		world.pass(1.2 * DAY);
		await world.sync();
		const all = await world.store.subscriptions.get(publisher.packId);
		expect(etags.includes('"reader-4711"')).toBe(false);
		expect(all?.error).toBeNull();
	});

	it('a host that proves no openness is refused', async () => {
		await keeps('not-open', () => ({ type: 'basic', headers: { 'access-control-allow-origin': 'null' } }));
	});

	it('two windows + alarm + button → one run', async () => {
		await publisher.publish(world.now);
		const runs = await Promise.all([
			world.sync(),
			world.sync(),
			checkNow(world.ports, publisher.packId).catch((error) => error.code),
		]);
		expect(runs.filter((run) => Array.isArray(run))).toHaveLength(1);
		expect(runs[2]).toBe('busy');
		expect(world.asked.filter((path) => path === 'pack.json')).toHaveLength(1);
		await expect(checkNow(world.ports, publisher.packId)).rejects.toMatchObject({ code: 'too-soon' });
	});

	it('unsubscribed mid-run → nothing comes back', async () => {
		await publisher.publish(world.now);
		world.before = async (what) => {
			if (what !== 'store.putBytes done') return;
			world.before = null;
			await world.ports.store.unsubscribe(publisher.packId);
		};
		await world.sync();
		await world.sync();
		expect(await world.store.heads.count()).toBe(0);
		expect(await world.store.subscriptions.count()).toBe(0);
		expect(await world.store.bytes.count()).toBe(0);
		expect(await world.store.pages.count()).toBe(0);
	});

	it('60 days offline with 3 rotations → one flip', async () => {
		for (let i = 0; i < 3; i++) {
			await publisher.rotate();
			await publisher.publish(world.now + i * DAY, { text: harbour(50 + i) });
		}
		world.pass(60 * DAY);
		await publisher.publish(world.now);
		await world.sync();
		expect(await seen(world)).toMatchObject({ hash: publisher.published.at(-1), error: null });
		expect(world.asked.filter((path) => path === 'pack.json')).toHaveLength(1);
	});

	it('publisher deleted old shards → newest manifest', async () => {
		await publisher.publish(world.now);
		await keeps(
			'missing-shard',
			shardFault(() => ({ status: 404 })),
		);
		for (const path of publisher.files.keys()) if (path.startsWith('shards/')) publisher.files.delete(path);
		await publisher.publish(world.now, { text: harbour(7) });
		await heals();
	});

	it('a mirror serves when the host itself does not', async () => {
		const mirror = 'https://mirror.example/packs/';
		await publisher.publish(world.now, { mirrors: [mirror] });
		world.fault = (path) => {
			if (path.startsWith('shards/')) return { status: 500 };
			return path.startsWith(mirror)
				? { status: 200, bytes: publisher.files.get(path.slice(mirror.length)) }
				: undefined;
		};
		await world.sync();
		expect((await seen(world)).hash).toBe(publisher.published.at(-1));
	});
});

describe('patches', () => {
	it('are taken when smaller, and never needed', async () => {
		const many = (n: number) => manyClaims(60, n);
		await publisher.publish(world.now, { text: many(0) });
		await world.sync();
		world.pass(1.2 * DAY);
		await publisher.publish(world.now, { text: many(1), patches: true });
		world.asked.length = 0;
		await world.sync();
		expect(world.asked.map((path) => path.split('/')[0])).toEqual(['pack.json', 'patches']);
		expect((await seen(world)).hash).toBe(publisher.published.at(-1));

		world.pass(1.2 * DAY);
		await publisher.publish(world.now, { text: many(2), patches: true });
		world.fault = (path) => (path.startsWith('patches/') ? { bytes: HTML } : undefined);
		await world.sync();
		expect((await seen(world)).hash).toBe(publisher.published.at(-1));
	});
});

/** HARBOUR with more claims, of which the last says something else in every version. */
describe('first look', () => {
	const refused: [string, string][] = [
		['http://packs.example/', 'bad-url'],
		['https://user:secret@packs.example/', 'bad-url'],
		['https://intranet/', 'bad-url'],
		['https://localhost/', 'bad-url'],
		['https://printer.local/', 'bad-url'],
		['https://a.internal/', 'bad-url'],
		['https://b.home.arpa/', 'bad-url'],
		['https://c.onion/', 'bad-url'],
		['https://0x7f.1/', 'bad-url'],
		['https://2130706433/', 'bad-url'],
		['https://127.0.0.1./', 'bad-url'],
		['https://[::ffff:10.0.0.1]/', 'bad-url'],
		['https://[::1]/', 'bad-url'],
		['https://[fe80::1]/', 'bad-url'],
		['https://192.168.1.1/', 'bad-url'],
		['https://169.254.169.254/', 'bad-url'],
		['https://localhost./', 'bad-url'],
		['https://foo.LOCALHOST/', 'bad-url'],
		['javascript:alert(1)', 'bad-url'],
		['https://packs.example/?token=1', 'bad-url'],
		['', 'bad-url'],
	];
	it.each(refused)('%s is refused and not asked', async (typed, code) => {
		world.asked.length = 0;
		await expect(lookAt(world.ports, typed, null, new AbortController().signal)).rejects.toMatchObject({
			code,
		});
		expect(world.asked).toEqual([]);
	});

	it('packId changed / twice → refused, asked', async () => {
		await expect(lookAt(world.ports, BASE, null, new AbortController().signal)).rejects.toMatchObject({
			code: 'known',
		});
		const other = await createPublisher({ packId: 'f'.repeat(32) });
		await other.publish(world.now);
		await keeps('bad-signature', (path) => ({ bytes: other.files.get(path) }));
		const { envelope } = await signPack(
			await build(harbour(5).replace('5d0c7a91e3f24b68a1970c4be82f63d5', 'e'.repeat(32))),
			{ rootVersion: 1, seq: 9, issued: iso(world.now), expires: iso(world.now + DAY) },
			publisher.keys,
		);
		world.pass(DAY);
		await keeps('other-pack', (path) => (path === 'pack.json' ? { bytes: envelope } : undefined));
	});
});
