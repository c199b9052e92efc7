/**
 * How busy a page's main thread is, ms of the processor. Chromium: the browser's own sum of all tasks. Firefox has none:
 * there the system tells it of the main thread of each process that holds pages (Linux, /proc). A timer in the page, asked
 * before, was late by 170 ms where the thread worked for 10, and told nothing of tasks under 2 ms.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Running } from '../../../tools/browser/launch.ts';

/** Runs `act` and measures the page meanwhile. No other page may be at work. */
export async function busyDuring(page: Page, running: Running, act: () => Promise<void>): Promise<number> {
	if (running.kind === 'firefox') {
		const before = threadTimes(running);
		await act();
		let busy = 0;
		for (const [id, ms] of threadTimes(running)) busy += ms - (before.get(id) ?? 0);
		return busy;
	}
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

/** ms of the main threads of a Firefox's processes for web pages, by process. */
function threadTimes({ browser }: Running): Map<string, number> {
	const parent = String(browser.process()?.pid);
	const times = new Map<string, number>();
	for (const id of readdirSync('/proc')) {
		if (!/^\d+$/.test(id)) continue;
		try {
			const of = (what: string) => readFileSync(`/proc/${id}/${what}`, 'utf8');
			if (/-parentPid[\0 ](\d+)/.exec(of('cmdline'))?.[1] !== parent || !of('comm').includes('Web Co'))
				continue;
			times.set(id, Number(of('schedstat').split(' ')[0]) / 1e6);
		} catch {
			// It ended meanwhile.
		}
	}
	if (!times.size) throw new Error('no process of Firefox holds a page');
	return times;
}
