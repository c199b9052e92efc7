/** What stays open while its pack is corrected, a card or the side panel: what was altered or withdrawn is shown as that, without reload. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwn } from '../../tools/browser/launch.ts';
import { readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import { type Served, serve } from '../../tools/browser/serve.ts';
import { harbour, type Publisher } from '../support/publisher/publisher.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { clickInCard, clickName, wordsInCard } from './support/in-card.ts';
import { press, until, untilText } from './support/own.ts';
import { until as live, subscribeTo, syncNow } from './support/subscriber.ts';

const PAGES: Record<string, string> = {
	'/': '<html lang="en"><title>Port</title><body style="font: 16px serif"><p>Boats left Port Vale at noon.</p>',
	'/talks':
		'<html lang="zh-CN"><title>维尔港会谈</title><meta property="article:published_time" content="2021-09-13"><article><h1>维尔港务局在维尔港举行海港会谈</h1><p>维尔港务局9月12日在维尔港同对岸的代表会面，会谈进行了整个上午，码头上停满了大大小小的船只。</p><p>维尔港务局说，渡轮今后每周将从维尔港开行7次，乘客可以在码头买票，也可以上船以后再补票。</p></article>',
};

let served: Served;
let server: FaultServer;
beforeAll(async () => {
	served = await serve((path) => ({ body: `<!doctype html><meta charset="utf-8">${PAGES[path] ?? ''}` }));
	server = await startFaultServer();
});
afterAll(() => Promise.all([served.close(), server.close()]));

/** Known by its deed on a page that names one body only. */
const told = (number: number) =>
	harbour(number).replace('participants: [{ entity: vale-authority }]', '$&, what: [ferry]');
const WITHOUT = told(0).replace(/claims:[\s\S]*/, 'claims: []\n');

inBothBrowsers(
	'what is open while its pack is corrected',
	(running, kind) => {
		let publisher: Publisher;
		let own: Page;
		beforeAll(async () => {
			const host = await server.host(kind);
			publisher = host.publisher;
			own = await openOwn(running(), '/packs.html');
			await subscribeTo(own, host.url);
			await live(own, ({ manifest }) => manifest !== null);
		});
		afterAll(() => own?.close());

		/** The pack with its one statement in words of that number; null: without it. */
		async function publish(number: number | null) {
			await publisher.publish(Date.now(), { text: number === null ? WITHOUT : told(number) });
			const { seq } = publisher.version;
			await syncNow(own);
			await live(own, ({ manifest }) => manifest?.seq === seq);
		}

		it('a card says which statement was corrected and what it was before, then that it was withdrawn', async () => {
			const page = await running().browser.newPage();
			await page.goto(served.origin);
			expect((await waitForMarks(page, { timeout: 10_000 })).map(({ text }) => text)).toEqual(['Port Vale']);
			const [mark] = await readMarks(page);
			if (!mark) throw new Error('no mark');
			await clickName(page, running(), mark);
			await clickInCard(page, 'Pin this card');
			const words = (wanted: RegExp) =>
				until(
					() => wordsInCard(page),
					(text) => wanted.test(text ?? ''),
					20_000,
				);
			expect(await wordsInCard(page)).not.toMatch(/Corrected/);

			await publish(2);
			await page.bringToFront();
			expect(await words(/Corrected/)).toMatch(
				/CorrectedA ferry will run every day \(2\)Before: A ferry will run every day \(1\)/,
			);

			await publish(null);
			await page.bringToFront();
			expect(await words(/Withdrawn/)).toMatch(/WithdrawnA ferry will run every day \(2\)/);
			await page.close();
		});

		it('the side panel says so in the statement’s row, then above all rows that it was withdrawn; so does the list of kept pages', async () => {
			await publish(3);
			const page = await running().browser.newPage();
			await page.goto(`${served.origin}/talks`);
			await waitForMarks(page, { timeout: 10_000 });
			const panel = await openOwn(running(), '/sidepanel.html');
			expect(await untilText(panel, /every day \(3\)/)).not.toMatch(/Corrected|Withdrawn/);
			await press(panel, 'Let me keep pages');
			await press(panel, 'Keep this page');
			await untilText(panel, /Kept\./);
			const kept = await openOwn(running(), '/kept.html');
			expect(await untilText(kept, /every day \(3\)/)).not.toMatch(/corrected|withdrawn/);

			await publish(4);
			await panel.bringToFront();
			expect(await untilText(panel, /Corrected/)).toMatch(
				/Corrected\s*A ferry will run every day \(4\)\s*Before: A ferry will run every day \(3\)/,
			);
			expect(
				await panel.evaluate(() => document.querySelector('.claim-row .tag ~ [lang]')?.textContent),
			).toBe('A ferry will run every day (4)');

			expect(await untilText(kept, /corrected by the pack/)).toMatch(
				/A ferry will run every day \(4\)\s*It said: A ferry will run every day \(3\)/,
			);

			await publish(null);
			expect(await untilText(kept, /withdrawn by the pack/)).toMatch(/A ferry will run every day \(4\)/);
			expect(await kept.evaluate(() => document.querySelector('.stated s')?.textContent)).toBe(
				'A ferry will run every day (4)',
			);
			await panel.bringToFront();
			const text = await untilText(panel, /Withdrawn/);
			expect(text).toMatch(/Withdrawn\s*A ferry will run every day \(4\)/);
			expect(await panel.evaluate(() => document.querySelectorAll('.claim-row').length)).toBe(0);
			for (const one of [kept, panel, page]) await one.close();
		});
	},
	{ packHost: true },
);
