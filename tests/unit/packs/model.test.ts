/** Random lives of a publisher and a reader against a model of fifty lines: what may never happen, whatever happens. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPublisher, type Publisher } from '../../support/publisher/publisher.ts';
import { orphans, seen, subscribed, type World } from '../../support/publisher/world.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const HOUR = 3_600_000;

interface Model {
	/** Highest (root, seq) the reader has had live. */
	root: number;
	seq: number;
}

type Step =
	| { do: 'publish' | 'rotate' | 'sync' | 'undo' | 'quota' }
	| { do: 'kill'; at: number }
	| { do: 'lie'; how: 'old' | 'torn' | 'down' | 'html' }
	| { do: 'clock'; hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ do: fc.constantFrom('publish' as const, 'sync' as const) }) },
	fc.record({ do: fc.constantFrom('rotate' as const, 'undo' as const, 'quota' as const) }),
	fc.record({ do: fc.constant('kill' as const), at: fc.integer({ min: 1, max: 60 }) }),
	fc.record({
		do: fc.constant('lie' as const),
		how: fc.constantFrom('old' as const, 'torn' as const, 'down' as const, 'html' as const),
	}),
	fc.record({ do: fc.constant('clock' as const), hours: fc.integer({ min: 1, max: 60 }) }),
);

async function live(world: World, publisher: Publisher, model: Model, undone: boolean): Promise<void> {
	const { hash, text } = await seen(world);
	// The live head is one that was published, whole, and not older than before within a root.
	expect(publisher.published).toContain(hash);
	expect(text).toMatch(/^A ferry will run every day \(\d+\)$/);
	const head = await world.store.heads.get(publisher.packId);
	const { rootVersion = 0, seq = 0 } = head?.live?.manifest ?? {};
	if (!undone) {
		expect(rootVersion).toBeGreaterThanOrEqual(model.root);
		if (rootVersion === model.root) expect(seq).toBeGreaterThanOrEqual(model.seq);
	}
	model.root = rootVersion;
	model.seq = seq;
}

async function life(steps: Step[]): Promise<void> {
	const publisher = await createPublisher();
	let world = await subscribed(publisher);
	const model: Model = { root: 1, seq: 1 };
	const older = new Map(publisher.files);
	for (const one of steps) {
		world.before = null;
		world.fault = null;
		if (one.do === 'publish') await publisher.publish(world.now);
		if (one.do === 'rotate') {
			await publisher.rotate();
			await publisher.publish(world.now);
		}
		if (one.do === 'clock') world.pass(one.hours * HOUR);
		if (one.do === 'undo') await world.ports.store.undo(publisher.packId, world.now);
		if (one.do === 'lie') {
			world.fault = (path) => {
				const bytes = publisher.files.get(path);
				if (one.how === 'down') return { status: 503 };
				if (one.how === 'html') return { bytes: new TextEncoder().encode('<html>') };
				if (one.how === 'torn')
					return bytes && path !== 'pack.json' ? { bytes: bytes.slice(0, 50) } : undefined;
				return older.has(path) ? { bytes: older.get(path) } : undefined;
			};
		}
		if (one.do === 'quota') {
			world.before = (what) => {
				if (/^write (bytes|pages|slips|heads|derived)/.test(what))
					throw new DOMException('full', 'QuotaExceededError');
				return undefined;
			};
		}
		if (one.do === 'kill') {
			let calls = 0;
			let die: () => void = () => undefined;
			const dead = new Promise<void>((done) => {
				die = done;
			});
			world.before = (what) => {
				if (++calls < one.at) return undefined;
				die();
				if (what.startsWith('write')) throw new Error('killed');
				return new Promise<never>(() => undefined);
			};
			world.pass(30 * HOUR);
			await Promise.race([world.sync(), dead]);
			await new Promise((resume) => setTimeout(resume));
			const old = world;
			world = await world.reborn();
			old.close();
		} else if (one.do !== 'publish' && one.do !== 'rotate') {
			world.pass(30 * HOUR);
			await world.sync().catch(() => undefined);
		}
		world.before = null;
		await live(world, publisher, model, one.do === 'undo');
	}
	// When all is well again the reader gets the newest, and nothing is left lying about.
	world.fault = null;
	world.pass(30 * HOUR);
	await publisher.publish(world.now);
	await world.sync();
	expect((await seen(world)).hash).toBe(publisher.published.at(-1));
	world.pass(30 * HOUR);
	await world.sync();
	expect(await orphans(world)).toEqual([]);
	world.close();
}

it('live head ∈ published set, seq never falls within a root, no unverified byte readable', async () => {
	await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), life), {
		numRuns: Number(process.env.MODEL_RUNS ?? 40),
		seed: 20261122,
	});
}, 180_000);

it('a soak of 500 updates: store and heap stay flat', async () => {
	const publisher = await createPublisher();
	const world = await subscribed(publisher);
	const size = async () => {
		const tables = ['bytes', 'shards', 'pages', 'slips', 'derived', 'corrections', 'heads'];
		return Promise.all(tables.map((table) => world.store.table(table).count()));
	};
	const measure = async () => {
		collect();
		return { rows: await size(), heap: process.memoryUsage().heapUsed };
	};
	let early: Awaited<ReturnType<typeof measure>> | null = null;
	for (let i = 0; i < 500; i++) {
		world.pass(30 * HOUR);
		await publisher.publish(world.now);
		// A host keeps old shards for a month.
		if (publisher.files.size > 200)
			for (const path of [...publisher.files.keys()].slice(1, 50))
				if (path.startsWith('shards/')) publisher.files.delete(path);
		await world.sync();
		world.asked.length = 0;
		if (i === 50) early = await measure();
	}
	expect((await seen(world)).hash).toBe(publisher.published.at(-1));
	const late = await measure();
	expect(late.rows).toEqual(early?.rows);
	const grown = (late.heap - (early?.heap ?? 0)) / 2 ** 20;
	console.log(
		`soak: 500 updates, rows ${late.rows.join('/')}, heap ${grown.toFixed(1)} MiB more than after 50`,
	);
	expect(grown).toBeLessThan(12);
}, 180_000);
