/** Page ready → first frame with a mark, on document 001 (or our demo), worker awake and asleep; and what is beside it. */
import type { Page } from 'puppeteer-core';
import type { Kind } from '../../../tools/browser/find.ts';
import { launch, type Running, reportOfTab, sleepWorker } from '../../../tools/browser/launch.ts';
import { hoverMark, waitForMarks } from '../../../tools/browser/marks.ts';
import { timedCard } from '../../../tools/read/look.ts';
import { median } from '../support/report.ts';
import { launchNoop, noopTimes, readLoop } from './noop.ts';

const RUNS = 9;

/** All in ms, medians of 9. */
export interface FirstMarks {
	awake: number;
	asleep: number;
	/** Last movement of the pointer → card on the screen; the dwell of 200 ms is in it. */
	card: number;
	noopAwake: number;
	noopAsleep: number;
	/** Message to an awake background and back. */
	emptyTrip: number;
	/** Reading every character of the page once. */
	readLoop: number;
}

export async function firstMarks(kind: Kind, url: string): Promise<FirstMarks> {
	const running = await launch({ kind, idleAfter: 1500 });
	const awake: number[] = [];
	const asleep: number[] = [];
	const card: number[] = [];
	const loops: number[] = [];
	for (let i = 0; i < RUNS; i++) {
		awake.push(await marksOn(running, url, false, loops, card));
		asleep.push(await marksOn(running, url, true, [], []));
	}
	await running.close();
	const noop = await besides(kind, url);
	return {
		awake: median(awake),
		asleep: median(asleep),
		card: median(card),
		...noop,
		readLoop: median(loops),
	};
}

async function marksOn(
	running: Running,
	url: string,
	sleep: boolean,
	loops: number[],
	card: number[],
): Promise<number> {
	const page = await running.browser.newPage();
	if (sleep) await sleepWorker(running);
	else await page.goto(url).then(() => waitForMarks(page));
	await page.goto(url, { waitUntil: 'domcontentloaded' });
	await waitForMarks(page, { timeout: 8000 });
	const ready = await readyAt(page);
	loops.push(await readLoop(page));
	if (!sleep) {
		const timed = await timedCard(page, running.kind, () => hoverMark(page, 0));
		if (timed !== null) card.push(timed);
	}
	const report = await reportOfTab(running, page.url());
	await page.close();
	if (report?.firstMarks == null) throw new Error('no marks');
	return report.firstMarks - ready;
}

const readyAt = (page: Page) =>
	page.evaluate(
		() =>
			(performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming)
				.domContentLoadedEventStart,
	);

async function besides(
	kind: Kind,
	url: string,
): Promise<Pick<FirstMarks, 'noopAwake' | 'noopAsleep' | 'emptyTrip'>> {
	const running = await launchNoop(kind);
	const awake: number[] = [];
	const asleep: number[] = [];
	const trips: number[] = [];
	try {
		for (let i = 0; i < RUNS; i++) {
			for (const sleep of [false, true]) {
				const page = await running.browser.newPage();
				if (sleep) await sleepWorker(running);
				else await page.goto(url).then(() => noopTimes(page));
				await page.goto(url, { waitUntil: 'domcontentloaded' });
				const { trip, painted } = await noopTimes(page);
				(sleep ? asleep : awake).push(painted - (await readyAt(page)));
				if (!sleep) trips.push(trip);
				await page.close();
			}
		}
	} finally {
		await running.close();
	}
	return { noopAwake: median(awake), noopAsleep: median(asleep), emptyTrip: median(trips) };
}
