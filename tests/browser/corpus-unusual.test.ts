/** Popup and corpus page over unusual stores: packs that disagree, records bare and full, what a newer version took out, nothing at all. */
import { readFile, rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPack, readPack } from '../../lib/author/index.ts';
import { type Kind, needBrowser } from '../../tools/browser/find.ts';
import { askBackground, launch, openOwn, type Running } from '../../tools/browser/launch.ts';
import { EXTREMES, extremes } from '../support/extremes.ts';
import { withPage } from '../support/with-page.ts';
import { HARBOUR } from '../unit/support/harbour.ts';
import type { Installer, Sent } from './support/install-page.ts';
import { inOwn, textOf, until, untilText } from './support/own.ts';

const ONE = '5d0c7a91e3f24b68a1970c4be82f63d5';
const OTHER = '6d0c7a91e3f24b68a1970c4be82f63d5';
const place = (pack: string, page: string, id: string) => `#/${page}/${encodeURIComponent(`${pack}/${id}`)}`;

const other = HARBOUR.replace(ONE, OTHER)
	.replace('{ en: Harbour talks, zh-Hans: 海港会谈 }', '{ en: Another view, zh-Hans: 另一种看法 }')
	.replace('harbour town', 'a town that is disputed');
/** Its newer version knows no meeting. */
const without = other.slice(0, other.indexOf('events:'));

async function sent(text: string): Promise<Sent> {
	const { source, problems } = readPack([{ path: 'pack.yaml', text }]);
	if (!source) throw new Error(JSON.stringify(problems.slice(0, 5)));
	const { hash, manifest, shards } = await buildPack(source);
	const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
	return {
		hash,
		manifest: base64(manifest),
		shards: Object.fromEntries([...shards].map(([h, bytes]) => [h, base64(bytes)])),
	};
}

type Made = { installer: Installer };
const renewed = (page: Page) => askBackground(page, { type: 'packs-changed' });
const install = (running: Running, ...texts: string[]) =>
	inOwn(running, '/install.html', async (own) => {
		for (const text of texts)
			await own.evaluate((pack) => (globalThis as unknown as Made).installer.install(pack), await sent(text));
		await renewed(own);
	});

async function go(page: Page, hash: string): Promise<string> {
	await page.evaluate((to) => {
		document.querySelector('h1')?.setAttribute('data-left', '');
		location.hash = to;
	}, hash);
	await until(() => page.evaluate(() => document.querySelector('h1:not([data-left])') !== null), Boolean);
	return textOf(page);
}

describe.each<Kind>(['chromium', 'firefox'])('unusual stores (%s)', (kind) => {
	let running: Running;
	let folder: string;
	beforeAll(async () => {
		needBrowser(kind);
		folder = await withPage(kind, 'install', 'tests/browser/support/install-page.ts');
		running = await launch({ kind, extension: folder });
		await install(running, HARBOUR, other, extremes());
	}, 60_000);
	afterAll(async () => {
		await running?.close();
		await rm(folder, { recursive: true, force: true });
	});

	it('what two packs have by the same name stands apart, each with its pack', async () => {
		const popup = await openOwn(running, '/popup.html');
		await popup.waitForSelector('[role=option]');
		await popup.type('input[role=combobox]', 'Port Vale');
		const found = await untilText(popup, /a town that is disputed/);
		expect(found).toMatch(/a town that is disputed[^\n]*Another view/);
		expect(found).toMatch(/harbour town[^\n]*Harbour talks/);
		await popup.close();

		const page = await openOwn(running, '/corpus.html#/search?q=Port%20Vale');
		const results = await untilText(page, /a town that is disputed/);
		expect(results).toMatch(/harbour town[^\n]*Harbour talks/);
		expect(results).toMatch(/Harbour meeting\s+September[^\n]*Another view/);
		const town = await go(page, place(ONE, 'entity', 'port-vale'));
		expect(town).toMatch(/In another pack[\s\S]*Port Vale[\s\S]*a town that is disputed[\s\S]*Another view/);
		const meeting = await go(page, place(ONE, 'event', 'harbour-2021'));
		expect(meeting).toMatch(/In another pack[\s\S]*Harbour meeting[\s\S]*Another view/);
		expect(meeting).toMatch(/Pack: Harbour talks/);
		expect(await go(page, place(OTHER, 'event', 'harbour-2021'))).toMatch(/Pack: Another view/);
		await page.close();
	});

	it('a record with nothing that may be left out, and one with every field at its limit, are shown whole', async () => {
		const axe = kind === 'chromium' ? await readFile('node_modules/axe-core/axe.min.js', 'utf8') : null;
		const page = await openOwn(running, '/corpus.html');
		await page.bringToFront();
		const faults: string[] = [];
		page.on('pageerror', (error) => faults.push(String(error)));
		if (axe) await page.evaluate(axe);
		const views = [
			['event', 'bare-event', /Bare day[\s\S]*2021[\s\S]*Nothing more is known/],
			['entity', 'bare-entity', /Bareboat[\s\S]*a boat/],
			['article', 'bare-article', /Bare[\s\S]*Nothing more is known/],
			['source', 'bare-source', /Bare[\s\S]*Website/],
			[
				'event',
				'full-event',
				/Llanfair[\s\S]*Person number 23[\s\S]*8 statements|Llanfair[\s\S]*Person number 23/,
			],
			['event', 'full-series', /Series[\s\S]*Llanfair/],
			['entity', 'full-entity', /Llanfair[\s\S]*Roles over time/],
			['article', 'full-article-0', /Llanfair[\s\S]*the long way round/],
			['source', 'full-source', /Government[\s\S]*Articles\s+6/],
		] as const;
		for (const width of [1280, 400]) {
			await page.setViewport({ width, height: 900 });
			for (const [view, id, words] of views) {
				const name = `${id} at ${width}`;
				await go(page, place(EXTREMES, view, id));
				expect(await untilText(page, words), name).toMatch(words);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
				if (wide > 0) faults.push(`${name}: ${wide} px wider than the window`);
				if (axe && width === 400)
					faults.push(
						...(await page.evaluate(async (at) => {
							const { axe: run } = window as unknown as { axe: typeof import('axe-core') };
							return (await run.run(document)).violations.map(
								({ id, nodes }) => `${at}: ${id} ${nodes[0]?.html}`,
							);
						}, name)),
					);
			}
		}
		expect(faults).toEqual([]);
		await page.close();
	}, 90_000);

	it('what a newer version of a pack took out: a link to it says so, and the rest stays', async () => {
		const page = await openOwn(running, `/corpus.html${place(OTHER, 'event', 'harbour-2021')}`);
		await untilText(page, /Harbour meeting/);
		await install(running, without);
		// The page that shows it hears of the newer version by itself.
		expect(await untilText(page, /No longer here/)).toMatch(
			/Another view[\s\S]*newer version may have taken it out/,
		);
		expect(await go(page, place(OTHER, 'entity', 'port-vale'))).toMatch(/a town that is disputed/);
		const query = new URLSearchParams({
			a: `${ONE}/harbour-2021`,
			b: `${OTHER}/harbour-2021`,
		});
		expect(await go(page, `#/compare?${query}`)).toMatch(/is no longer in its pack/);
		expect(await go(page, place(ONE, 'event', 'harbour-2021'))).not.toMatch(/In another pack/);
		await page.close();
	});

	it('an empty store: popup and corpus page say so calmly, and search and lists are empty', async () => {
		await inOwn(running, '/install.html', async (own) => {
			await own.evaluate(() => (globalThis as unknown as Made).installer.empty());
			await renewed(own);
		});
		const popup = await openOwn(running, '/popup.html');
		expect(await untilText(popup, /No pack is installed/)).toMatch(/No pack is installed/);
		await popup.type('input[role=combobox]', 'Putin');
		expect(await untilText(popup, /Nothing found/)).toMatch(/Nothing found/);
		await popup.close();
		const page = await openOwn(running, '/corpus.html');
		expect(await untilText(page, /No pack is installed/)).toMatch(/No pack is installed/);
		for (const [hash, words] of [
			['#/sources', /No pack is installed/],
			['#/search?q=Putin', /Nothing found/],
			[place(ONE, 'event', 'harbour-2021'), /is not installed/],
			['#/events?person=x', /No pack is installed/],
		] as const) {
			await go(page, hash);
			expect(await untilText(page, words), hash).toMatch(words);
		}
		await page.close();
	});
});
