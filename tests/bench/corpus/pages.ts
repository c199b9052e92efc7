/** The corpus page's views as a reader steps through them: from the step to the heading and the first rows on the screen. */
import type { Page } from 'puppeteer-core';
import { openOwn, type Running } from '../../../tools/browser/launch.ts';

export interface Ids {
	event: string;
	entity: string;
	article: string;
	source: string;
}

/** ms by view, one for each round; each round brings its own ids. */
export async function pageTimes(running: Running, rounds: readonly Ids[]): Promise<Record<string, number[]>> {
	const page = await openOwn(running, '/corpus.html#/nowhere');
	await page.bringToFront();
	const times: Record<string, number[]> = {};
	for (const ids of rounds) {
		const hashes: [string, string][] = [
			['events', '#/events'],
			...Object.entries(ids).map(([name, id]): [string, string] => [name, hashOf(name, id)]),
		];
		for (const [name, hash] of hashes) {
			times[`page ${name}`] ??= [];
			times[`page ${name}`]?.push(await step(page, hash));
			await step(page, '#/nowhere');
		}
	}
	await page.close();
	return times;
}

const hashOf = (page: string, id: string) => `#/${page}/${encodeURIComponent(id)}`;

/** The corpus page opened at an event, as a link does: from navigation to its heading on the screen; ms. */
export async function openTimes(running: Running, rounds: readonly Ids[]): Promise<number[]> {
	const times: number[] = [];
	for (const { event } of rounds) {
		const page = await openOwn(running, `/corpus.html${hashOf('event', event)}`);
		await page.waitForFunction(() => performance.getEntriesByName('view').length > 0);
		times.push(await page.evaluate(() => performance.getEntriesByName('view')[0]?.startTime ?? 0));
		await page.close();
	}
	return times;
}

const step = (page: Page, hash: string): Promise<number> =>
	page.evaluate(async (to) => {
		document.querySelector('h1')?.setAttribute('data-left', '');
		const started = performance.now();
		location.hash = to;
		const list = /events|entity|source/.test(to) ? '.row' : 'h1';
		const there = () =>
			document.querySelector('h1:not([data-left])') && document.querySelector(`main ${list}`) !== null;
		while (!there()) {
			if (performance.now() - started > 20_000) throw new Error(`${to} did not come`);
			await new Promise(requestAnimationFrame);
		}
		return performance.now() - started;
	}, hash);
