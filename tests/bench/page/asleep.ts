/**
 * Twenty quiet tabs: for what share of three minutes, from 40 s after the last has loaded, the background sleeps.
 * Chromium only, where the browser says which workers run; nothing may be attached to the worker, or it never sleeps.
 */
import type { Page } from 'puppeteer-core';
import { launch } from '../../../tools/browser/launch.ts';
import { servePages } from '../../browser/support/pages.ts';

const TABS = 20;
const BEFORE = 40_000;
const WATCHED = 180_000;
const STEP = 500;

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

export async function asleep(): Promise<number> {
	const served = await servePages();
	const running = await launch({ kind: 'chromium', attachWorkers: false });
	try {
		const pages: Page[] = [];
		for (let i = 0; i < TABS; i++) {
			const page = await running.browser.newPage();
			await page.goto(`${served.origin}/demo/${i % 2 ? 'en' : 'zh-Hans'}.html?${i}`);
			pages.push(page);
		}
		await pause(BEFORE);
		const session = await running.browser.target().createCDPSession();
		let sleeping = 0;
		let looked = 0;
		for (let ms = 0; ms < WATCHED; ms += STEP) {
			const { targetInfos } = await session.send('Target.getTargets');
			looked++;
			if (!targetInfos.some(({ type, url }) => type === 'service_worker' && url.startsWith(running.origin)))
				sleeping++;
			await pause(STEP);
		}
		return sleeping / looked;
	} finally {
		await running.close();
		await served.close();
	}
}
