/**
 * A pack on the wire: one manifest that names its shards by SHA-256; shards are read in read-shard.ts. Plain JSON.
 * Touches nothing; hashes by WebCrypto.
 */
import * as v from 'valibot';
import { decode, mend } from './decode.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { loose } from './loose.ts';
import { Pack, PackId } from './records.ts';
import { withoutStrayLinks } from './strays.ts';

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

/** @param where what stands before the path of what is wrong */
export function parse(schema: v.GenericSchema, data: unknown, where = ''): unknown {
	const result = v.safeParse(schema, data);
	if (!result.success) {
		const issue = result.issues[0];
		throw new PackError(
			'not-a-pack',
			`${where}${v.getDotPath(issue) ?? ''} ${issue.message}`.trim().slice(0, 200),
		);
	}
	return result.output;
}
