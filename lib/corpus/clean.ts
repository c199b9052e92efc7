/** Takes out what no head names, a little at a time. Writes the store; can be ended anywhere. */
import type { Breathe } from '../names/index.ts';
import { TIMES } from '../packs/index.ts';
import { revisionOfHeads } from './revision.ts';
import { cleanSearch } from './search/index.ts';
import { type HeadRow, ROWS_AT_ONCE, type Store } from './store.ts';

export async function cleanStore(store: Store, now: number, breathe?: Breathe): Promise<void> {
	await forgetPrevious(store, now);
	const heads = await store.heads.toArray();
	const named = shardsOf(heads);
	await cleanSearch(store, new Set(bodiesOf(heads).map(({ hash }) => hash)), breathe);
	for (const h of await store.shards.toCollection().primaryKeys()) {
		if (!named.has(h)) await removeRows(store, h, breathe);
	}
	const bytes = (await store.bytes.toCollection().primaryKeys()).filter((h) => !named.has(h));
	for (let at = 0; at < bytes.length; at += ROWS_AT_ONCE) {
		await breathe?.();
		await store.bytes.bulkDelete(bytes.slice(at, at + ROWS_AT_ONCE));
	}
	if (await store.derived.get(`${revisionOfHeads(heads)}/about`)) await removeDerived(store, heads, breathe);
}

/** Hashes of every shard that is live, staged or may be gone back to. */
export function shardsOf(heads: readonly HeadRow[]): Set<string> {
	return new Set(bodiesOf(heads).flatMap(({ manifest }) => manifest.shards.map(({ h }) => h)));
}

const bodiesOf = (heads: readonly HeadRow[]) =>
	heads.flatMap(({ live, staged, previous }) => [live, staged, previous]).filter((body) => body != null);

async function forgetPrevious(store: Store, now: number): Promise<void> {
	for (const { pack } of await store.heads.filter((head) => isOver(head, now)).toArray()) {
		await store.transaction('rw', store.heads, async () => {
			const head = await store.heads.get(pack);
			if (head && isOver(head, now)) await store.heads.put({ ...head, previous: null });
		});
	}
}

/** A clock that was set back far does not keep it for ever. */
const isOver = ({ previous }: HeadRow, now: number): boolean =>
	Boolean(previous && (previous.until <= now || previous.until > now + 2 * TIMES.undo));

async function removeRows(store: Store, h: string, breathe?: Breathe): Promise<void> {
	// From here on its pages count as not here, whenever this ends.
	await store.shards.update(h, { rows: -1 });
	for (let n = 0; ; ) {
		await breathe?.();
		const keys = await store.pages
			.where('[h+n]')
			.between([h, n], [h, Number.POSITIVE_INFINITY])
			.limit(ROWS_AT_ONCE)
			.primaryKeys();
		if (keys.length === 0) break;
		await store.pages.bulkDelete(keys);
		n = (keys.at(-1)?.[1] ?? 0) + 1;
	}
	await store.slips.delete(h);
	await store.parts.delete(h);
	await store.shards.delete(h);
}

/** What was derived for other live shards than today's. */
async function removeDerived(store: Store, heads: readonly HeadRow[], breathe?: Breathe): Promise<void> {
	const revision = revisionOfHeads(heads);
	const keys = (await store.derived.toCollection().primaryKeys()).filter(
		(key) => !key.startsWith(`${revision}/`),
	);
	// Those that say the rest is whole go first.
	keys.sort((a, b) => Number(b.endsWith('/about')) - Number(a.endsWith('/about')));
	for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
		await breathe?.();
		await store.derived.bulkDelete(keys.slice(at, at + ROWS_AT_ONCE));
	}
}
