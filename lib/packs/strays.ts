/** Leaves out of a shard what may not be shown: links that are no https address, claims without a source. */
import { RECORDS } from './records.ts';

const LINKS = ['url', 'archive', 'homepage', 'superseded'];

/** `data` is plain JSON of a shard whose records are not yet held against their schema; changed in place. */
export function withoutStrays(data: unknown): unknown {
	const shard = data as Record<string, unknown>;
	for (const kind of Object.keys(RECORDS)) {
		if (!Object.hasOwn(shard, kind) || !Array.isArray(shard[kind])) continue;
		for (const record of shard[kind]) withoutStrayLinks(record);
	}
	if (Array.isArray(shard.claims)) {
		shard.claims = shard.claims.filter(
			(claim) => claim?.reports?.length !== 0 && claim?.reports !== undefined,
		);
	}
	return shard;
}

/** A record or a manifest; changed in place. */
export function withoutStrayLinks(record: unknown): unknown {
	if (record === null || typeof record !== 'object') return record;
	const fields = record as Record<string, unknown>;
	for (const key of LINKS) if (key in fields && !isSafe(fields[key])) delete fields[key];
	if (Array.isArray(fields.sameAs)) fields.sameAs = fields.sameAs.filter(isSafe);
	return record;
}

const isSafe = (link: unknown): boolean =>
	typeof link === 'string' &&
	link.length <= 2048 &&
	URL.canParse(link) &&
	new URL(link).protocol === 'https:';
