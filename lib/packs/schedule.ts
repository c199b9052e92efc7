/** When a pack is asked for again. Touches nothing; times in ms. */
import { mayPass, type PackError } from './errors.ts';
import { TIMES } from './limits.ts';
import type { Clock } from './ports.ts';
import type { Subscription } from './subscription.ts';

/** A day, or what the publisher thinks right; a tenth earlier or later, so that readers do not come at once. */
export function nextCheck({ now, random }: Pick<Clock, 'now' | 'random'>, hours: number | undefined): number {
	const wanted = hours === undefined ? TIMES.check : hours * 3_600_000;
	const every = Math.min(Math.max(wanted, TIMES.leastCheck), TIMES.mostCheck);
	return now() + every * (0.9 + 0.2 * random());
}

/** Twice as long after each failure, a day at most; longer when the host asked for it. */
export function nextTry({ now }: Pick<Clock, 'now'>, failures: number, wait = 0): number {
	const backoff = Math.min(TIMES.firstBackoff * 2 ** (failures - 1), TIMES.mostBackoff);
	return now() + Math.max(backoff, Math.min(wait, TIMES.mostWait));
}

/** Those to ask now, the longest unheard first. */
export const dueNow = (subscriptions: readonly Subscription[], now: number): Subscription[] =>
	subscriptions
		.filter(({ paused, url, due }) => !paused && url !== '' && due <= now)
		.sort((a, b) => a.checked - b.checked);

/** Tries three times more when the fault may pass, after 1, 4 and 16 s with full jitter, or as the host asks. */
export async function retried<T>(clock: Clock, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
	for (const most of TIMES.retries) {
		try {
			return await work();
		} catch (error) {
			if (signal.aborted || !mayPass(error) || isLong(error)) throw error;
			await clock.sleep(Math.max(error.wait, most * clock.random()), signal);
		}
	}
	return work();
}

/** A host that asks for more than that is left alone until the next run. */
const isLong = ({ wait }: PackError): boolean => wait > 20_000;
