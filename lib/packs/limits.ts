/** Limits of one pack and of one run. Sizes are decoded bytes. */

const KiB = 1 << 10;
const MiB = 1 << 20;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const LIMITS = {
	manifest: 384 * KiB,
	root: 32 * KiB,
	shard: MiB,
	rows: 1000,
	shards: 1024,
	/** Bytes of all shards of a pack, until the reader raises it. */
	pack: 64 * MiB,
	packRaised: 256 * MiB,
	subscriptions: 32,
	mirrors: 3,
	keys: 16,
	rotations: 32,
	aliases: 400_000,
	/** Nesting of JSON: our deepest record needs 9. */
	depth: 24,
} as const;

/** An envelope is its payload in base64, with signatures and a frame of JSON around it. */
export const envelopeLimit = (payload: number): number => Math.ceil(payload / 3) * 4 + 8 * KiB;

/** Times in ms. */
export const TIMES = {
	headers: 15_000,
	stall: 20_000,
	run: 4 * MINUTE,
	retries: [1000, 4000, 16_000],
	check: 24 * HOUR,
	leastCheck: 6 * HOUR,
	mostCheck: 7 * 24 * HOUR,
	firstBackoff: 15 * MINUTE,
	mostBackoff: 24 * HOUR,
	mostWait: 7 * 24 * HOUR,
	betweenChecks: 30_000,
	undo: 24 * HOUR,
	/** A manifest from the future by more than this: somebody's clock is wrong. */
	ahead: 24 * HOUR,
	/** Past its end by more than this: rather the reader's clock than a publisher asleep. */
	behind: 365 * 24 * HOUR,
} as const;

/** Requests at once to one host. */
export const AT_ONCE = 4;
/** Free room asked for before a run: twice what is missing, and this. */
export const SPARE_ROOM = 32 * MiB;
/** Bytes within one stall time below which a body counts as stalled. */
export const LEAST_FLOW = KiB;
