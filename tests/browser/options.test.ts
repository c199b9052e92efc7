/** The options page: settings out to a file and in again, bad files, languages, sites, shortcuts; the welcome page's modes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openOwn } from '../../tools/browser/launch.ts';
import { axeFaultsOf } from './support/axe.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { press, resetSettings, textOf, until, untilText } from './support/own.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sidelight-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the export button puts into the file: a download cannot be followed in both browsers. */
async function exported(page: Page): Promise<string> {
	await page.evaluate(() => {
		const made = URL.createObjectURL;
		URL.createObjectURL = (blob: Blob) => {
			void blob.text().then((text) => {
				document.body.dataset.file = text;
			});
			return made(blob);
		};
	});
	await press(page, 'Export');
	return until(
		() => page.evaluate(() => document.body.dataset.file ?? ''),
		(text) => text !== '',
	);
}

async function importing(page: Page, text: string): Promise<string> {
	const path = join(folder, 'settings.json');
	writeFileSync(path, text);
	const field = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
	await field.uploadFile(path);
	return until(
		() => page.evaluate(() => document.querySelector<HTMLElement>('[data-code]')?.dataset.code ?? ''),
		(code) => code !== '',
	);
}

const chosen = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')].map(({ value }) => value),
	);

async function addSiteOff(page: Page, typed: string): Promise<void> {
	await untilText(page, /Sites where it stays off/);
	await page.evaluate((text) => {
		const form = [...document.querySelectorAll('form')].at(-1);
		const field = form?.querySelector('input');
		if (!form || !field) throw new Error('no form');
		field.value = text;
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}, typed);
	await page.evaluate(() => [...document.querySelectorAll('form')].at(-1)?.requestSubmit());
}

inBothBrowsers('options', (running, kind) => {
	beforeEach(() => resetSettings(running()));

	it('takes its settings out to a file, and from the file again', async () => {
		const page = await openOwn(running(), '/options.html');
		await press(page, 'Side panel only');
		await press(page, 'Every time');
		await addSiteOff(page, 'https://www.bbc.com/news');
		await untilText(page, /www\.bbc\.com/);
		const file = await exported(page);
		expect(JSON.parse(file)).toMatchObject({
			sidelight: 'settings',
			version: 1,
			settings: { look: 'panel', show: 'every', off: ['www.bbc.com'] },
		});
		await press(page, 'Underlines and cards');
		await press(page, 'Turn on again: www.bbc.com');
		await until(
			() => chosen(page),
			(values) => values.includes('marks'),
		);
		expect(await importing(page, file)).toBe('imported');
		await untilText(page, /www\.bbc\.com/);
		expect(await chosen(page)).toEqual(['panel', 'every', 'auto']);
		await page.close();
	});

	it.each([
		['no JSON', 'hello', 'settings-not-json'],
		['another JSON', '{"a": 1}', 'settings-not-ours'],
		['a newer file', '{"sidelight": "settings", "version": 9, "settings": {}}', 'settings-newer'],
		[
			'a host that is none',
			JSON.stringify({
				sidelight: 'settings',
				version: 1,
				settings: { reader: 'en', look: 'marks', show: 'once', badge: true, off: ['*'], hidden: [] },
			}),
			'settings-invalid',
		],
	])('changes nothing for %s, and says why', async (_, text, code) => {
		const page = await openOwn(running(), '/options.html');
		await press(page, 'Cards only');
		await until(
			() => chosen(page),
			(values) => values.includes('hover'),
		);
		expect(await importing(page, text)).toBe(code);
		expect(await textOf(page)).toMatch(/Nothing was changed/);
		expect((await chosen(page))[0]).toBe('hover');
		await page.close();
	});

	it('speaks the language chosen at once', async () => {
		const page = await openOwn(running(), '/options.html');
		await press(page, 'Chinese, Taiwan\n普丁').catch(() => press(page, 'Chinese, Taiwan 普丁'));
		expect(await untilText(page, /設定/)).toMatch(/鍵盤快速鍵/);
		expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
		await page.close();
	});

	it('refuses what names no site', async () => {
		const page = await openOwn(running(), '/options.html');
		await addSiteOff(page, 'not a site');
		expect(await untilText(page, /not the address/)).toMatch(/not the address of a site/);
		await page.close();
	});

	it('shows the shortcuts as they are set', async () => {
		const page = await openOwn(running(), '/options.html');
		await untilText(page, /Change shortcuts/);
		const keys = await page.evaluate(() =>
			[...document.querySelectorAll('.shortcuts dd')].map((one) => one.textContent ?? ''),
		);
		expect(keys).toHaveLength(5);
		// Chromium gives no keys to an extension that tests installed.
		if (kind === 'firefox') for (const key of keys.slice(0, 4)) expect(key).toMatch(/Alt\+Shift\+\w/);
		await page.close();
	});

	if (kind === 'chromium')
		it('is free of faults that axe finds, and so is the welcome page, in each language and theme', async () => {
			expect(
				await axeFaultsOf(running(), { '/options.html': /Sidelight/, '/welcome.html': /Sidelight/ }),
			).toEqual([]);
		});

	it('offers the same modes on the welcome page', async () => {
		const welcome = await openOwn(running(), '/welcome.html');
		await press(welcome, 'Cards only');
		await until(
			() => chosen(welcome),
			(values) => values.includes('hover'),
		);
		const page = await openOwn(running(), '/options.html');
		await untilText(page, /Cards only/);
		expect((await chosen(page))[0]).toBe('hover');
		for (const one of [page, welcome]) await one.close();
	});
});
