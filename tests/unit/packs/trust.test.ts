/** SYNC's table of attacks on trust: who may sign, which keys are keys, what may follow what. */
import { beforeEach, describe, expect, it } from 'vitest';
import { makeKey, signRoot } from '../../../lib/author/sign.ts';
import { fromBase64, toBase64 } from '../../../lib/packs/base64.ts';
import { isSoundKey } from '../../../lib/packs/ed25519.ts';
import { keyId, openEnvelope, sealed } from '../../../lib/packs/envelope.ts';
import { fingerprintOf, fromFingerprint } from '../../../lib/packs/fingerprint.ts';
import { lookAt, subscribe } from '../../../lib/packs/index.ts';
import { readFirstRoot } from '../../../lib/packs/roots.ts';
import { build, createPublisher, harbour, type Publisher } from '../../support/publisher/publisher.ts';
import {
	BASE,
	createWorld,
	type Fault,
	seen,
	subscribed,
	type World,
} from '../../support/publisher/world.ts';

const DAY = 86_400_000;
const never = new AbortController().signal;
let publisher: Publisher;
let world: World;
let before: Awaited<ReturnType<typeof seen>>;

async function begin(keys = 1): Promise<void> {
	publisher = await createPublisher({ keys });
	world = await subscribed(publisher);
	before = await seen(world);
	world.pass(1.2 * DAY);
}
beforeEach(() => begin());

async function keeps(code: string, fault: Fault | null = null): Promise<void> {
	world.fault = fault;
	await world.sync();
	expect(await seen(world)).toMatchObject({ hash: before.hash, text: before.text, error: code });
}

const bytes = (text: string) => new TextEncoder().encode(text);

/**
 * The eight points of small order, and second spellings of some: y = 0, ±1 and the two of order eight, either sign.
 * From RFC 7748's companion lists; each is held against the curve below by what a browser does with it.
 */
const P = 2n ** 255n - 19n;
const Y8 = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;
const little = (value: bigint) =>
	Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
const SIGN = 2n ** 255n;
const WEAK = [
	['order 1', little(1n)],
	['order 2', little(P - 1n)],
	['order 4', little(0n)],
	['order 4, other sign', little(SIGN)],
	['order 8', little(Y8)],
	['order 8, other sign', little(Y8 + SIGN)],
	['order 8, other y', little(P - Y8)],
	['order 8, other y and sign', little(P - Y8 + SIGN)],
	['order 1 spelled as p + 1', little(P + 1n)],
	['order 4 spelled as p', little(P)],
	['order 1 with a sign', little(1n + SIGN)],
	['order 2 with a sign', little(P - 1n + SIGN)],
	['all ones', new Uint8Array(32).fill(255)],
] as const;

describe('trust', () => {
	it('unsigned after signed → `downgrade`', async () => {
		const { manifest } = await build(harbour(2));
		await keeps('downgrade', () => ({ bytes: manifest }));
	});

	it.each([
		['new only', { by: 'new' as const }, 'bad-root'],
		['old only', { by: 'old' as const }, 'bad-root'],
		['N+2', { version: 3 }, 'missing-shard'],
	])('root N+1 signed by new only / old only / N+2 → refused (%s)', async (_what, lies, code) => {
		await publisher.rotate(lies);
		await publisher.publish(world.now);
		await keeps(code);
		expect((await world.store.subscriptions.get(publisher.packId))?.root.version).toBe(1);
	});

	it('a sound rotation is followed, and the old keys are worth nothing from then on', async () => {
		const old = publisher.keys;
		await publisher.rotate();
		await publisher.publish(world.now);
		await world.sync();
		expect(await seen(world)).toMatchObject({ hash: publisher.published.at(-1), error: null });
		before = await seen(world);
		world.pass(1.2 * DAY);
		await publisher.publish(world.now, { signers: old });
		await keeps('bad-signature');
		await publisher.publish(world.now, { signers: old, rootVersion: 1, seq: 99 });
		world.pass(DAY);
		await keeps('rollback');
	});

	it('doubled keyids for a threshold → refused', async () => {
		await begin(2);
		await publisher.publish(world.now, { signers: [publisher.keys[0] as never] });
		await keeps('bad-signature');
		const half = openEnvelope(publisher.files.get('pack.json') as Uint8Array, 'pack');
		const twice = sealed({ ...half, signatures: [...half.signatures, ...half.signatures] });
		world.pass(DAY);
		await keeps('bad-signature', (path) => (path === 'pack.json' ? { bytes: twice } : undefined));
	});

	it('one key under two ids for a threshold → refused', async () => {
		const key = await makeKey();
		const root = { packId: publisher.packId, version: 1, threshold: 2 };
		await expect(
			readFirstRoot(await signRoot(root, [key.publicKey, key.publicKey], [key])),
		).rejects.toMatchObject({
			code: 'bad-root',
		});
	});

	it.each(WEAK)(
		'eight small-order or non-canonical keys → refused at subscription (%s)',
		async (_what, raw) => {
			expect(isSoundKey(raw)).toBe(false);
			await expect(keyId(raw)).rejects.toMatchObject({ code: 'weak-key' });
			const key = await makeKey();
			const root = await signRoot(
				{ packId: publisher.packId, version: 1, threshold: 1 },
				[raw, key.publicKey],
				[key],
			);
			const fresh = await createWorld(publisher, undefined, world.now);
			fresh.fault = (path) => (path === 'roots/1.json' ? { bytes: root } : undefined);
			await expect(lookAt(fresh.ports, BASE, null, never)).rejects.toMatchObject({ code: 'weak-key' });
		},
	);

	it('takes every key that is one', async () => {
		for (let i = 0; i < 20; i++) expect(isSoundKey((await makeKey()).publicKey)).toBe(true);
	});

	it.each([
		['bad lengths', (sig: Uint8Array) => sig.subarray(1)],
		['S ≥ L', (sig: Uint8Array) => plusOrder(sig)],
		['a flipped bit', (sig: Uint8Array) => sig.map((byte, i) => (i === 3 ? byte ^ 1 : byte))],
	])('bad lengths, S ≥ L, wrong type → refused (%s)', async (_what, change) => {
		await publisher.publish(world.now);
		const envelope = JSON.parse(new TextDecoder().decode(publisher.files.get('pack.json')));
		const [signature] = envelope.signatures;
		signature.sig = toBase64(change(fromBase64(signature.sig) as Uint8Array));
		await keeps('bad-signature', () => ({ bytes: bytes(JSON.stringify(envelope)) }));
	});

	it('bad lengths, S ≥ L, wrong type → refused (wrong type)', async () => {
		const root = publisher.files.get('roots/1.json') as Uint8Array;
		await keeps('not-a-pack', () => ({ bytes: root }));
		const envelope = JSON.parse(new TextDecoder().decode(publisher.files.get('roots/1.json')));
		envelope.payloadType = 'application/vnd.sidelight.pack+json';
		world.pass(DAY);
		// The type is part of what was signed: renaming it breaks the signature.
		await keeps('not-a-pack', () => ({ bytes: bytes(JSON.stringify(envelope)) }));
	});

	it.each([
		[
			'5,000 shards',
			'not-a-pack',
			(m: Record<string, unknown>) => {
				m.shards = Array.from({ length: 5000 }, (_, i) => ({
					h: i.toString(16).padStart(64, '0'),
					size: 9,
					rows: 0,
				}));
			},
		],
		[
			'lying totals',
			'wrong-totals',
			(m: Record<string, unknown>) => {
				(m.totals as Record<string, number>).claims = 7;
			},
		],
		[
			'lying rows',
			'wrong-totals',
			(m: Record<string, unknown>) => {
				for (const shard of m.shards as { rows: number }[]) shard.rows += 1;
				(m.totals as Record<string, number>).claims = 4;
			},
		],
		[
			'more bytes than allowed',
			'too-large',
			(m: Record<string, unknown>) => {
				m.shards = Array.from({ length: 1000 }, (_, i) => ({
					h: i.toString(16).padStart(64, '0'),
					size: 1_000_000,
					rows: 0,
				}));
				m.totals = {};
			},
		],
	] as const)('5,000 shards, lying totals, 10,000 roots → refused (%s)', async (what, code, manifest) => {
		if (what === '5,000 shards') {
			await expect(publisher.publish(world.now, { manifest })).rejects.toThrow(/manifest has/);
			return;
		}
		await publisher.publish(world.now, { manifest });
		await keeps(code);
	});

	it('5,000 shards, lying totals, 10,000 roots → refused (10,000 roots)', async () => {
		publisher.version.root = 10_000;
		await publisher.publish(world.now);
		world.asked.length = 0;
		await keeps('bad-root');
		expect(world.asked).toEqual(['pack.json']);
	});

	it('a newer client is asked for → keeps', async () => {
		await publisher.publish(world.now, {
			manifest: (manifest) => Object.assign(manifest, { minClient: 99 }),
		});
		await keeps('newer-client');
		await publisher.publish(world.now, { manifest: (manifest) => Object.assign(manifest, { format: 2 }) });
		world.pass(DAY);
		await keeps('newer-format');
	});
});

describe('fingerprint', () => {
	it('is eight words and back, and pins the first look', async () => {
		const { root } = await readFirstRoot(publisher.files.get('roots/1.json') as Uint8Array).then((root) => ({
			root,
		}));
		const words = fingerprintOf(root.hash);
		expect(words).toHaveLength(8);
		expect(fromFingerprint(words.join('-'))).toBe(root.hash.slice(0, 22));
		expect(fromFingerprint('abandon ability')).toBeNull();
		expect(fromFingerprint(words.join(' ').replace(/^\w+/, 'xyzzy'))).toBeNull();

		const fresh = await createWorld(publisher, undefined, world.now);
		await expect(lookAt(fresh.ports, BASE, root.hash.slice(0, 22), never)).resolves.toMatchObject({
			base: BASE,
		});
		await expect(lookAt(fresh.ports, BASE, '0'.repeat(22), never)).rejects.toMatchObject({
			code: 'wrong-key',
		});
	});

	it('of an older root leads along the chain, and along no broken one', async () => {
		const { hash } = await readFirstRoot(publisher.files.get('roots/1.json') as Uint8Array);
		await publisher.rotate();
		await publisher.rotate();
		await publisher.publish(world.now);
		const fresh = await createWorld(publisher, undefined, world.now);
		const look = await lookAt(fresh.ports, BASE, hash.slice(0, 22), never);
		expect(look.root.root.version).toBe(3);
		await subscribe(fresh.ports, look);
		await publisher.rotate({ by: 'new' });
		await publisher.publish(world.now);
		const other = await createWorld(publisher, undefined, world.now);
		await expect(lookAt(other.ports, BASE, hash.slice(0, 22), never)).rejects.toMatchObject({
			code: 'bad-root',
		});
	});
});

/** The same signature with the group's order added to S: other bytes, same meaning, unless it is refused. */
function plusOrder(sig: Uint8Array): Uint8Array {
	const order = 2n ** 252n + 27742317777372353535851937790883648493n;
	let s = order;
	for (let i = 0; i < 32; i++) s += BigInt(sig[32 + i] as number) << BigInt(8 * i);
	return Uint8Array.from([...sig.subarray(0, 32), ...little(s)]);
}
