/** A disk that is full when something is to be stored: nothing that is not stored is pretended, nothing is lost, and it is told. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarks, type SeenMark } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { refusing, restart } from './support/full-disk.ts';
import { clickInCard, clickName, inCard } from './support/in-card.ts';
import { chooseInMenu } from './support/outside.ts';
import { choose, inOwn, openDemo, until, untilMarks } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages();
});
afterAll(() => served.close());

/** The line at the foot of the window. */
const untilSaid = (page: Page, wanted: RegExp) =>
	until(
		() => inCard(page, (root) => root.querySelector('.card-note')?.textContent ?? ''),
		(text) => wanted.test(text ?? ''),
		4000,
	);

inBothBrowsers('a full disk', (running) => {
	describe('settings that cannot be stored', () => {
		beforeAll(() => restart(running(), refusing('set', 'settings')));

		async function open(settings: object): Promise<{ page: Page; texts: string[]; mark: SeenMark }> {
			await inOwn(running(), '/options.html', (own) => choose(own, settings));
			const page = await openDemo(running(), served);
			const marks = await readMarks(page);
			const mark = marks.find(({ text }) => /Vostochny/.test(text));
			if (!mark) throw new Error('no mark');
			return { page, texts: marks.map(({ text }) => text), mark };
		}

		it.each([
			['en', 'Don’t mark this name', /^This could not be kept.*too little room.*Free some space/],
			['zh-Hant-TW', '在此網站停用', /^無法儲存.*空間不足/],
		])('a card says so in the reader’s language, and nothing is pretended: %s', async (reader, act, said) => {
			const { page, texts, mark } = await open({ reader });
			await clickName(page, running(), mark);
			await clickInCard(page, act);
			expect(await untilSaid(page, said)).toMatch(said);
			expect(await untilMarks(page, (now) => now.length === texts.length)).toEqual(texts);
			await page.close();
		});

		it.each(['site', 'pause'])('the page that is read says so of the toolbar menu’s %s', async (item) => {
			const { page, texts } = await open({});
			await chooseInMenu(running(), page, item);
			expect(await untilSaid(page, /could not be kept.*too little room/)).toMatch(/Free some space/);
			expect(await untilMarks(page, (now) => now.length === texts.length)).toEqual(texts);
			await page.close();
		});

		it('a pause is over when it is over', async () => {
			const { page, texts } = await open({});
			await inOwn(running(), '/options.html', (own) => choose(own, { paused: Date.now() + 3000 }), page);
			expect(await untilMarks(page, (now) => now.length === 0)).toEqual([]);
			expect(await untilMarks(page, (now) => now.length === texts.length)).toEqual(texts);
			await page.close();
		});
	});
});
