/** Takes out what no head names, a little at a time. Writes the store; can be ended anywhere. */
import { TIMES } from '../packs/index.ts';
import { cleanSearch } from './search/index.ts';
import { type HeadRow, ROWS_AT_ONCE, type Store } from './store.ts';

export async function cleanStore(
	store: Store,
	now: number,
	breathe?: () => Promise<void> | undefined,
): Promise<void> {
	await forgetPrevious(store, now);
	const heads = await store.heads.toArray();
	const named = shardsOf(heads);
	await cleanSearch(store, new Set(bodiesOf(heads).map(({ hash }) => hash)));
	for (const h of await store.shards.toCollection().primaryKeys()) {
		if (!named.has(h)) await removeRows(store, h, breathe);
	}
	const bytes = (await store.bytes.toCollection().primaryKeys()).filter((h) => !named.has(h));
	for (let at = 0; at < bytes.length; at += ROWS_AT_ONCE) {
		await store.bytes.bulkDelete(bytes.slice(at, at + ROWS_AT_ONCE));
	}
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

async function removeRows(store: Store, h: string, breathe?: () => Promise<void> | undefined): Promise<void> {
	// From here on its rows count as not here, whenever this ends.
	await store.shards.update(h, { rows: -1 });
	for (const table of [
		store.sources,
		store.articles,
		store.entities,
		store.terms,
		store.events,
		store.claims,
		store.reports,
	]) {
		for (;;) {
			await breathe?.();
			const keys = await table
				.where('[shard+id]')
				.between([h, ''], [h, '\uffff'])
				.limit(ROWS_AT_ONCE)
				.primaryKeys();
			if (keys.length === 0) break;
			await table.bulkDelete(keys);
		}
	}
	await store.parts.delete(h);
	await store.shards.delete(h);
}
