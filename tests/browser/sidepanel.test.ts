/** The side panel, opened in a tab: the page's event, every name in order, the way there, and one calm line for all else. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { launch, openOwn, type Running, reportOfTab } from '../../tools/browser/launch.ts';
import { waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { openedPlace, press, resetSettings, until, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages(['<p>Nothing of note happened in the village today.']);
});
afterAll(() => served.close());

/** Each test its own address: tabs are found by it. */
let opened = 0;

async function openDemo({ browser }: Running): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(`${served.origin}/demo/en.html?${opened++}`);
	await waitForMarks(page, { timeout: 15_000 });
	return page;
}

const namesIn = (panel: Page): Promise<string[]> =>
	panel.evaluate(() => [...document.querySelectorAll('.mention-name')].map((one) => one.textContent ?? ''));

inBothBrowsers('side panel', (running, kind) => {
	beforeEach(() => resetSettings(running()));

	it('shows the event with its coverage, and every name of the page in its order', async () => {
		const page = await openDemo(running());
		const report = await reportOfTab(running(), page.url());
		if (!report) throw new Error('no report');
		const panel = await openOwn(running(), '/sidepanel.html');
		const text = await untilText(panel, /This article’s event[\s\S]*Names on this page/);
		expect(text).toMatch(/This article’s event/);
		expect(text).toMatch(/Storm Media/);
		const wanted = report.mentions.map(({ block, start, end }) =>
			report.blocks[block]?.text.slice(start, end),
		);
		expect(
			await until(
				() => namesIn(panel),
				(names) => names.length === wanted.length,
			),
		).toEqual(wanted);
		for (const one of [panel, page]) await one.close();
	});

	it('leads to all of the event in the corpus page', async () => {
		const page = await openDemo(running());
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Names on this page/);
		await press(panel, 'This event in a tab of its own');
		expect(await openedPlace(running())).toMatch(/^#\/event\/[0-9a-f]{32}%2Fvostochny-2023$/);
		for (const one of [panel, page]) await one.close();
	});

	it('leads to a name and opens its card there', async () => {
		const page = await openDemo(running());
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Names on this page/);
		await page.bringToFront();
		const name = await panel.evaluate(() => {
			const button = document.querySelectorAll<HTMLElement>('.mention')[2];
			button?.click();
			return button?.querySelector('.mention-name')?.textContent ?? '';
		});
		expect((await waitForCard(page, kind))?.join(' ')).toContain(name);
		for (const one of [panel, page]) await one.close();
	});

	it('says each state in one line: nothing found, off, paused', async () => {
		const page = await openDemo(running());
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Names on this page/);
		await page.goto(`${served.origin}/inline/0`);
		expect(await untilText(panel, /No name/)).toMatch(/No name from your packs on this page/);
		await page.goto(`${served.origin}/demo/en.html`);
		expect(await untilText(panel, /Names on this page/)).toMatch(/Names on this page/);

		const popup = await openOwn(running(), '/popup.html');
		await untilText(popup, /Off for this site/);
		await press(popup, 'Off for this site\n127.0.0.1');
		// Closed before it has written, it would take the choice with it.
		await untilText(popup, /is off for/);
		await popup.close();
		expect(await untilText(panel, /is off for/)).toMatch(/Sidelight is off for 127\.0\.0\.1/);
		await press(panel, 'Turn on again');
		expect(await untilText(panel, /Names on this page/)).toMatch(/Names on this page/);

		const options = await openOwn(running(), '/options.html');
		await press(options, 'Until I resume');
		// As above: the choice is written when the page shows it.
		await untilText(options, /Paused until you resume/);
		await options.close();
		expect(await untilText(panel, /Paused/)).toMatch(/Paused until you resume/);
		await press(panel, 'Resume');
		expect(await untilText(panel, /Names on this page/)).toMatch(/Names on this page/);
		for (const one of [panel, page]) await one.close();
	});

	it('says that the overlay is gone, and starts it again', async () => {
		const page = await openDemo(running());
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Names on this page/);
		await panel.evaluate(async (url) => {
			const { chrome } = globalThis as unknown as {
				chrome: {
					tabs: {
						query(of: object): Promise<{ id: number; url?: string }[]>;
						sendMessage(id: number, message: object): Promise<unknown>;
					};
				};
			};
			const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
			if (tab) await chrome.tabs.sendMessage(tab.id, { type: 'stop' }).catch(() => undefined);
			dispatchEvent(new Event('focus'));
		}, page.url());
		expect(await untilText(panel, /not running/)).toMatch(/may have been updated since/);
		await press(panel, 'Start on this page');
		expect(await untilText(panel, /Names on this page/)).toMatch(/Names on this page/);
		for (const one of [panel, page]) await one.close();
	});

	it('follows the tab that is read', async () => {
		const demo = await openDemo(running());
		const other = await running().browser.newPage();
		await other.goto(`${served.origin}/inline/0`);
		const panel = await openOwn(running(), '/sidepanel.html');
		expect(await untilText(panel, /No name/)).toMatch(/No name from your packs/);
		await demo.bringToFront();
		expect(await untilText(panel, /Names on this page/)).toMatch(/Names on this page/);
		for (const one of [panel, other, demo]) await one.close();
	});
});

it('says how to let it in where nothing is granted', async () => {
	const running = await launch({ kind: 'chromium', granted: false });
	try {
		const page = await running.browser.newPage();
		await page.goto(`${served.origin}/demo/en.html`);
		const panel = await openOwn(running, '/sidepanel.html');
		expect(await untilText(panel, /may not read/)).toMatch(/Its toolbar button lets it in/);
	} finally {
		await running.close();
	}
});
