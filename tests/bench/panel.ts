/** Side panel opened beside an article → the comparison is drawn. ms since navigation start, medians, both browsers. */
import type { Page } from 'puppeteer-core';
import type { Kind } from '../../tools/browser/find.ts';
import { launch, openOwn, type Running } from '../../tools/browser/launch.ts';
import { waitForMarks } from '../../tools/browser/marks.ts';
import { servePages } from '../browser/support/pages.ts';
import { bar, median, report } from './support/report.ts';

const RUNS = 7;
const ASKED = 150;
const DRAWN = '.comparison tbody';

export default async function panel(): Promise<void> {
	const served = await servePages();
	const times: Partial<Record<Kind, number[]>> = {};
	try {
		for (const kind of ['chromium', 'firefox'] as const) times[kind] = await timesIn(kind, served.origin);
	} finally {
		await served.close();
	}
	const bars = Object.entries(times).map(([kind, taken]) =>
		bar(`side panel → comparison, ${kind}, ms`, median(taken), '≤', ASKED),
	);
	report('panel', { times }, bars);
}

async function timesIn(kind: Kind, origin: string): Promise<number[]> {
	const running = await launch({ kind });
	try {
		const page = await running.browser.newPage();
		await page.goto(`${origin}/compare/en.html`);
		await waitForMarks(page, { timeout: 15_000 });
		const times: number[] = [];
		// The first opening fills the browser's own caches of code.
		for (let run = 0; run <= RUNS; run++)
			times.push(await (kind === 'chromium' ? inTab(running) : inFrame(running)));
		return times.slice(1);
	} finally {
		await running.close();
	}
}

async function inTab({ browser, origin }: Running): Promise<number> {
	const page = await browser.newPage();
	await page.evaluateOnNewDocument((drawn) => {
		const seen = new MutationObserver(() => {
			if (!document.querySelector(drawn)) return;
			seen.disconnect();
			requestAnimationFrame(() => {
				document.documentElement.dataset.took = String(performance.now());
			});
		});
		seen.observe(document, { childList: true, subtree: true });
	}, DRAWN);
	await page.goto(`${origin}/sidepanel.html`);
	await page.bringToFront();
	return took(page);
}

/** Nothing runs before an extension page's own scripts in Firefox; in a page around it something does. */
async function inFrame(running: Running): Promise<number> {
	const page = await openOwn(running, '/welcome.html');
	await page.bringToFront();
	await page.evaluate((drawn) => {
		const frame = document.createElement('iframe');
		frame.style.cssText = 'position: fixed; inset: 0; width: 360px; height: 100%';
		frame.src = '/sidepanel.html';
		document.body.append(frame);
		const look = () => {
			const { contentDocument: inner, contentWindow: window } = frame;
			if (!window || !inner?.querySelector(drawn)) return requestAnimationFrame(look);
			document.documentElement.dataset.took = String(window.performance.now());
		};
		look();
	}, DRAWN);
	return took(page);
}

async function took(page: Page): Promise<number> {
	await page.waitForFunction(() => document.documentElement.dataset.took !== undefined, { timeout: 15_000 });
	const ms = await page.evaluate(() => Number(document.documentElement.dataset.took));
	await page.close();
	return ms;
}
