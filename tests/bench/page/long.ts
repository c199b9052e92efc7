/** A long page: what reading 1 MB of text in 20,000 nodes costs, and scrolling through it; with and without Sidelight. */
import type { Page } from 'puppeteer-core';
import type { Kind } from '../../../tools/browser/find.ts';
import { launch, type Running, reportOfTab } from '../../../tools/browser/launch.ts';
import { serve } from '../../../tools/browser/serve.ts';
import { median } from '../support/report.ts';
import { busyDuring, countWaits } from './busy.ts';
import { heavyPage } from './pages.ts';

/** Loads differ by more than what is measured; scrolls take long. */
const [RUNS, SCROLLS] = [9, 5];
/** The page and all that we do with it is done by then, ms. */
const LOADED = 3500;
const SCROLL = 10_000;

export interface LongPage {
	/** Main thread, ms: medians with less medians without. */
	load: { plain: number; added: number };
	scroll: { plain: number; added: number };
	/** The longest wait of the page after its own load, ms. */
	longest: { plain: number; with: number };
	/** Frames over 20 ms in the scroll, share. */
	slowFrames: { plain: number; with: number };
	/** Blocks that the overlay reports: whether it read all. */
	blocks: number;
}

interface Sample {
	load: number;
	scroll: number;
	longest: number;
	slowFrames: number;
}

export async function longPage(kind: Kind): Promise<LongPage> {
	const html = heavyPage();
	const served = await serve(() => ({ body: html }));
	const plain = await launch({ kind, extension: null });
	const running = await launch({ kind });
	const samples: Record<'plain' | 'with', Sample[]> = { plain: [], with: [] };
	let blocks = 0;
	try {
		await sample(plain, served.origin, false);
		await sample(running, served.origin, false);
		// In turn, so that what else the machine does falls on both.
		for (let i = 0; i < RUNS; i++) {
			const scrolls = i < SCROLLS;
			samples.plain.push(await sample(plain, served.origin, scrolls));
			samples.with.push(await sample(running, served.origin, scrolls, (n) => (blocks = n)));
		}
	} finally {
		await plain.close();
		await running.close();
		await served.close();
	}
	const of = (which: 'plain' | 'with', what: keyof Sample) =>
		median(samples[which].map((one) => one[what]).filter((ms) => !Number.isNaN(ms)));
	const added = (what: keyof Sample) => ({
		plain: of('plain', what),
		added: of('with', what) - of('plain', what),
	});
	const both = (what: keyof Sample) => ({ plain: of('plain', what), with: of('with', what) });
	return {
		load: added('load'),
		scroll: added('scroll'),
		longest: both('longest'),
		slowFrames: both('slowFrames'),
		blocks,
	};
}

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** What was not measured is not a number. */
async function sample(
	running: Running,
	origin: string,
	scrolls: boolean,
	onBlocks?: (n: number) => void,
): Promise<Sample> {
	const page = await running.browser.newPage();
	const url = `${origin}/long`;
	let slowFrames = Number.NaN;
	await page.evaluateOnNewDocument(watchWaits);
	if (running.kind === 'firefox') await page.evaluateOnNewDocument(countWaits);
	const load = await busyDuring(page, running.kind, async () => {
		await page.goto(url);
		await pause(LOADED);
	});
	const longest = await page.evaluate(() => (window as unknown as { longestWait: number }).longestWait);
	const through = async () => {
		slowFrames = await scrollThrough(page);
	};
	const scroll = scrolls ? await busyDuring(page, running.kind, through) : Number.NaN;
	if (onBlocks) onBlocks((await reportOfTab(running, url))?.blocks.length ?? 0);
	await page.close();
	return { load, scroll, longest, slowFrames };
}

/** In the page: the longest wait from a second after its load on. */
function watchWaits() {
	const times = window as unknown as { longestWait: number };
	times.longestWait = 0;
	addEventListener('load', () => {
		let last = performance.now();
		const timer = setInterval(() => {
			const now = performance.now();
			times.longestWait = Math.max(times.longestWait, now - last - 4);
			last = now;
			if (now > 12_000) clearInterval(timer);
		}, 4);
	});
}

/** To the end in 10 s. Share of frames that took over 20 ms. */
const scrollThrough = (page: Page): Promise<number> =>
	page.evaluate(async (ms) => {
		const end = document.documentElement.scrollHeight;
		const started = performance.now();
		let last = started;
		let slow = 0;
		let frames = 0;
		while (last - started < ms) {
			scrollTo(0, (end * (last - started)) / ms);
			await new Promise(requestAnimationFrame);
			const now = performance.now();
			if (now - last > 20) slow++;
			frames++;
			last = now;
		}
		return slow / frames;
	}, SCROLL);
