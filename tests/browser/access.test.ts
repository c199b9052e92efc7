/** Where Sidelight may read: nowhere but on a click, and at once where the reader grants it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwn } from '../../tools/browser/launch.ts';
import { readMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { clickToolbar, inFirefoxWindow } from './support/outside.ts';
import { openDemo, untilMarks, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages();
});
afterAll(() => served.close());

inBothBrowsers(
	'access',
	(running, kind) => {
		it('reads a page on a click on the toolbar button alone, where no site is granted', async () => {
			const page = await openDemo(running(), served, false);
			expect(await readMarks(page)).toEqual([]);
			await clickToolbar(running(), page);
			expect(await untilMarks(page, (texts) => texts.length > 3)).toContain('Kim Jong Un');
			await page.close();
		});

		// Chromium's question cannot be answered without a display.
		it.runIf(kind === 'firefox')(
			'goes into open pages on a grant, and out of them when it is given back',
			async () => {
				await inFirefoxWindow(
					running(),
					"Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);",
				);
				const page = await openDemo(running(), served, false);
				expect(await readMarks(page)).toEqual([]);
				const options = await openOwn(running(), '/options.html');
				await untilText(options, /All sites/);
				const click = async (label: string) => {
					await options.bringToFront();
					await (await options.waitForSelector(`::-p-text(${label})`))?.click();
				};
				await click('All sites');
				expect(await untilMarks(page, (texts) => texts.length > 3)).toContain('Kim Jong Un');
				await click('Only when I click the button');
				expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
				for (const one of [options, page]) await one.close();
			},
		);
	},
	{ granted: false },
);
