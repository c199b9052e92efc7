/** Leaves out of a shard what may not be shown: links that are no https address, claims without a source. */
const LINKS = ['url', 'archive', 'homepage', 'superseded'];

/** A claim that nobody reports; `record` is not yet held against its schema. */
export const isStray = (kind: string, record: unknown): boolean => {
	if (kind !== 'claims') return false;
	const { reports } = (record ?? {}) as { reports?: unknown };
	return reports === undefined || (Array.isArray(reports) && reports.length === 0);
};

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
