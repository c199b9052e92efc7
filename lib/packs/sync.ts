/** Runs for every pack that is due, one after the other, and only one in the whole browser. Touches its ports only. */
import { PackError } from './errors.ts';
import { TIMES } from './limits.ts';
import type { Ports } from './ports.ts';
import { type Outcome, type RunOptions, runPack } from './run.ts';
import { dueNow } from './schedule.ts';

export interface SyncOptions extends Omit<RunOptions, 'progress'> {
	progress?: (pack: string, at: number) => void;
}

/** null: somebody else is at it. */
export function syncDue(ports: Ports, options: SyncOptions = {}): Promise<Outcome[] | null> {
	return ports.lock(async () => {
		const outcomes: Outcome[] = [];
		const seen = new Set<string>();
		for (;;) {
			// Asked anew each time: what became due meanwhile, such as a new subscription, belongs to this run.
			const due = dueNow(await ports.store.subscriptions(), ports.clock.now());
			const next = due.find(({ pack }) => !seen.has(pack));
			if (!next) break;
			seen.add(next.pack);
			outcomes.push(await one(ports, next.pack, options));
		}
		// Versions past their time for undoing, and what a run that was ended left behind.
		await ports.store.clean(ports.clock.now());
		return outcomes;
	});
}

/** The reader asks for one pack. Throws PackError: `busy`, `too-soon`, `gone`. */
export async function checkNow(ports: Ports, pack: string, options: SyncOptions = {}): Promise<Outcome> {
	const now = ports.clock.now();
	const { tried, url } = (await ports.store.subscription(pack)) ?? {};
	if (!url) throw new PackError('gone');
	if (tried !== undefined && tried <= now && now - tried < TIMES.betweenChecks)
		throw new PackError('too-soon');
	const outcome = await ports.lock(() => one(ports, pack, options));
	if (!outcome) throw new PackError('busy');
	return outcome;
}

async function one(ports: Ports, pack: string, { progress, ...rest }: SyncOptions): Promise<Outcome> {
	const subscription = await ports.store.subscription(pack);
	if (!subscription) return { pack, kind: 'failed', code: 'gone' };
	return runPack(ports, subscription, { ...rest, progress: (at) => progress?.(pack, at) });
}
