/** End of the dwell → card on the screen, worker awake and dead. ms, medians. */
import type { Page } from 'puppeteer-core';
import type { Kind } from '../../../tools/browser/find.ts';
import { launch, type Running, sleepWorker } from '../../../tools/browser/launch.ts';
import { type SeenMark, waitForMarks } from '../../../tools/browser/marks.ts';
import { timedCard } from '../../../tools/read/look.ts';
import { median } from '../support/report.ts';
import { launchNoop, noopTimes } from './noop.ts';

const RUNS = 9;
/** The pointer rests so long before a card opens: see lib/page/pointer.ts. */
const DWELL = 200;

export interface CardTime {
	awake: number;
	dead: number;
	/** An empty message to an extension that does nothing, and back, in the same way. */
	trip: { awake: number; dead: number };
}

export async function cardTime(kind: Kind, url: string): Promise<CardTime> {
	const running = await launch({ kind, idleAfter: 1500 });
	const times: Record<'awake' | 'dead', number[]> = { awake: [], dead: [] };
	try {
		for (let i = 0; i < RUNS; i++) {
			times.awake.push(await time(running, url, false));
			times.dead.push(await time(running, url, true));
		}
	} finally {
		await running.close();
	}
	return { awake: median(times.awake), dead: median(times.dead), trip: await trips(kind, url) };
}

async function trips(kind: Kind, url: string): Promise<CardTime['trip']> {
	const running = await launchNoop(kind);
	const times: Record<'awake' | 'dead', number[]> = { awake: [], dead: [] };
	try {
		for (let i = 0; i < RUNS; i++) {
			for (const state of ['dead', 'awake'] as const) {
				const page = await running.browser.newPage();
				if (state === 'dead') await sleepWorker(running);
				await page.goto(url);
				times[state].push((await noopTimes(page)).trip);
				await page.close();
			}
		}
	} finally {
		await running.close();
	}
	return { awake: median(times.awake), dead: median(times.dead) };
}

async function time(running: Running, url: string, dead: boolean): Promise<number> {
	const page = await running.browser.newPage();
	await page.goto(url);
	const [mark] = await waitForMarks(page);
	if (!mark) throw new Error('no mark');
	if (dead) await sleepWorker(running);
	await page.bringToFront();
	const took = await timedCard(page, running.kind, () => restOn(page, mark));
	await page.close();
	if (took === null) throw new Error('no card');
	return took - DWELL;
}

/** One slow movement from beside the name onto it: the dwell begins with it, and nothing disturbs it. */
async function restOn(page: Page, { x, y }: SeenMark): Promise<void> {
	await page.mouse.move(x, y + 30);
	await new Promise((resume) => setTimeout(resume, 150));
	await page.mouse.move(x, y);
}
