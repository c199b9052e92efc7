/** Pages at the edge: ten megabytes of text, and a private window. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { until } from './support/own.ts';
import { servePages } from './support/pages.ts';

const RAIN = 'Rain, and wheat at a fair price, and the ferry was late again. '.repeat(16);
/** 10 MB of text in 10,000 paragraphs; one name at each end. */
const ENDLESS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Endless</title><article>
<p>Vladimir Putin spoke first.</p>${Array.from({ length: 10_000 }, (_, n) => `<p>${n} ${RAIN}</p>`).join('')}
<p id="end">Sergei Shoigu spoke last.</p></article>`;

let served: Served;
beforeAll(async () => {
	served = await servePages([ENDLESS]);
});
afterAll(() => served.close());

inBothBrowsers('at the edge', (running, kind) => {
	it('10 MB of text: read to its end', async () => {
		const page = await running().browser.newPage();
		await page.goto(`${served.origin}/inline/0`);
		const texts = async () => (await readMarks(page)).map(({ text }) => text);
		expect(await until(texts, (found) => found.length > 0, 20_000)).toEqual(['Vladimir Putin']);
		await page.evaluate(() => document.getElementById('end')?.scrollIntoView());
		expect(await until(texts, (found) => found.includes('Sergei Shoigu'), 20_000)).toEqual(['Sergei Shoigu']);
		await page.close();
	});

	it.runIf(kind === 'chromium')('private windows store nothing: Sidelight is not there', async () => {
		const hidden = await running().browser.createBrowserContext();
		const page = await hidden.newPage();
		await page.goto(`${served.origin}/demo/en.html`);
		expect(await waitForMarks(page, { timeout: 1500 })).toEqual([]);
		await hidden.close();
	});
});
