/**
 * A pack as one file: envelope, roots and shards, for passing on by hand. It comes in through the same door as from a
 * host, so nothing in it is trusted for being a file. Touches its ports only.
 */
import * as v from 'valibot';
import { fromBase64, toBase64 } from './base64.ts';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { type Look, lookAt, subscribe } from './look.ts';
import type { Fetch, Ports } from './ports.ts';
import { type Outcome, runPack } from './run.ts';
import { Hash } from './wire.ts';

/** Stands for the file where a host's folder would stand; nobody is asked. */
const BASE = 'https://pack-file.example/';

const PackFile = v.object({
	sidelightPack: v.literal(1),
	envelope: v.string(),
	root: v.object({ version: v.number(), envelope: v.string() }),
	shards: v.record(Hash, v.string()),
});

/** Throws PackError `missing-shard` when the pack is not whole here, or not signed. */
export async function exportFile({ store }: Pick<Ports, 'store'>, pack: string): Promise<Uint8Array> {
	const live = (await store.head(pack))?.live;
	const subscription = await store.subscription(pack);
	if (!live?.envelope || !subscription) throw new PackError('missing-shard');
	const shards: Record<string, string> = {};
	for (const { h } of live.manifest.shards) {
		const bytes = await store.bytes(h);
		if (!bytes) throw new PackError('missing-shard', h);
		shards[h] = new TextDecoder().decode(bytes);
	}
	const file: v.InferOutput<typeof PackFile> = {
		sidelightPack: 1,
		envelope: toBase64(live.envelope),
		root: { version: subscription.root.version, envelope: toBase64(subscription.rootBytes) },
		shards,
	};
	return new TextEncoder().encode(JSON.stringify(file));
}

/** Throws PackError. */
export function lookAtFile(
	ports: Omit<Ports, 'lock' | 'fetch'>,
	bytes: Uint8Array,
	signal: AbortSignal,
): Promise<Look> {
	return lookAt({ ...ports, fetch: fetchFrom(bytes) }, BASE, null, signal);
}

/** Subscribes without an address, or updates what is subscribed. Throws PackError. */
export async function importFile(
	ports: Omit<Ports, 'fetch'>,
	bytes: Uint8Array,
	signal: AbortSignal,
): Promise<Outcome> {
	const fetch = fetchFrom(bytes);
	const all = { ...ports, fetch };
	const outcome = await ports.lock(async () => {
		const pack = await packOf(all, signal);
		const subscription = await ports.store.subscription(pack);
		if (!subscription) throw new PackError('gone');
		return runPack(all, { ...subscription, url: BASE, etag: null, most: LIMITS.packRaised }, { signal });
	});
	if (!outcome) throw new PackError('busy');
	return outcome;
}

async function packOf(ports: Ports, signal: AbortSignal): Promise<string> {
	try {
		const look = await lookAt(ports, BASE, null, signal);
		return (await subscribe(ports, { ...look, base: '' })).pack;
	} catch (error) {
		if (error instanceof PackError && error.code === 'known' && error.pack) return error.pack;
		throw error;
	}
}

function fetchFrom(bytes: Uint8Array): Fetch {
	let data: unknown;
	try {
		data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw new PackError('not-a-pack', 'no JSON');
	}
	const parsed = v.safeParse(PackFile, data);
	if (!parsed.success) throw new PackError('not-a-pack', 'no pack file');
	const { envelope, root, shards } = parsed.output;
	return async (url) => {
		const path = url.slice(BASE.length);
		const shard = /^shards\/([0-9a-f]{64})\.json$/.exec(path)?.[1];
		const found =
			path === 'pack.json'
				? fromBase64(envelope)
				: path === `roots/${root.version}.json`
					? fromBase64(root.envelope)
					: shard && Object.hasOwn(shards, shard)
						? new TextEncoder().encode(shards[shard])
						: null;
		return {
			status: found ? 200 : 404,
			type: 'cors',
			header: () => null,
			body: (async function* () {
				if (found) yield found;
			})(),
		};
	};
}
