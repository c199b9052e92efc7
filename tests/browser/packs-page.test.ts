/** The packs page as a reader uses it: look, compare, agree; see what changed; go back; remove. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCard, waitForCard } from '../../tools/browser/card.ts';
import { askBackground, openOwn } from '../../tools/browser/launch.ts';
import { hoverMark } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { harbour } from '../support/publisher/publisher.ts';
import { axeFaultsOf } from './support/axe.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { type FaultServer, type Hosted, startFaultServer } from './support/fault-server.ts';
import { until, untilMarks } from './support/own.ts';
import { servePages } from './support/pages.ts';
import { pause, subscribeTo, syncNow } from './support/subscriber.ts';

let server: FaultServer;
let served: Served;
beforeAll(async () => {
	server = await startFaultServer();
	served = await servePages();
});
afterAll(async () => {
	await server.close();
	await served.close();
});

const MARKUP = '<img src=x onerror=document.title=1><b>Harbour</b>';

async function shows(page: Page, wanted: RegExp, patience = 15_000): Promise<string> {
	for (const end = Date.now() + patience; ; await pause(200)) {
		const text = (await page.evaluate(() => document.body.innerText)).replaceAll('\u00a0', ' ');
		if (wanted.test(text)) return text;
		if (Date.now() > end) throw new Error(`${wanted} not in:\n${text}`);
	}
}

const press = (page: Page, label: string) =>
	page.evaluate((wanted) => {
		const all = [...document.querySelectorAll('button')];
		const button = all.find((one) => one.textContent?.trim() === wanted);
		if (!button) throw new Error(`no button "${wanted}" among ${all.map((one) => one.textContent)}`);
		button.click();
	}, label);

inBothBrowsers(
	'packs page',
	(running, kind) => {
		it('subscribes, tells what changed, goes back, and removes', async () => {
			const hosted: Hosted = await server.host(`page-${kind}`);
			const page = await openOwn(running(), '/packs.html');
			await shows(page, /Came with Sidelight/);
			await page.waitForSelector('input[type=text]');
			await page.type('input[type=text]', hosted.url);
			await press(page, 'Look at it');
			const shown = await shows(page, /Fingerprint/);
			expect(shown).toMatch(/(\b[a-z]{3,8}\b ){7}[a-z]{3,8}/);
			expect(shown).toMatch(/Harbour talks[\s\S]*packs\.example:\d+\s[\s\S]*2 articles[\s\S]*CC0-1.0/);
			const before = server.asked.filter(({ path }) => path.includes(`page-${kind}/shards/`)).length;
			expect(before).toBe(0);
			await press(page, 'Subscribe');
			await shows(page, /Last confirmed[\s\S]*Check now/);
			await shows(page, /since/);

			await hosted.publisher.publish(Date.now(), { text: harbour(2) });
			await syncNow(page);
			await shows(page, /1 statement altered/);
			await page.click('summary');
			await shows(
				page,
				/Corrected\s*A ferry will run every day \(2\)\s*Before: A ferry will run every day \(1\)/,
			);
			if (kind === 'chromium')
				expect(await axeFaultsOf(running(), { '/packs.html': /packs\.example/ })).toEqual([]);
			await press(page, 'Go back to the version before');
			await shows(page, /1\.1 · here since/);

			await press(page, 'Remove');
			await shows(page, /Remove the pack and all/);
			await press(page, 'Yes, remove');
			await page.waitForFunction(() => !document.body.innerText.includes('Harbour talks'));
			await page.close();
		});

		it('tells pages that are open: names of a new pack are marked, an open card says what a newer version says', async () => {
			const hosted = await server.host(`told-${kind}`);
			const page = await running().browser.newPage();
			await page.goto(`${served.origin}/demo/en.html`);
			await page.evaluate(() => {
				document.body.innerHTML =
					'<article><p>Boats left Port Vale in the morning, and came back at night.</p></article>';
			});
			const own = await openOwn(running(), '/popup.html');
			await subscribeTo(own, hosted.url);
			// What went stays in the registry until all that took its place is drawn.
			expect(await untilMarks(page, (texts) => texts.join() === 'Port Vale')).toEqual(['Port Vale']);
			await hoverMark(page, 0);
			expect((await waitForCard(page, kind))?.join(' ')).toContain('harbour town');

			await hosted.publisher.publish(Date.now(), {
				text: harbour(2).replace('en: harbour town', 'en: a town of ferries'),
			});
			await syncNow(own);
			const card = await until(
				async () => (await readCard(page, kind))?.join(' ') ?? '',
				(text) => text.includes('a town of ferries'),
				20_000,
			);
			expect(card).toContain('a town of ferries');

			await askBackground(own, { type: 'packs-remove', pack: hosted.publisher.packId });
			expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
			for (const one of [page, own]) await one.close();
		});

		it('markup in every string shown as text, no new element, no request', async () => {
			const hosted = await server.host(`markup-${kind}`);
			await hosted.publisher.publish(Date.now(), {
				text: harbour(2).replace('title: { en: Harbour talks', `title: { en: "${MARKUP}"`),
				seq: 2,
			});
			const page = await openOwn(running(), '/packs.html');
			await page.waitForSelector('input[type=text]');
			await page.type('input[type=text]', hosted.url);
			await press(page, 'Look at it');
			expect(await shows(page, /Fingerprint/)).toContain(MARKUP);
			expect(await page.evaluate(() => document.querySelectorAll('img, b').length)).toBe(0);
			await page.close();
		});

		it('link text naming one host, target another → the real host shown', async () => {
			const hosted = await server.host(`link-${kind}`);
			await hosted.publisher.publish(Date.now(), {
				seq: 2,
				manifest: (manifest) => {
					manifest.superseded = 'https://other.example/https://coast.example/';
				},
				text: harbour(2).replace('title: { en: Harbour talks', 'title: { en: "https://coast.example"'),
			});
			const page = await openOwn(running(), '/packs.html');
			await subscribeTo(page, hosted.url);
			await shows(page, /lives on at/);
			const links = await page.evaluate(() =>
				[...document.querySelectorAll<HTMLAnchorElement>('a.out')].map(({ innerText, href }) => ({
					text: innerText.split(/\s/)[0],
					href,
				})),
			);
			expect(links).toEqual([
				{ text: 'other.example', href: 'https://other.example/https://coast.example/' },
			]);
			await askBackground(page, { type: 'packs-remove', pack: hosted.publisher.packId });
			await page.close();
		});

		it('says in a sentence and a remedy what is wrong with an address', async () => {
			const page = await openOwn(running(), '/packs.html');
			await page.waitForSelector('input[type=text]');
			await page.type('input[type=text]', 'http://10.0.0.1/');
			await press(page, 'Look at it');
			await shows(page, /no address a pack can come from[\s\S]*public host/);
			await page.close();
		});
	},
	{ packHost: true },
);
