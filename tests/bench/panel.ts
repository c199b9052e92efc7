/** Side panel opened beside an article → the comparison is drawn. ms since navigation start, medians, Chromium. */
import { launch, type Running } from '../../tools/browser/launch.ts';
import { waitForMarks } from '../../tools/browser/marks.ts';
import { servePages } from '../browser/support/pages.ts';
import { bar, median, report } from './support/report.ts';

const RUNS = 7;
const ASKED = 150;

export default async function panel(): Promise<void> {
	const served = await servePages();
	const running = await launch({ kind: 'chromium' });
	const times: number[] = [];
	try {
		const page = await running.browser.newPage();
		await page.goto(`${served.origin}/compare/en.html`);
		await waitForMarks(page, { timeout: 15_000 });
		// The first opening fills the browser's own caches of code.
		for (let run = 0; run <= RUNS; run++) {
			const took = await timed(running);
			if (run > 0) times.push(took);
		}
	} finally {
		await running.close();
		await served.close();
	}
	report('panel', { times }, [bar('side panel → comparison, ms', median(times), '≤', ASKED)]);
}

async function timed({ browser, origin }: Running): Promise<number> {
	const page = await browser.newPage();
	await page.evaluateOnNewDocument(() => {
		const seen = new MutationObserver(() => {
			if (!document.querySelector('.comparison tbody')) return;
			seen.disconnect();
			requestAnimationFrame(() => {
				document.documentElement.dataset.took = String(performance.now());
			});
		});
		seen.observe(document, { childList: true, subtree: true });
	});
	await page.goto(`${origin}/sidepanel.html`);
	await page.bringToFront();
	await page.waitForFunction(() => document.documentElement.dataset.took !== undefined, { timeout: 15_000 });
	const took = await page.evaluate(() => Number(document.documentElement.dataset.took));
	await page.close();
	return took;
}
