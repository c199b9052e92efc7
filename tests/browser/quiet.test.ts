/** The page is left as it was: same DOM but for one host, no request, no error. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { launch } from '../../tools/browser/launch.ts';
import { hoverMark, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { servePages } from './support/pages.ts';

const DEMOS = ['/demo/zh-Hans.html', '/demo/zh-Hant.html', '/demo/en.html'];

let served: Served;
beforeAll(async () => {
	served = await servePages();
});
afterAll(() => served.close());

inBothBrowsers('quiet', (running, kind) => {
	it.each(DEMOS)('%s: the DOM is the same but for the host', async (path) => {
		const plain = await launch({ kind, extension: null });
		const reference = await plain.browser.newPage();
		await reference.goto(served.origin + path);
		const before = await reference.evaluate(() => document.documentElement.outerHTML);
		const askedPlain = served.asked.length;
		await plain.close();

		const page = await running().browser.newPage();
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(String(error)));
		page.on('console', (message) => errors.push(message.text()));
		await page.goto(served.origin + path);
		await waitForMarks(page);
		const marked = await page.evaluate(() => document.documentElement.outerHTML);
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const opened = await page.evaluate(() => {
			const hosts = document.querySelectorAll('sidelight-card');
			const count = hosts.length;
			hosts[0]?.remove();
			return { count, html: document.documentElement.outerHTML };
		});
		await page.close();

		expect(marked).toBe(before);
		expect(opened).toEqual({ count: 1, html: before });
		expect(errors).toEqual([]);
		const asked = served.asked.slice(askedPlain);
		expect(asked.filter((one) => one !== path && one !== '/demo/style.css')).toEqual([]);
		expect(asked.filter((one) => one === path)).toHaveLength(1);
	});
});

it('asks no host for anything, from the page or from the background', async () => {
	const running = await launch({ kind: 'chromium' });
	const urls: string[] = [];
	const worker = await running.browser.waitForTarget((target) => target.type() === 'service_worker');
	const session = await worker.createCDPSession();
	await session.send('Network.enable');
	session.on('Network.requestWillBeSent', ({ request }) => urls.push(request.url));
	const page = await running.browser.newPage();
	page.on('request', (request) => urls.push(request.url()));
	await page.goto(`${served.origin}/demo/en.html`);
	await waitForMarks(page);
	await hoverMark(page, 0);
	await waitForCard(page, 'chromium');
	await running.close();
	const strange = urls.filter(
		(url) => !url.startsWith(served.origin) && !url.startsWith(running.origin) && !url.startsWith('data:'),
	);
	expect(urls.length).toBeGreaterThan(0);
	expect(strange).toEqual([]);
});
