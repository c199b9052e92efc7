/**
 * A pack on the wire: one manifest that names its shards by SHA-256, and the shards, plain JSON.
 * Touches nothing; hashes by WebCrypto.
 */
import * as v from 'valibot';
import { decode, mend } from './decode.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { loose } from './loose.ts';
import { Article, Claim, Entity, Event, Pack, PackId, RECORDS, Source, Term } from './records.ts';
import { withoutStrayLinks, withoutStrays } from './strays.ts';

export const FORMAT = 1;
/** What this client can read; a manifest may ask for a later one. */
const CLIENT = 1;

export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Instant = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
	v.check((text) => !Number.isNaN(Date.parse(text))),
);
const Size = v.pipe(Count, v.maxValue(LIMITS.shard));
const Address = v.pipe(v.string(), v.maxLength(2048));

const ShardEntry = v.object({
	h: Hash,
	size: Size,
	rows: v.pipe(Count, v.maxValue(LIMITS.rows)),
	/** How to make this shard out of one that readers of the version before hold. */
	patch: v.optional(v.object({ prev: Hash, h: Hash, size: Size })),
});
export type ShardEntry = v.InferOutput<typeof ShardEntry>;

export const Manifest = v.object({
	format: v.literal(FORMAT),
	minClient: Count,
	packId: PackId,
	...(loose(v.omit(Pack, ['id', 'glossary'])) as unknown as Omit<typeof Pack, never>).entries,
	shards: v.pipe(
		v.array(ShardEntry),
		v.maxLength(LIMITS.shards),
		v.check((shards) => new Set(shards.map(({ h }) => h)).size === shards.length, 'a shard twice'),
	),
	totals: v.record(v.string(), Count),
	/** The rest is there in signed manifests only. */
	rootVersion: v.optional(v.pipe(Count, v.minValue(1))),
	seq: v.optional(Count),
	issued: v.optional(Instant),
	expires: v.optional(Instant),
	/** Other folders with the same shards and patches. */
	mirrors: v.optional(v.pipe(v.array(Address), v.maxLength(LIMITS.mirrors)), []),
	/** Hours between checks that the publisher thinks right. */
	check: v.optional(Count),
	/** Where the pack lives on: said to the reader, never followed. */
	superseded: v.optional(Address),
	/** Why the publisher withdrew the pack: said to the reader, nothing is deleted. */
	revoked: v.optional(v.pipe(v.string(), v.maxLength(1024))),
});
export type Manifest = Omit<v.InferOutput<typeof Manifest>, 'id' | 'glossary'>;

export type SignedManifest = Manifest &
	Required<Pick<Manifest, 'rootVersion' | 'seq' | 'issued' | 'expires'>>;

export const Shard = v.object({
	packId: PackId,
	sources: v.optional(v.array(loose(Source)), []),
	articles: v.optional(v.array(loose(Article)), []),
	entities: v.optional(v.array(loose(Entity)), []),
	terms: v.optional(v.array(loose(Term)), []),
	events: v.optional(v.array(loose(Event)), []),
	claims: v.optional(v.array(loose(Claim)), []),
});
export type Shard = v.InferOutput<typeof Shard>;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
	return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

export const hex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hash first, then UTF-8, then JSON, then schema: nothing unverified is read. Throws PackError. */
export async function readManifest(bytes: Uint8Array, hash: string): Promise<Manifest> {
	if (bytes.length > LIMITS.manifest) throw new PackError('too-large');
	if ((await sha256(bytes)) !== hash) throw new PackError('wrong-hash', hash);
	return parseManifest(bytes);
}

/** Of bytes whose hash or signature was proved. Throws PackError. */
export function parseManifest(bytes: Uint8Array): Manifest {
	const data = decode(bytes) as { format?: unknown; minClient?: unknown } | null;
	if (Number(data?.format) > FORMAT) throw new PackError('newer-format');
	if (Number(data?.minClient) > CLIENT) throw new PackError('newer-client');
	const manifest = parse(Manifest, withoutStrayLinks(mend(data))) as Manifest;
	const rows = manifest.shards.reduce((sum, shard) => sum + shard.rows, 0);
	if (rows !== rowsOf(manifest.totals)) throw new PackError('wrong-totals', `${rows} rows`);
	return manifest;
}

/** Records by the totals of a manifest; a report is part of its claim. */
const rowsOf = (totals: Record<string, number>): number =>
	Object.entries(totals).reduce((sum, [kind, count]) => sum + (kind === 'reports' ? 0 : count), 0);

/** As `readManifest`, for one shard; `rows`: the records its manifest promises. Throws PackError. */
export async function readShard(
	bytes: Uint8Array,
	hash: string,
	packId: string,
	rows: number | null = null,
): Promise<Shard> {
	if (bytes.length > LIMITS.shard) throw new PackError('too-large');
	if ((await sha256(bytes)) !== hash) throw new PackError('wrong-hash', hash);
	const data = mend(decode(bytes));
	if ((data as { packId?: unknown } | null)?.packId !== packId) {
		throw new PackError('not-a-pack', 'a shard of another pack');
	}
	const count = Object.keys(RECORDS).reduce((sum, kind) => sum + lengthOf(data, kind), 0);
	if (rows !== null && count !== rows) throw new PackError('wrong-totals', `${count} rows, not ${rows}`);
	return parse(Shard, withoutStrays(data)) as Shard;
}

function lengthOf(data: unknown, kind: string): number {
	const list = (data as Record<string, unknown>)[kind];
	return Array.isArray(list) ? list.length : 0;
}

function parse(schema: v.GenericSchema, data: unknown): unknown {
	const result = v.safeParse(schema, data);
	if (!result.success) {
		const issue = result.issues[0];
		throw new PackError('not-a-pack', `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim().slice(0, 200));
	}
	return result.output;
}
