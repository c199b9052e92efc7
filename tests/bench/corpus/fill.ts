/** A corpus written into the real store by the code that installs packs: bytes, rows, index, flip. Only the network is left out. */
import { packStore, type Store } from '../../../lib/corpus/index.ts';
import { lock } from '../../../lib/packs/browser-ports.ts';
import type { Shard } from '../../../lib/packs/read-shard.ts';
import type { Manifest } from '../../../lib/packs/wire.ts';
import { castOf, type Plan, packIdOf, type Records, storyOf } from './generate.ts';

/** Records in one shard: near 128 KiB each. */
const A_SHARD = { entities: 140, events: 100, articles: 300, sources: 100, claims: 100 } as const;

export interface Made {
	h: string;
	bytes: Uint8Array<ArrayBuffer>;
	shard: Shard;
	rows: number;
}

/** What an earlier run has filled is left as it is. */
export async function fill(store: Store, plan: Plan, told: (how: string) => void = () => {}): Promise<void> {
	// What no head names yet is cleaned away otherwise.
	if ((await lock(() => filled(store, plan, told).then(() => true))) === null)
		throw new Error('a run is under way');
}

async function filled(store: Store, plan: Plan, told: (how: string) => void): Promise<void> {
	const kept = packStore(store);
	const live = new Set((await store.heads.toArray()).flatMap((head) => (head.live ? [head.pack] : [])));
	for (let pack = 0; pack < plan.packs; pack++) {
		const id = packIdOf(pack);
		if (live.has(id)) continue;
		const shards: Manifest['shards'] = [];
		const totals: Record<string, number> = {};
		for await (const { h, bytes, shard, rows } of shardsOf(id, pack, plan, totals)) {
			await kept.putBytes(h, id, bytes);
			await kept.putRows(h, shard);
			shards.push({ h, size: bytes.length, rows });
			told(`pack ${pack + 1} of ${plan.packs}: ${shards.length} shards`);
		}
		const manifest = {
			format: 1,
			minClient: 1,
			packId: id,
			slug: `pack-${pack}`,
			title: { en: `Pack ${pack}`, 'zh-Hans': `资料包${pack}` },
			license: 'CC0-1.0',
			langs: ['en', 'zh-Hans'],
			shards,
			totals,
			mirrors: [],
		} as unknown as Manifest;
		const body = { hash: id.repeat(2), manifest, origin: 'bundled' as const, since: Date.now() };
		if (!(await kept.stage(id, body, null)) || !(await kept.flip(id, Date.now())))
			throw new Error('not live');
		told(`pack ${pack + 1} of ${plan.packs}: live`);
	}
}

async function* shardsOf(
	id: string,
	pack: number,
	plan: Plan,
	totals: Record<string, number>,
): AsyncGenerator<Made> {
	const waiting: Records = { ...castOf(pack, plan), articles: [], events: [], claims: [] };
	const kinds = Object.keys(A_SHARD) as (keyof typeof A_SHARD)[];
	for (let story = 0; story <= plan.stories; story++) {
		const last = story === plan.stories;
		if (!last) {
			const next = storyOf(pack * plan.stories + story, plan);
			for (const kind of ['articles', 'events', 'claims'] as const)
				waiting[kind].push(...(next[kind] as never[]));
		}
		for (const kind of kinds) {
			const list = waiting[kind];
			while (list.length >= A_SHARD[kind] || (last && list.length > 0)) {
				const records = list.splice(0, A_SHARD[kind]);
				totals[kind] = (totals[kind] ?? 0) + records.length;
				yield made(id, kind, records);
			}
		}
	}
}

async function made(packId: string, kind: string, records: unknown[]): Promise<Made> {
	const none = { packId, sources: [], articles: [], entities: [], terms: [], events: [], claims: [] };
	const bytes = new TextEncoder().encode(JSON.stringify({ packId, [kind]: records }));
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const h = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return { h, bytes, shard: { ...none, [kind]: records } as unknown as Shard, rows: records.length };
}
