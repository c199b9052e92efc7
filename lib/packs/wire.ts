/**
 * A pack on the wire: one manifest that names its shards by SHA-256, and the shards, plain JSON.
 * Touches nothing; hashes by WebCrypto.
 */
import * as v from 'valibot';
import { Article, Claim, Entity, Event, Pack, PackId, Source, Term } from './records.ts';

export const FORMAT = 1;
/** Limits of SYNC: bytes of one manifest and one shard, rows of one shard, shards of one pack. */
export const LIMITS = { manifest: 384 << 10, shard: 1 << 20, rows: 1000, shards: 1024 } as const;

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Manifest = v.object({
	format: v.literal(FORMAT),
	minClient: Count,
	packId: PackId,
	...v.omit(Pack, ['id', 'glossary']).entries,
	shards: v.pipe(
		v.array(
			v.object({
				h: Hash,
				size: v.pipe(Count, v.maxValue(LIMITS.shard)),
				rows: v.pipe(Count, v.maxValue(LIMITS.rows)),
			}),
		),
		v.maxLength(LIMITS.shards),
	),
	totals: v.record(v.string(), Count),
});
export type Manifest = v.InferOutput<typeof Manifest>;

export const Shard = v.object({
	packId: PackId,
	sources: v.optional(v.array(Source), []),
	articles: v.optional(v.array(Article), []),
	entities: v.optional(v.array(Entity), []),
	terms: v.optional(v.array(Term), []),
	events: v.optional(v.array(Event), []),
	claims: v.optional(v.array(Claim), []),
});
export type Shard = v.InferOutput<typeof Shard>;

/** What can be wrong with a pack that arrives; texts for people hang on the code. */
export class PackError extends Error {
	readonly code: 'not-a-pack' | 'wrong-hash' | 'too-large' | 'newer-format' | 'missing-shard';
	constructor(code: PackError['code'], detail = '') {
		super(detail ? `${code}: ${detail}` : code);
		this.name = 'PackError';
		this.code = code;
	}
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hash first, then UTF-8, then JSON, then schema: nothing unverified is read. Throws PackError. */
export async function readManifest(bytes: Uint8Array, hash: string): Promise<Manifest> {
	return parse(Manifest, bytes, hash, LIMITS.manifest);
}

/** As `readManifest`, for one shard. Throws PackError. */
export async function readShard(bytes: Uint8Array, hash: string, packId: string): Promise<Shard> {
	const shard = await parse(Shard, bytes, hash, LIMITS.shard);
	if (shard.packId !== packId) throw new PackError('not-a-pack', 'a shard of another pack');
	return shard;
}

async function parse<T extends v.GenericSchema>(schema: T, bytes: Uint8Array, hash: string, limit: number) {
	if (bytes.length > limit) throw new PackError('too-large');
	if ((await sha256(bytes)) !== hash) throw new PackError('wrong-hash', hash);
	let data: unknown;
	try {
		data = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
	} catch {
		throw new PackError('not-a-pack', 'no JSON');
	}
	if (Number((data as { format?: unknown } | null)?.format) > FORMAT) throw new PackError('newer-format');
	const result = v.safeParse(schema, data);
	if (!result.success) throw new PackError('not-a-pack', v.getDotPath(result.issues[0]) ?? undefined);
	return result.output as v.InferOutput<T>;
}
