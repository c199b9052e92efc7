/** What a tab holds because of Sidelight, MB of JavaScript heap after a collection. Chromium only: Firefox does not tell. */
import { launch, type Running } from '../../../tools/browser/launch.ts';
import { waitForMarks } from '../../../tools/browser/marks.ts';
import { serve } from '../../../tools/browser/serve.ts';
import { median } from '../support/report.ts';
import { heavyPage, restlessPage } from './pages.ts';

const RUNS = 3;

export interface Memory {
	article: number;
	long: number;
}

export async function memory(): Promise<Memory> {
	const served = await serve((path) => ({ body: path === '/long' ? heavyPage() : restlessPage() }));
	const plain = await launch({ kind: 'chromium', extension: null });
	const running = await launch({ kind: 'chromium' });
	const added = async (path: string) => {
		const both: Record<'plain' | 'with', number[]> = { plain: [], with: [] };
		for (let i = 0; i < RUNS; i++) {
			both.plain.push(await heap(plain, served.origin + path));
			both.with.push(await heap(running, served.origin + path));
		}
		return median(both.with) - median(both.plain);
	};
	try {
		return { article: await added('/article'), long: await added('/long') };
	} finally {
		await plain.close();
		await running.close();
		await served.close();
	}
}

async function heap(running: Running, url: string): Promise<number> {
	const page = await running.browser.newPage();
	await page.goto(url);
	if (running.origin) await waitForMarks(page, { quiet: 3000, timeout: 10_000 });
	else await new Promise((resume) => setTimeout(resume, 3500));
	const session = await page.createCDPSession();
	await session.send('HeapProfiler.enable');
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.collectGarbage');
	await session.send('Performance.enable');
	const { metrics } = await session.send('Performance.getMetrics');
	await page.close();
	return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000;
}
