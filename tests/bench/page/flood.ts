/** 5,000 mutations a second for 5 s beside an article: the share of the main thread that Sidelight adds. */
import type { Kind } from '../../../tools/browser/find.ts';
import { launch, type Running } from '../../../tools/browser/launch.ts';
import { waitForMarks } from '../../../tools/browser/marks.ts';
import { serve } from '../../../tools/browser/serve.ts';
import { median } from '../support/report.ts';
import { busyDuring } from './busy.ts';
import { restlessPage } from './pages.ts';

const RUNS = 9;
const FLOOD = 5000;

export interface Flood {
	/** Share of the main thread, 0 … 1. */
	plain: number;
	added: number;
}

export async function flood(kind: Kind): Promise<Flood> {
	const served = await serve(() => ({ body: restlessPage() }));
	const plain = await launch({ kind, extension: null });
	const running = await launch({ kind });
	const shares: Record<'plain' | 'with', number[]> = { plain: [], with: [] };
	try {
		for (let i = 0; i < RUNS; i++) {
			shares.plain.push(await share(plain, served.origin));
			shares.with.push(await share(running, served.origin));
		}
	} finally {
		await plain.close();
		await running.close();
		await served.close();
	}
	return { plain: median(shares.plain), added: median(shares.with) - median(shares.plain) };
}

async function share(running: Running, url: string): Promise<number> {
	const page = await running.browser.newPage();
	await page.goto(url);
	if (running.origin) await waitForMarks(page);
	else await new Promise((resume) => setTimeout(resume, 800));
	const busy = await busyDuring(page, running, () =>
		page.evaluate(async (ms) => {
			const page = window as unknown as { flood: boolean };
			page.flood = true;
			await new Promise((resume) => setTimeout(resume, ms));
			page.flood = false;
		}, FLOOD),
	);
	await page.close();
	return busy / FLOOD;
}
