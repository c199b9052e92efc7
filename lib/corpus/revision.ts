/** What is live, and its version in one word. Touches nothing. */
import { quickHash } from './quick-hash.ts';
import type { HeadRow, LiveRow } from './store.ts';

export const liveShards = (heads: readonly HeadRow[]): string[] =>
	heads.flatMap((head) => head.live?.manifest.shards.map(({ h }) => h) ?? []).sort();

/** What is read of a head by all who look something up; null where nothing of it is live. */
export function liveRow({ pack, live }: HeadRow): LiveRow | null {
	if (!live) return null;
	const { shards, ...manifest } = live.manifest;
	const sorted = shards.map(({ h }) => h).sort();
	return { pack, hash: live.hash, manifest, shards: quickHash(sorted.join(' ')) };
}

/** The same for the same live shards, in any order of installing. */
export const revisionOf = (live: readonly Pick<LiveRow, 'shards'>[]): string =>
	quickHash(
		live
			.map(({ shards }) => shards)
			.sort()
			.join(' '),
	);

export const revisionOfHeads = (heads: readonly HeadRow[]): string =>
	revisionOf(heads.flatMap((head) => liveRow(head) ?? []));
