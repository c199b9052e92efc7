/** What a newer version of a pack says otherwise: records added, altered, withdrawn. Reads the store; writes nothing. */
import type { Breathe } from '../names/index.ts';
import { type Changes, RECORDS, type RecordKind } from '../packs/index.ts';
import { quickHash } from './quick-hash.ts';
import { eachRow, readSpots, type Spot } from './shelf.ts';
import { type CorrectionRow, publicId, type Store } from './store.ts';

/** Corrections kept of one update; a publisher who rewrites everything does not fill the reader's disk. */
const MOST = 2000;

interface Bodies {
	pack: string;
	old: readonly string[];
	next: readonly string[];
	/** Hash of the manifest that makes the difference. */
	by: string;
	now: number;
}

/** `old` and `next`: shard hashes of the two versions. Only shards that are in one alone are read. */
export async function changesOf(
	store: Store,
	{ pack, old, next, by, now }: Bodies,
	breathe?: Breathe,
): Promise<{ changes: Changes; corrections: CorrectionRow[] }> {
	const [before, after] = [new Set(old), new Set(next)];
	const gone = old.filter((h) => !after.has(h));
	const come = next.filter((h) => !before.has(h));
	const changes = { added: {}, altered: {}, withdrawn: {} } as Changes;
	const corrections: CorrectionRow[] = [];
	for (const kind of Object.keys(RECORDS) as RecordKind[]) {
		const known = new Map<string, { hash: string } & Spot>();
		for await (const { id, shard: h, place, record } of eachRow(store, kind, gone, breathe)) {
			known.set(id, { hash: quickHash(JSON.stringify(record)), h, place });
			await breathe?.();
		}
		let added = 0;
		const altered: string[] = [];
		const kept = new Set<string>();
		for await (const row of eachRow(store, kind, come, breathe)) {
			const was = known.get(row.id);
			if (!was) added++;
			else {
				kept.add(row.id);
				if (was.hash !== quickHash(JSON.stringify(row.record))) altered.push(row.id);
			}
			await breathe?.();
		}
		const withdrawn = [...known.keys()].filter((id) => !kept.has(id));
		if (added) changes.added[kind] = added;
		if (altered.length) changes.altered[kind] = altered.length;
		if (withdrawn.length) changes.withdrawn[kind] = withdrawn.length;
		if (kind !== 'claims') continue;
		const corrected = [
			...altered.map((id) => [id, 'altered'] as const),
			...withdrawn.map((id) => [id, 'withdrawn'] as const),
		].slice(0, MOST);
		for (const [id, how] of corrected) {
			await breathe?.();
			const spot = known.get(id);
			const [was] = spot ? await readSpots(store, 'claims', [spot], { once: true }) : [];
			if (was) corrections.push({ id: publicId(pack, id), pack, by, at: now, how, was: was.record });
		}
	}
	return { changes, corrections };
}
