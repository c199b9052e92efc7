/** What look-ups need, made from the live rows: names index, terms index, public ids by ordinal. */
import type { Table } from 'dexie';
import { build, type Name } from '../names/index.ts';
import { formsOf, LIMITS, namesOf, PackError } from '../packs/index.ts';
import { quickHash } from './quick-hash.ts';
import { type DerivedRow, type HeadRow, publicId, type Store } from './store.ts';
import { deriveTimeline } from './timeline.ts';

/** Ids in one derived row: a hit reads one row, not the list of all entities. */
export const IDS_A_ROW = 1024;
const PAGE = 200;

export const liveShards = (heads: readonly HeadRow[]): string[] =>
	heads.flatMap((head) => head.live?.manifest.shards.map(({ h }) => h) ?? []).sort();

/** The same for the same live shards, in any order of installing. */
export const revisionOf = (shards: readonly string[]): string => quickHash(shards.join(' '));

export async function deriveIndexes(
	store: Store,
	heads: readonly HeadRow[],
	signal?: AbortSignal,
): Promise<DerivedRow[]> {
	const shards = liveShards(heads);
	const revision = revisionOf(shards);
	const ids: string[] = [];
	const names: Name[] = [];
	const aliases = new Map<string, number>();
	for await (const { pack, id, record } of each(store.entities, shards)) {
		const count = (aliases.get(pack) ?? 0) + record.aliases.length + record.lookalikes.length;
		if (count > LIMITS.aliases) throw new PackError('too-large', `${count} aliases`);
		aliases.set(pack, count);
		names.push(...namesOf(record, ids.push(publicId(pack, id)) - 1));
	}
	const termIds: string[] = [];
	const forms: Name[] = [];
	for await (const { pack, id, record } of each(store.terms, shards)) {
		forms.push(...formsOf(record, termIds.push(publicId(pack, id)) - 1));
	}

	const rows: DerivedRow[] = [
		{ key: 'names', revision, bytes: new Blob([(await build(names, signal)) as Uint8Array<ArrayBuffer>]) },
		{ key: 'terms', revision, bytes: new Blob([(await build(forms, signal)) as Uint8Array<ArrayBuffer>]) },
	];
	for (const [name, list] of [
		['ids', ids],
		['termIds', termIds],
	] as const) {
		for (let at = 0; at * IDS_A_ROW < list.length; at++) {
			rows.push({ key: `${name}/${at}`, revision, ids: list.slice(at * IDS_A_ROW, (at + 1) * IDS_A_ROW) });
		}
	}
	return [...rows, ...(await deriveTimeline(store, shards, revision))];
}

/** The rows of some shards, a page at a time. */
export async function* each<T extends { id: string }>(
	table: Table<T, [string, string]>,
	shards: readonly string[],
): AsyncGenerator<T> {
	for (const shard of shards) {
		for (let from = ''; ; ) {
			const rows = await table
				.where('[shard+id]')
				.between([shard, from], [shard, '\uffff'], from === '', true)
				.limit(PAGE)
				.toArray();
			yield* rows;
			const last = rows.at(-1);
			if (!last || rows.length < PAGE) break;
			from = last.id;
		}
	}
}
