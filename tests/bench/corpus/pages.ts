/** The corpus page's views as a reader steps through them: from the step to the heading and the first rows on the screen. */
import type { Page } from 'puppeteer-core';
import { openOwn, type Running } from '../../../tools/browser/launch.ts';

export interface Ids {
	event: string;
	entity: string;
	article: string;
	source: string;
}

const ROUNDS = 7;

/** ms by view, one for each round. */
export async function pageTimes(running: Running, ids: Ids): Promise<Record<string, number[]>> {
	const hashes: [string, string][] = [
		['events', '#/events'],
		...Object.entries(ids).map(([page, id]): [string, string] => [
			page,
			`#/${page}/${encodeURIComponent(id)}`,
		]),
	];
	const page = await openOwn(running, '/corpus.html#/nowhere');
	await page.bringToFront();
	const times: Record<string, number[]> = {};
	for (let round = 0; round < ROUNDS; round++) {
		for (const [name, hash] of hashes) {
			times[`page ${name}`] ??= [];
			times[`page ${name}`]?.push(await step(page, hash));
			await step(page, '#/nowhere');
		}
	}
	await page.close();
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
