/** The popup: events, one search over all scripts, an event opened to its coverage; keyboard all the way. */

import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openOwn } from '../../tools/browser/launch.ts';
import { inBothBrowsers } from './support/browsers.ts';

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));
const textOf = (page: Page) => page.evaluate(() => document.body.innerText);

inBothBrowsers('popup', (running) => {
	it('lists events and opens one to its coverage', async () => {
		const page = await openOwn(running(), '/popup.html');
		await pause(500);
		expect(await textOf(page)).toMatch(/Putin–Kim summit at Vostochny|Putin's visit to Pyongyang/);
		await page.type('input[type=search]', 'vostochny summit');
		await pause(500);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await pause(600);
		const text = await textOf(page);
		expect(text).toMatch(/Putin–Kim summit at Vostochny/);
		expect(text).toMatch(/Storm Media/);
		expect(text).toMatch(/Vision Times/);
		await page.close();
	});

	it.each(['普丁', '普京', 'Putin', 'putin', '普亭'])('finds Putin by %s', async (typed) => {
		const page = await openOwn(running(), '/popup.html');
		await pause(300);
		await page.type('input[type=search]', typed);
		await pause(600);
		expect(await textOf(page)).toMatch(/Vladimir Putin/);
		await page.close();
	});

	it('says calmly that nothing was found, for signs and for a very long search', async () => {
		const page = await openOwn(running(), '/popup.html');
		await pause(300);
		for (const typed of ['(+)+$', 'x'.repeat(10_000)]) {
			await page.evaluate((text) => {
				const field = document.querySelector<HTMLInputElement>('input[type=search]');
				if (!field) throw new Error('no search');
				field.value = text;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			}, typed);
			await pause(500);
			expect(await textOf(page)).toMatch(/no match|nothing|no name/i);
		}
		await page.close();
	});
});
