/** Which version of everything is live, in one word. Touches nothing. */
import { quickHash } from './quick-hash.ts';
import type { HeadRow } from './store.ts';

export const liveShards = (heads: readonly HeadRow[]): string[] =>
	heads.flatMap((head) => head.live?.manifest.shards.map(({ h }) => h) ?? []).sort();

/** The same for the same live shards, in any order of installing. */
export const revisionOf = (shards: readonly string[]): string => quickHash(shards.join(' '));
