/** Killed, out of room, damaged: whatever happens in the middle, the end is the same and nothing is left lying about. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCorpus } from '../../../lib/corpus/index.ts';
import { syncDue } from '../../../lib/packs/index.ts';
import { createPublisher, harbour, type Publisher } from '../../support/publisher/publisher.ts';
import { orphans, seen, subscribed, type World } from '../../support/publisher/world.ts';

const DAY = 86_400_000;
let publisher: Publisher;
beforeEach(async () => {
	publisher = await createPublisher();
});

const forever = () => new Promise<never>(() => undefined);

/** A reader with version 1, a host with version 2 that changes two shards of three. */
async function updateWaiting(): Promise<World> {
	const own = await createPublisher();
	publisher = own;
	const world = await subscribed(own);
	world.pass(1.2 * DAY);
	await own.publish(world.now, { text: harbour(2).replace('runs the port of Vale', 'runs Vale’s port') });
	return world;
}

/** Runs until the k-th call, where the process ends; true when it got that far. */
async function killedAt(world: World, k: number): Promise<boolean> {
	let calls = 0;
	let dead: () => void = () => undefined;
	const killed = new Promise<'killed'>((done) => {
		dead = () => done('killed');
	});
	world.before = (what) => {
		if (++calls < k) return undefined;
		dead();
		// In the middle of a transaction the browser undoes it.
		if (what.startsWith('write')) throw new Error('killed');
		return forever();
	};
	return (await Promise.race([world.sync().then(() => 'done'), killed])) === 'killed';
}

describe('worker killed at **every** await → same final head, no orphans', () => {
	it('kill sweep', async () => {
		let swept = 0;
		for (let k = 1; ; k++) {
			const world = await updateWaiting();
			const reached = await killedAt(world, k);
			await new Promise((resume) => setTimeout(resume));
			const next = await world.reborn();
			next.pass(2 * DAY);
			const old = await seen(next);
			expect([publisher.published[0], publisher.published[1]]).toContain(old.hash);
			expect(old.text).toBe(`A ferry will run every day (${old.hash === publisher.published[0] ? 1 : 2})`);
			await next.sync();
			expect(await seen(next)).toMatchObject({ hash: publisher.published[1], error: null, seq: 2 });
			next.pass(2 * DAY);
			await next.sync();
			expect(await orphans(next)).toEqual([]);
			world.close();
			next.close();
			if (!reached) break;
			swept++;
		}
		console.log(`kill sweep: ${swept} places, all reach the same head`);
		expect(swept).toBeGreaterThan(60);
	}, 120_000);
});

describe('quota at each write → keeps, never hangs', () => {
	it('every write', async () => {
		let writes = 0;
		for (let k = 1; ; k++) {
			const world = await updateWaiting();
			let count = 0;
			world.before = (what) => {
				if (what.startsWith('write') && !what.includes('subscriptions') && ++count === k) {
					throw new DOMException('full', 'QuotaExceededError');
				}
				return undefined;
			};
			await world.sync().catch(() => undefined);
			world.before = null;
			const now = await seen(world);
			const text = `A ferry will run every day (${now.hash === publisher.published[0] ? 1 : 2})`;
			expect(now.text).toBe(text);
			if (now.hash === publisher.published[0]) expect(now.error).toBe('no-room');
			world.pass(2 * DAY);
			await world.sync();
			expect(await seen(world)).toMatchObject({ hash: publisher.published[1], error: null });
			world.close();
			if (count < k) break;
			writes++;
		}
		expect(writes).toBeGreaterThan(8);
	}, 60_000);

	it('too little room is seen before anything is written', async () => {
		const world = await updateWaiting();
		world.room = 1000;
		await world.sync();
		expect(await seen(world)).toMatchObject({ hash: publisher.published[0], error: 'no-room' });
		expect(world.asked.filter((path) => path !== 'pack.json')).toEqual([]);
	});
});

describe('what is read while a run goes on', () => {
	it('stages a changed shard and reads the old one throughout, then the new one', async () => {
		const world = await updateWaiting();
		const read = new Set<string>();
		world.before = async () => {
			const hook = world.before;
			world.before = null;
			const { hash, text } = await seen(world);
			read.add(`${publisher.published.indexOf(hash ?? '')} ${text}`);
			world.before = hook;
		};
		const plain = world.before;
		// Reads within a transaction would join it: only between the calls of ports.
		world.before = (what) => (what.startsWith('write') ? undefined : plain(what));
		await world.sync();
		expect([...read]).toEqual(['0 A ferry will run every day (1)', '1 A ferry will run every day (2)']);
	});
});

describe('when another version is live', () => {
	it('tells look-ups of it before what they read until then is taken away', async () => {
		const world = await updateWaiting();
		const { revision } = await openCorpus(world.store);
		const kept = async () => Boolean(await world.store.derived.get(`${revision}/about`));
		let told = false;
		await syncDue(world.ports, {
			onLive: async () => {
				told = true;
				expect((await openCorpus(world.store)).revision).not.toBe(revision);
				expect(await kept()).toBe(true);
			},
		});
		expect(told).toBe(true);
		expect(await kept()).toBe(false);
	});
});

describe('ladder: shard hash wrong on read → refetch that one', () => {
	it('bytes that went bad on the disk', async () => {
		const world = await updateWaiting();
		let bad = '';
		world.before = async (what) => {
			if (what !== 'store.underived' || bad) return;
			const staged = (await world.store.heads.toArray())[0]?.staged;
			const live = (await world.store.heads.toArray())[0]?.live;
			bad =
				staged?.manifest.shards.find(({ h }) => !live?.manifest.shards.some((one) => one.h === h))?.h ?? '';
			await world.store.bytes.update(bad, { bytes: new Uint8Array(9) });
		};
		await world.sync();
		expect(world.asked.filter((path) => path.includes(bad))).toHaveLength(2);
		expect(await seen(world)).toMatchObject({ hash: publisher.published[1], error: null });
	});
});

describe('undo', () => {
	it('goes back for a day, forgets the corrections, and does not take the same version again', async () => {
		const world = await updateWaiting();
		await world.sync();
		expect(await world.store.corrections.count()).toBe(1);
		expect(await world.ports.store.undo(publisher.packId, world.now)).toBe(true);
		expect(await seen(world)).toMatchObject({ hash: publisher.published[0], seq: 1 });
		expect(await world.store.corrections.count()).toBe(0);
		world.pass(1.2 * DAY);
		await world.sync();
		expect(await seen(world)).toMatchObject({ hash: publisher.published[0], error: null });
		await publisher.publish(world.now);
		world.pass(1.2 * DAY);
		await world.sync();
		expect(await seen(world)).toMatchObject({ hash: publisher.published.at(-1) });
		world.pass(2 * DAY);
		expect(await world.ports.store.undo(publisher.packId, world.now)).toBe(false);
		await world.sync();
		expect(await orphans(world)).toEqual([]);
	});
});
