/** What packs weigh, by building them: bytes of shards and manifests, and where ten million names break the limits. */
import { hash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { json } from '../../../lib/author/build.ts';
import { buildPack } from '../../../lib/author/index.ts';
import { signPack } from '../../../lib/author/sign.ts';
import { LIMITS } from '../../../lib/packs/index.ts';
import { DEFAULT_PACK } from '../../../tools/pack/default.ts';
import { checkFolder } from '../../../tools/pack/folder.ts';
import { editsOf, largePack } from '../sync/large.ts';

export const ABOUT = {
	id: 'b'.repeat(32),
	slug: 'large',
	title: { en: 'Large', 'zh-Hans': '大' },
	license: 'CC0-1.0',
	langs: ['en' as const, 'zh-Hans' as const],
	glossary: [],
};
const NUMBERS = { rootVersion: 1, seq: 2, issued: '2026-11-22T12:00:00Z', expires: '2026-12-22T12:00:00Z' };
/** Aliases an entity of the sample has, as names in two scripts have. */
const ALIASES = 2;

/** As a CDN does it on the way. */
const squeezed = (bytes: Uint8Array): number =>
	brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

export interface Weights {
	/** Bytes of one record in its shard. */
	entity: number;
	claim: number;
	/** Bytes of a middling shard, and of it on the wire, compressed as well as the bundled pack is. */
	shard: number;
	shardWire: number;
	/** A patch for one story's edit, on the wire. */
	patchWire: number;
}

/** From a pack of 2,000 claims and 20,000 names, and the same with 1 % of its claims edited story by story. */
export async function weigh(): Promise<Weights> {
	const [claims, entities] = [2000, 20_000];
	const old = await buildPack({ pack: ABOUT, records: largePack(claims, entities) });
	const edited = largePack(claims, entities, editsOf(claims, 'stories'));
	const next = await buildPack({ pack: ABOUT, records: edited });
	const { patches } = await signPack(next, NUMBERS, [], old.shards);
	const of = (kind: string) =>
		[...old.shards.values()].filter((bytes) => new TextDecoder().decode(bytes).startsWith(`{"${kind}"`));
	const sum = (list: Uint8Array[]) => list.reduce((all, { length }) => all + length, 0);
	const all = [...old.shards.values()].filter(({ length }) => length > 32_768);
	const real = await realShards();
	const ratio = real.reduce((total, bytes) => total + squeezed(bytes), 0) / sum(real);
	const patchWire = [...patches.values()].reduce((total, bytes) => total + squeezed(bytes), 0);
	return {
		entity: sum(of('entities')) / entities,
		claim: sum(of('claims')) / claims,
		shard: sum(all) / all.length,
		shardWire: (ratio * sum(all)) / all.length,
		patchWire: patchWire / patches.size,
	};
}

/** Invented names compress better than facts do: these are the bundled pack's. */
async function realShards(): Promise<Uint8Array[]> {
	const { source } = await checkFolder(DEFAULT_PACK);
	return source ? [...(await buildPack(source)).shards.values()] : [];
}

/** Bytes of a signed pack.json that names so many shards, `patched` of them with a patch; plain, and on the wire. */
export async function manifestOf(shards: number, patched = 0): Promise<{ bytes: number; wire: number }> {
	const h = (n: string) => hash('sha256', n);
	const listed = Array.from({ length: shards }, (_, i) => ({
		h: h(`s${i}`),
		size: 98_304 + (i % 32_768),
		rows: 300 + (i % 100),
		...(i < patched && { patch: { prev: h(`p${i}`), h: h(`d${i}`), size: 700 + (i % 200) } }),
	}));
	const { id: packId, glossary: _, ...about } = ABOUT;
	const totals = { entities: 200_000, claims: 20_000, reports: 60_000 };
	const manifest = json({ format: 1, minClient: 1, packId, ...about, shards: listed, totals });
	const { envelope } = await signPack({ manifest, shards: new Map() }, NUMBERS, []);
	return { bytes: envelope.length, wire: squeezed(envelope) };
}

export interface Split {
	packs: number;
	/** Names in the fullest pack. */
	most: number;
	megabytes: number;
	shards: number;
	/** The first limit it breaks; '' for none. */
	breaks: string;
}

/** Packs by the first `bits` bits of SHA-256(entity id), for each of `bits`. */
export function splits(entities: number, bits: readonly number[], { entity, shard }: Weights): Split[] {
	const finest = Math.max(...bits);
	const counts = new Uint32Array(2 ** finest);
	for (let i = 0; i < entities; i++) {
		const at = hash('sha256', `e-${i}`, 'buffer').readUInt16BE(0) >> (16 - finest);
		counts[at] = (counts[at] as number) + 1;
	}
	return bits.map((wanted) => {
		const packs = new Float64Array(2 ** wanted);
		for (const [at, count] of counts.entries()) {
			const pack = at >> (finest - wanted);
			packs[pack] = (packs[pack] as number) + count;
		}
		const most = Math.max(...packs);
		const size = most * entity;
		const shards = Math.ceil(size / shard);
		const breaks = [
			most * ALIASES > LIMITS.aliases && 'aliases',
			shards > LIMITS.shards && 'shards',
			size > LIMITS.packRaised && 'size',
			size > LIMITS.pack && 'size, unless the reader raises it',
		].find(Boolean);
		return { packs: packs.length, most, megabytes: size / 1e6, shards, breaks: breaks || '' };
	});
}
