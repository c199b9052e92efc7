/** At the edge: ten megabytes of text, a private window, access taken back under an open page. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { openOwn } from '../../tools/browser/launch.ts';
import { hoverMark, readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { openPrivate, setAccess } from './support/outside.ts';
import { openDemo, until, untilMarks, untilText } from './support/own.ts';
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

	it('private windows store nothing: Sidelight is not there', async () => {
		const page = await openPrivate(running());
		await page.goto(`${served.origin}/demo/en.html`);
		expect(await waitForMarks(page, { timeout: 1500 })).toEqual([]);
		await page.close();
	});

	it('leaves an open page in peace when the reader takes its access back, says so in one line, and returns', async () => {
		const page = await openDemo(running(), served);
		const html = await page.evaluate(() => document.documentElement.outerHTML);
		const errors: string[] = [];
		page.on('console', (message) => errors.push(message.text()));
		page.on('pageerror', (error) => errors.push(String(error)));
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Names on this page/);
		await setAccess(running(), false);
		expect(await untilText(panel, /may not read/)).toMatch(/Its toolbar button lets it in/);
		expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
		await setAccess(running(), true);
		expect(await untilMarks(page, (texts) => texts.length > 3)).toContain('Kim Jong Un');
		expect(errors).toEqual([]);
		for (const one of [panel, page]) await one.close();
	});
});
