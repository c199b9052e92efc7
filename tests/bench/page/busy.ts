/**
 * How busy a page's main thread is, ms. Chromium: the browser's own sum of all tasks. Firefox has none: there a timer
 * of the page tells how long it was kept waiting beyond 2 ms, which counts the page's own work as well.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Kind } from '../../../tools/browser/find.ts';

/** Runs `act` and measures the page meanwhile. */
export async function busyDuring(page: Page, kind: Kind, act: () => Promise<void>): Promise<number> {
	if (kind === 'firefox') return waitsDuring(page, act);
	const session = await page.createCDPSession();
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const before = await taskTime(session);
	await act();
	const total = (await taskTime(session)) - before;
	await session.detach();
	return total;
}

async function taskTime(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function waitsDuring(page: Page, act: () => Promise<void>): Promise<number> {
	const before = await waits(page);
	const was = page.url();
	await act();
	// Another page has its own clock.
	return (await waits(page)) - (was === page.url() ? before : 0);
}

/** Sum so far, counted from the first call on a page, or from its start if `countWaits` was put there. */
const waits = (page: Page): Promise<number> =>
	page.evaluate(() => (window as unknown as { waited?: number }).waited ?? 0);

/** For `evaluateOnNewDocument`. */
export function countWaits() {
	const times = window as unknown as { waited: number };
	times.waited = 0;
	let last = performance.now();
	setInterval(() => {
		const now = performance.now();
		// Timers are 4 ms apart at the least.
		if (now - last > 6) times.waited += now - last - 4;
		last = now;
	}, 4);
}
