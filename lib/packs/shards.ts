/** Shards of a signed pack from its host: by patch where that is smaller, else whole; then from its mirrors. Touches its ports. */
import { download } from './download.ts';
import { PackError } from './errors.ts';
import { applyPatch } from './patch.ts';
import type { Ports } from './ports.ts';
import { retried } from './schedule.ts';
import type { GetShard } from './take-in.ts';
import { type ShardEntry, sha256 } from './wire.ts';

export interface Moved {
	bytes: number;
	requests: number;
}

/** `bases`: folders that have the shards, the pack's own first. Counts into `moved`. */
export function shardsFrom(
	{ fetch, clock, store }: Pick<Ports, 'fetch' | 'clock' | 'store'>,
	bases: readonly string[],
	moved: Moved,
	signal: AbortSignal,
): GetShard {
	const get = async (url: string, size: number): Promise<Uint8Array> => {
		moved.requests++;
		const { bytes } = await download({ fetch, clock }, { url, limit: size, signal });
		moved.bytes += bytes?.length ?? 0;
		return bytes as Uint8Array;
	};

	/** Proved; once more when the bytes are others than promised, as a cut or flipped transfer leaves them. */
	const proved = async (url: string, size: number, hash: string): Promise<Uint8Array> => {
		for (let again = false; ; again = true) {
			const bytes = await retried(clock, signal, () => get(url, size));
			if (bytes.length === size && (await sha256(bytes)) === hash) return bytes;
			if (again) throw new PackError(bytes.length === size ? 'wrong-hash' : 'wrong-size', url);
		}
	};

	const patched = async (base: string, { h, patch, size }: ShardEntry): Promise<Uint8Array | null> => {
		if (!patch || patch.size >= size) return null;
		const old = await store.bytes(patch.prev);
		if (!old) return null;
		try {
			const made = await applyPatch(
				old,
				await proved(`${base}patches/${patch.h}.json`, patch.size, patch.h),
				patch.h,
			);
			return (await sha256(made)) === h ? made : null;
		} catch (error) {
			// A patch is a saving, never a need.
			if (error instanceof PackError && !signal.aborted) return null;
			throw error;
		}
	};

	return async (entry) => {
		let failed: unknown;
		for (const base of bases) {
			try {
				return (
					(await patched(base, entry)) ?? (await proved(`${base}shards/${entry.h}.json`, entry.size, entry.h))
				);
			} catch (error) {
				if (!(error instanceof PackError) || signal.aborted) throw error;
				failed ??= error;
			}
		}
		throw failed;
	};
}
