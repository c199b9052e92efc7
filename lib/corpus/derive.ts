/** What look-ups need, made from the live rows: names index, terms index, public ids by ordinal, directory. */
import { type Breathe, Builder } from '../names/index.ts';
import { formsOf, LIMITS, namesOf, PackError, type Texts } from '../packs/index.ts';
import { directoryOf, hasDirectory } from './directory.ts';
import { latestRow, placeOf } from './latest.ts';
import { liveShards, revisionOfHeads } from './revision.ts';
import { joined, type Linked } from './same.ts';
import { eachRow } from './shelf.ts';
import { sourceRows } from './sources.ts';
import { type DerivedRow, type HeadRow, publicId, type Store } from './store.ts';
import { deriveTimeline } from './timeline.ts';

/** Ids in one derived row: a hit reads one row, not the list of all entities. */
export const IDS_A_ROW = 1024;
/** Derived rows of one write. */
const AT_ONCE = 4;

async function deriveIndexes(
	store: Store,
	heads: readonly HeadRow[],
	signal?: AbortSignal,
	breathe?: Breathe,
): Promise<DerivedRow[]> {
	const shards = liveShards(heads);
	const revision = revisionOfHeads(heads);
	const timeline = await deriveTimeline(store, shards, revision, { signal, breathe });
	const placeIds = new Set(timeline.newest.map(placeOf));
	const places = new Map<string, Texts>();
	const ids: string[] = [];
	const names = new Builder();
	const aliases = new Map<string, number>();
	const linked: Linked[] = [];
	for await (const { pack, id, record } of eachRow(store, 'entities', shards, breathe)) {
		const count = (aliases.get(pack) ?? 0) + record.aliases.length + record.lookalikes.length;
		if (count > LIMITS.aliases) throw new PackError('too-large', `${count} aliases`);
		aliases.set(pack, count);
		if (placeIds.has(publicId(pack, id))) places.set(publicId(pack, id), record.name);
		names.add(namesOf(record, ids.push(publicId(pack, id)) - 1));
		await names.makeRoom(breathe);
		if (record.sameAs.length > 0)
			linked.push({ id: publicId(pack, id), kind: record.kind, links: record.sameAs });
	}
	const groups = joined(linked, await packsByAge(store));
	const termIds: string[] = [];
	const forms = new Builder();
	for await (const { pack, id, record } of eachRow(store, 'terms', shards, breathe)) {
		forms.add(formsOf(record, termIds.push(publicId(pack, id)) - 1));
		await forms.makeRoom(breathe);
	}

	const rows: DerivedRow[] = [
		{
			key: `${revision}/names`,
			revision,
			bytes: new Blob([
				(await names.bytes(signal, breathe, leaders(ids, groups))) as Uint8Array<ArrayBuffer>,
			]),
		},
		{
			key: `${revision}/terms`,
			revision,
			bytes: new Blob([(await forms.bytes(signal, breathe)) as Uint8Array<ArrayBuffer>]),
		},
	];
	for (const [name, list] of [
		['ids', ids],
		['termIds', termIds],
	] as const) {
		for (let at = 0; at * IDS_A_ROW < list.length; at++) {
			rows.push({
				key: `${revision}/${name}/${at}`,
				revision,
				ids: list.slice(at * IDS_A_ROW, (at + 1) * IDS_A_ROW),
			});
		}
	}
	const directory = await directoryOf(store, shards, revision, { signal, breathe });
	const latest = latestRow(revision, timeline.newest, places, directory.toldOf);
	const same = { key: `${revision}/same`, revision, ids: groups.map((group) => group.join(' ')) };
	const sources = await sourceRows(store, shards, revision, breathe);
	return [...rows, same, ...sources, ...timeline.rows, ...(latest ? [latest] : []), ...directory.rows];
}

/** The pack that came with the extension first, then as the reader subscribed. */
async function packsByAge(store: Store): Promise<string[]> {
	const added = new Map((await store.subscriptions.toArray()).map((one) => [one.pack, one.added]));
	const packs = (await store.heads.toArray()).map(({ pack }) => pack);
	return packs.sort((a, b) => (added.get(a) ?? 0) - (added.get(b) ?? 0));
}

/** By ordinals: those that are one bear their names as the first of them. */
function leaders(ids: readonly string[], groups: readonly (readonly string[])[]) {
	if (groups.length === 0) return undefined;
	const ordinals = new Map(ids.map((id, ordinal) => [id, ordinal]));
	const leading = new Map<number, number>();
	for (const [first, ...others] of groups)
		for (const id of others) leading.set(ordinals.get(id) as number, ordinals.get(first as string) as number);
	return (entity: number) => leading.get(entity) ?? entity;
}

/** Derives for these heads, unless it is here; `anew` even then. Nobody reads it before a head says so. */
export async function keepIndexes(
	store: Store,
	heads: readonly HeadRow[],
	{ signal, breathe, anew = false }: { signal?: AbortSignal; breathe?: Breathe; anew?: boolean } = {},
): Promise<void> {
	if (!anew && (await hasDirectory(store, revisionOfHeads(heads)))) return;
	const rows = await deriveIndexes(store, heads, signal, breathe);
	// The last one says that all are here.
	for (let at = 0; at < rows.length; at += AT_ONCE) {
		signal?.throwIfAborted();
		await breathe?.();
		await store.derived.bulkPut(rows.slice(at, at + AT_ONCE));
	}
}
