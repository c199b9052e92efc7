/**
 * Subscriptions with their latches, outside the database: its loss must not make a reader trust anybody anew.
 * Touches the storage it is given.
 */
import { fromBase64, toBase64 } from './base64.ts';
import type { Subscription } from './subscription.ts';

interface Area {
	get(key: string): Promise<Record<string, unknown>>;
	set(items: Record<string, unknown>): Promise<void>;
}

const KEY = 'subscriptions';

export async function keepBackup(area: Area, all: readonly Subscription[]): Promise<void> {
	await area.set({ [KEY]: all.map((one) => ({ ...one, rootBytes: toBase64(one.rootBytes) })) });
}

/** Due at once, and asked without an ETag, since what it names is gone. */
export async function readBackup(area: Area): Promise<Subscription[]> {
	const kept = (await area.get(KEY))[KEY];
	if (!Array.isArray(kept)) return [];
	return kept.flatMap((one) => {
		const rootBytes = fromBase64(String(one?.rootBytes ?? ''));
		return rootBytes && typeof one.pack === 'string'
			? [{ ...one, rootBytes, due: 0, etag: null, failures: 0 } as Subscription]
			: [];
	});
}
