/**
 * From a checked source to the bytes a web host serves: one manifest and shards named by their hash.
 * Reads no clock and no random source: the same records give the same bytes.
 */
import { FORMAT, LIMITS, type Manifest, RECORDS, type RecordKind, sha256 } from '../packs/index.ts';
import type { PackSource, Records } from './source.ts';

/** A shard is cut in two until it is smaller than this; 64–256 KiB travel and verify well. */
const SHARD_BYTES = 128 << 10;

export interface BuiltPack {
	manifest: Uint8Array;
	/** SHA-256 of the manifest. */
	hash: string;
	/** Bytes by hash. */
	shards: Map<string, Uint8Array>;
	totals: Record<string, number>;
}

interface Row {
	kind: RecordKind;
	/** What decides the shard: a claim lies with its event, so that one story's edit touches one shard. */
	home: string;
	record: { id: string };
}

export async function buildPack({ pack, records }: Pick<PackSource, 'pack' | 'records'>): Promise<BuiltPack> {
	const { id: packId, glossary: _, ...about } = pack;
	const shards = new Map<string, Uint8Array>();
	const listed: Manifest['shards'] = [];
	for (const rows of [
		rowsOf(records, ['sources', 'articles', 'events', 'terms']),
		rowsOf(records, ['entities']),
		rowsOf(records, ['claims']),
	]) {
		for (const part of split(packId, await withHashes(rows))) {
			const bytes = encode(packId, part);
			const h = await sha256(bytes);
			shards.set(h, bytes);
			listed.push({ h, size: bytes.length, rows: part.length });
		}
	}
	listed.sort((a, b) => (a.h < b.h ? -1 : 1));
	const totals = Object.fromEntries(Object.entries(records).map(([kind, list]) => [kind, list.length]));
	totals.reports = records.claims.reduce((sum, claim) => sum + claim.reports.length, 0);
	const manifest = json({ format: FORMAT, minClient: 1, packId, ...about, shards: listed, totals });
	return { manifest, hash: await sha256(manifest), shards, totals };
}

function rowsOf(records: Records, kinds: RecordKind[]): Row[] {
	return kinds.flatMap((kind) =>
		records[kind].map((record) => ({ kind, home: 'event' in record ? record.event : record.id, record })),
	);
}

/** Rows with the SHA-256 of their home, sorted by it and then by id. */
async function withHashes(rows: Row[]) {
	const hashes = new Map<string, string>();
	for (const { home } of rows) {
		if (!hashes.has(home)) hashes.set(home, await sha256(new TextEncoder().encode(home)));
	}
	return rows
		.map((row) => ({ ...row, hash: hashes.get(row.home) as string }))
		.sort((a, b) => compare(a.hash, b.hash) || compare(a.kind, b.kind) || compare(a.record.id, b.record.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type HashedRow = Row & { hash: string };

/** By the bits of the hash, from the first on, until each part is small enough. */
function split(packId: string, rows: HashedRow[], bit = 0): HashedRow[][] {
	if (rows.length === 0) return [];
	const small = rows.length <= LIMITS.rows && encode(packId, rows).length <= SHARD_BYTES;
	const alike = rows.every((row) => row.hash === rows[0]?.hash);
	if (small || alike) return [rows];
	const side = (row: HashedRow) => (Number.parseInt(row.hash[bit >> 2] ?? '0', 16) >> (3 - (bit & 3))) & 1;
	return [0, 1].flatMap((want) =>
		split(
			packId,
			rows.filter((row) => side(row) === want),
			bit + 1,
		),
	);
}

function encode(packId: string, rows: HashedRow[]): Uint8Array {
	const shard: Record<string, unknown> = { packId };
	for (const kind of Object.keys(RECORDS)) {
		const list = rows.filter((row) => row.kind === kind).map((row) => row.record);
		if (list.length > 0) shard[kind] = list;
	}
	return json(shard);
}

/** Keys in the order of the alphabet, so that equal records give equal bytes. */
export function json(value: unknown): Uint8Array<ArrayBuffer> {
	const text = JSON.stringify(value, (_key, inner) =>
		inner && typeof inner === 'object' && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compare(a, b)))
			: inner,
	);
	return new TextEncoder().encode(`${text}\n`);
}
