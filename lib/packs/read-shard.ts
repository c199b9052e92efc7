/** A shard on the wire, plain JSON, and reading it in slices, since one may hold a thousand records. Touches nothing. */
import type * as v from 'valibot';
import { type Breathe, inSlices } from '../names/index.ts';
import { decode, mend } from './decode.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { loose } from './loose.ts';
import { Article, Claim, Entity, Event, RECORDS, type RecordKind, Source, Term } from './records.ts';
import { isStray, withoutStrayLinks } from './strays.ts';
import { parse, sha256 } from './wire.ts';

const SCHEMAS = {
	sources: loose(Source),
	articles: loose(Article),
	entities: loose(Entity),
	terms: loose(Term),
	events: loose(Event),
	claims: loose(Claim),
} satisfies Record<RecordKind, v.GenericSchema>;

export type Shard = { packId: string } & { [K in RecordKind]: v.InferOutput<(typeof SCHEMAS)[K]>[] };

/**
 * As `readManifest`, for one shard. Throws PackError.
 * @param rows the records its manifest promises
 * @param breathe awaited between slices
 */
export async function readShard(
	bytes: Uint8Array,
	hash: string,
	packId: string,
	rows: number | null = null,
	breathe?: Breathe,
): Promise<Shard> {
	if (bytes.length > LIMITS.shard) throw new PackError('too-large');
	if ((await sha256(bytes)) !== hash) throw new PackError('wrong-hash', hash);
	return inSlices(reading(bytes, packId, rows), undefined, breathe);
}

function* reading(bytes: Uint8Array, packId: string, rows: number | null): Generator<void, Shard> {
	const data = decode(bytes) as Record<string, unknown> | null;
	yield;
	if (data === null || data.packId !== packId) throw new PackError('not-a-pack', 'a shard of another pack');
	const lists = Object.keys(RECORDS).map(
		(kind) => [kind, Object.hasOwn(data, kind) ? data[kind] : []] as const,
	);
	const count = lists.reduce((sum, [, list]) => sum + (Array.isArray(list) ? list.length : 0), 0);
	if (rows !== null && count !== rows) throw new PackError('wrong-totals', `${count} rows, not ${rows}`);
	const shard: Record<string, unknown> = { packId };
	for (const [kind, list] of lists) {
		if (!Array.isArray(list)) throw new PackError('not-a-pack', `${kind} is no list`);
		const read: unknown[] = [];
		for (const [i, record] of list.entries()) {
			const mended = withoutStrayLinks(mend(record));
			if (!isStray(kind, mended)) read.push(parse(SCHEMAS[kind as RecordKind], mended, `${kind}.${i}.`));
			yield;
		}
		shard[kind] = read;
	}
	return shard as Shard;
}
