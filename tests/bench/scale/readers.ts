/**
 * A million readers of one pack and the edges of a CDN between them and its host, by the client's own schedule. Each
 * reader's browser is open for some hours a day; what was due meanwhile is asked for when it opens.
 */
import { nextCheck } from '../../../lib/packs/schedule.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface Plan {
	readers: number;
	days: number;
	/** Shards of the pack. */
	shards: number;
	updatesADay: number;
	/** Shards that one update makes new. */
	changed: number;
	/** Hours between checks that the publisher asks for. */
	check?: number;
	edges: number;
	/** Seconds an edge may answer for pack.json by itself; 0: it asks the host each time. */
	edgeAge: number;
	/** On the wire. */
	bytes: { manifest: number; shard: number; patch: number };
	/** Whether the host's ETag is the file's hash, so that an unchanged pack.json is answered by 304. */
	etag: boolean;
}

export interface Outcome {
	/** Requests and bytes of one reader on one day. */
	requests: number;
	bytes: number;
	checksASecond: number;
	/** In the fullest minute. */
	mostChecksASecond: number;
	/** Requests the edges answered by themselves. */
	hits: number;
	originADay: number;
}

/** Headers and a status line, no body. */
const BARE = 300;

export function simulate(plan: Plan, random: () => number): Outcome {
	const { readers, days, updatesADay, edges, edgeAge, bytes, etag } = plan;
	const end = days * DAY;
	const need = updatesBetween(plan, random);
	const perMinute = new Uint32Array(end / 60_000);
	const slots = edgeAge > 0 ? Math.ceil(end / (edgeAge * 1000)) : 0;
	const fresh = new Uint8Array(edges * slots);
	const kept = new Uint8Array(edges * need.files);
	const [total, wayKnown] = [need.versions + 1, new Set<number>()];
	let [requests, moved, checks, misses] = [0, 0, 0, 0];

	for (let reader = 0; reader < readers; reader++) {
		const edge = Math.floor(edges * random() ** 2);
		const opens = random() * DAY;
		const open = (2 + 14 * random()) * HOUR;
		let held = 0;
		let now = 0;
		const clock = { now: () => now, random };
		for (let due = random() * DAY; due < end; due = nextCheck(clock, plan.check)) {
			const since = (due - opens + DAY) % DAY;
			now = since < open ? due : due + DAY - since;
			if (now >= end) break;
			checks++;
			const minute = Math.floor(now / 60_000);
			perMinute[minute] = (perMinute[minute] as number) + 1;
			const version = Math.floor((now / DAY) * updatesADay);
			moved += version === held && etag ? BARE : bytes.manifest;
			const slot = edge * slots + Math.floor(now / (edgeAge * 1000));
			if (slots === 0 || !fresh[slot]) misses++;
			if (slots > 0) fresh[slot] = 1;
			if (version === held) continue;
			const way = need.between(held, version);
			requests += way.files.length;
			moved += way.bytes;
			const known = (edge * total + held) * total + version;
			held = version;
			if (wayKnown.has(known)) continue;
			wayKnown.add(known);
			for (const file of way.files) {
				if (!kept[edge * need.files + file]) misses++;
				kept[edge * need.files + file] = 1;
			}
		}
	}
	requests += checks;
	return {
		requests: requests / readers / days,
		bytes: moved / readers / days,
		checksASecond: checks / (end / 1000),
		mostChecksASecond: perMinute.reduce((most, count) => Math.max(most, count), 0) / 60,
		hits: 1 - misses / requests,
		originADay: misses / days,
	};
}

/** Which files lead from one version to a later one: whole shards, or patches where the version just before is held. */
function updatesBetween({ days, updatesADay, changed, shards, bytes }: Plan, random: () => number) {
	const versions = Math.floor(days * updatesADay);
	const changes = Array.from({ length: versions + 1 }, () => pick(changed, shards, random));
	const ways = new Map<number, { files: number[]; bytes: number }>();
	function between(held: number, version: number) {
		const key = held * (versions + 1) + version;
		let way = ways.get(key);
		if (way) return way;
		const newest = new Map<number, { at: number; file: number; times: number }>();
		for (let at = held + 1; at <= version; at++) {
			for (const [i, shard] of (changes[at] as number[]).entries()) {
				const times = (newest.get(shard)?.times ?? 0) + 1;
				newest.set(shard, { at, file: 2 * (at * changed + i), times });
			}
		}
		const wanted = [...newest.values()].map(({ at, file, times }) => ({
			file,
			patched: at === version && times === 1,
		}));
		way = {
			files: wanted.map(({ file, patched }) => (patched ? file + 1 : file)),
			bytes: wanted.reduce((sum, { patched }) => sum + (patched ? bytes.patch : bytes.shard), 0),
		};
		ways.set(key, way);
		return way;
	}
	return { versions, between, files: 2 * (versions + 1) * Math.max(1, changed) };
}

/** Different numbers below `of`. */
function pick(count: number, of: number, random: () => number): number[] {
	const picked = new Set<number>();
	while (picked.size < Math.min(count, of)) picked.add(Math.floor(random() * of));
	return [...picked];
}

/** The same numbers each time (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
