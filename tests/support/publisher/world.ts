/** The client's ports as tests want them: a clock that obeys, a host that lies, a store that fails, a process that dies. */
import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { openCorpus, packStore, Store } from '../../../lib/corpus/index.ts';
import { lookAt, type Ports, type Reply, subscribe, syncDue } from '../../../lib/packs/index.ts';
import { TIMES } from '../../../lib/packs/limits.ts';
import type { Publisher } from './publisher.ts';

export const BASE = 'https://packs.example/harbour/';
export const START = Date.parse('2026-11-22T12:00:00Z');
export { TIMES };

/** What the host does instead of serving its file; undefined: serves it. */
export type Fault = (
	path: string,
	request: { etag: string | null; signal: AbortSignal; nth: number },
) =>
	| (Partial<Omit<Reply, 'body' | 'header'>> & {
			bytes?: Uint8Array;
			headers?: Record<string, string>;
			body?: Reply['body'];
	  })
	| Promise<Reply>
	| undefined;

export interface World {
	ports: Ports;
	store: Store;
	publisher: Publisher;
	/** Paths asked for. */
	asked: string[];
	now: number;
	fault: Fault | null;
	/** Called before each port's call and each request to the database. */
	before: ((what: string) => void | Promise<void>) | null;
	room: number;
	/** Moves the clock and rings what is due. */
	pass(ms: number): void;
	sync(): ReturnType<typeof syncDue>;
	/** A new process on the same disk. */
	reborn(): Promise<World>;
	close(): void;
}

let names = 0;

class TestStore extends Store {
	readonly hook: () => World['before'];
	constructor(name: string, hook: () => World['before'], strict = false) {
		super(name, { strict });
		this.hook = hook;
		this.use({
			stack: 'dbcore',
			name: 'cruel',
			create: (down: DBCore) => ({
				...down,
				table: (table) => {
					const real = down.table(table);
					return {
						...real,
						mutate: (request) => {
							// Not awaited: a transaction of Dexie does not outlive foreign promises.
							void this.hook()?.(`write ${table}`);
							return real.mutate(request);
						},
					};
				},
			}),
		});
	}
	override strictly(): Store {
		return new TestStore(this.name, this.hook, true);
	}
}

export async function createWorld(
	publisher: Publisher,
	name = `world-${++names}`,
	now = START,
): Promise<World> {
	const timers = new Set<{ at: number; ring: () => void }>();
	const counts = new Map<string, number>();
	let held = false;
	const store: Store = new TestStore(name, () => world.before);
	await store.open();
	const kept = packStore(store, { estimate: async () => ({ quota: world.room, usage: 0 }) });

	const guarded = new Proxy(kept, {
		get(target, key: keyof typeof kept) {
			const method = target[key] as ((...args: unknown[]) => Promise<unknown>) | undefined;
			if (!method) return undefined;
			return async (...args: unknown[]) => {
				await world.before?.(`store.${key}`);
				const result = await method.apply(target, args);
				await world.before?.(`store.${key} done`);
				return result;
			};
		},
	});

	const world: World = {
		store,
		publisher,
		asked: [],
		now,
		fault: null,
		before: null,
		room: 1e12,
		pass(ms) {
			world.now += ms;
			for (const timer of [...timers].filter(({ at }) => at <= world.now)) timer.ring();
		},
		sync: () => syncDue(world.ports),
		reborn: () => createWorld(publisher, name, world.now),
		close: () => store.close(),
		ports: {
			store: guarded,
			async lock(work) {
				if (held) return null;
				held = true;
				try {
					return await work();
				} finally {
					held = false;
				}
			},
			clock: {
				now: () => world.now,
				random: () => 0.5,
				async sleep(ms, signal) {
					// Limits wait for the world to let time pass; a pause between tries passes by itself.
					if (ms === TIMES.headers || ms === TIMES.stall || ms === TIMES.run) {
						return new Promise((ring, stop) => {
							const timer = {
								at: world.now + ms,
								ring() {
									timers.delete(timer);
									ring();
								},
							};
							timers.add(timer);
							signal?.addEventListener('abort', () => {
								timers.delete(timer);
								stop(signal.reason);
							});
						});
					}
					await world.before?.('sleep');
					world.now += ms;
				},
			},
			async fetch(url, { etag, signal }) {
				await world.before?.('fetch');
				const path = url.startsWith(BASE) ? url.slice(BASE.length) : url;
				world.asked.push(path);
				const nth = (counts.get(path) ?? 0) + 1;
				counts.set(path, nth);
				const faulty = world.fault?.(path, { etag, signal, nth });
				if (faulty instanceof Promise) return faulty;
				const file = publisher.files.get(path);
				const bytes = faulty?.bytes ?? file;
				const headers: Record<string, string> = { 'access-control-allow-origin': '*', ...faulty?.headers };
				return {
					status: faulty?.status ?? (bytes ? 200 : 404),
					type: faulty?.type ?? 'cors',
					header: (one) => headers[one.toLowerCase()] ?? null,
					body: faulty?.body ?? inPieces(bytes ?? new Uint8Array(), () => world.before?.('piece')),
				};
			},
		},
	};
	return world;
}

async function* inPieces(bytes: Uint8Array, before: () => void | Promise<void>): AsyncGenerator<Uint8Array> {
	const size = Math.max(1, bytes.length >> 1);
	for (let at = 0; at < bytes.length; at += size) {
		await before();
		yield bytes.subarray(at, at + size);
	}
}

/** As a reader does: looks, agrees, and gets the first version. */
export async function subscribed(publisher: Publisher, pin: string | null = null): Promise<World> {
	const world = await createWorld(publisher);
	if (!publisher.files.has('pack.json')) await publisher.publish(world.now);
	await subscribe(world.ports, await lookAt(world.ports, BASE, pin, new AbortController().signal));
	await world.sync();
	world.asked.length = 0;
	return world;
}

/** What a reader can see, and whether everything behind it is whole. */
export async function seen(world: World) {
	const corpus = await openCorpus(world.store);
	const head = corpus.heads.get(world.publisher.packId);
	const claim = await corpus.claim(world.publisher.packId, 'ferry-daily');
	const subscription = await world.store.subscriptions.get(world.publisher.packId);
	return {
		hash: head?.hash ?? null,
		seq: head?.manifest.seq ?? null,
		text: claim?.record.text.en ?? null,
		error: subscription?.error?.code ?? null,
		failures: subscription?.failures ?? 0,
		due: subscription?.due ?? 0,
	};
}

/** Rows and bytes that no head names: what clean-up forgot. */
export async function orphans(world: World): Promise<string[]> {
	const { shardsOf } = await import('../../../lib/corpus/clean.ts');
	const named = shardsOf(await world.store.heads.toArray());
	const found: string[] = [];
	for (const h of await world.store.bytes.toCollection().primaryKeys())
		if (!named.has(h)) found.push(`bytes ${h}`);
	for (const h of await world.store.shards.toCollection().primaryKeys())
		if (!named.has(h)) found.push(`shard ${h}`);
	for (const { h, n } of await world.store.pages.toArray()) if (!named.has(h)) found.push(`page ${h} ${n}`);
	for (const { h } of await world.store.slips.toArray()) if (!named.has(h)) found.push(`slip ${h}`);
	const { revision } = await openCorpus(world.store);
	for (const row of await world.store.derived.toArray())
		if (row.revision !== revision) found.push(`derived ${row.key}`);
	return found;
}
