/** The extension is updated under an open page: its card goes, and nothing is said where nobody asked. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { openOwn } from '../../tools/browser/launch.ts';
import { hoverMark, readMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { cardsOpen, untilCards, wordsInCard } from './support/in-card.ts';
import { openDemo, pause, until } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages();
});
afterAll(() => served.close());

inBothBrowsers('updated under an open page', (running, kind) => {
	it('leaves the page in peace: no error, no complaint, no second card', async () => {
		const page = await openDemo(running(), served);
		const errors: string[] = [];
		page.on('console', (message) => errors.push(message.text()));
		page.on('pageerror', (error) => errors.push(String(error)));
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const own = await openOwn(running(), '/options.html');
		await own
			.evaluate(() =>
				(globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
			)
			.catch(() => undefined);
		// While the browser closes the extension's own page, no other can be brought forward.
		const forward = () =>
			page.bringToFront().then(
				() => true,
				() => false,
			);
		expect(await until(forward, (done) => done)).toBe(true);
		// Firefox ends the old script with its update, and the new one clears up; in Chromium the old one lives on.
		if (kind === 'firefox') expect(await untilCards(page, 0)).toBe(0);
		else await pause(2000);
		await page.mouse.click(970, 20);
		if ((await readMarks(page)).length > 1) await hoverMark(page, 1);
		await pause(1000);
		expect(await cardsOpen(page)).toBeLessThanOrEqual(1);
		expect((await wordsInCard(page)) ?? '').not.toMatch(/could not/);
		expect(errors).toEqual([]);
		await page.close();
	});
});
