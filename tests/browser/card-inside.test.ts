/** Names inside a card, the whole event out of it, the one line that stands for it, and the page's summary. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { askBackground, openOwn, type Running, reportOfTab } from '../../tools/browser/launch.ts';
import { hoverMark, readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import {
	boxInCard,
	cardBox,
	cardsOpen,
	clickInCard,
	command,
	inCard,
	untilCards,
	wordsInCard,
} from './support/in-card.ts';
import { openDemo as openDemoIn, pause, resetSettings, until, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages(['<p>Nothing of note happened in the village today.']);
});
afterAll(() => served.close());

const openDemo = (running: Running) => openDemoIn(running, served);

const nameOf = (page: Page) => inCard(page, (root) => root.querySelector('.name')?.textContent ?? '');
/** Where the focus is, in the card that came last. */
const focusIn = (page: Page) => inCard(page, (root) => root.activeElement?.textContent ?? null);

/** Names that the open card leads on to, as far as they are in sight. */
const insideOf = (page: Page) =>
	inCard(page, (root) => [...root.querySelectorAll('.inside')].map((one) => one.textContent ?? ''));

inBothBrowsers('inside a card', (running, kind) => {
	beforeEach(() => resetSettings(running()));

	it('opens the card of a name in it when the pointer rests there, and closes it when it leaves', async () => {
		const page = await openDemo(running());
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const first = await nameOf(page);
		const [inner = ''] = (await insideOf(page)) ?? [];
		expect(inner).not.toBe('');
		expect(await insideOf(page)).not.toContain(first);
		const at = await boxInCard(page, inner);
		if (!at) throw new Error('no name inside');
		await page.mouse.move(at.left + at.width / 2, at.top + at.height / 2, { steps: 4 });
		expect(await untilCards(page, 2)).toBe(2);
		expect(await nameOf(page)).toBe(inner);
		const box = await cardBox(page);
		if (!box) throw new Error('no inner card');
		// The line it stands in stays in sight.
		expect(box.top >= at.top + at.height || box.top + box.height <= at.top).toBe(true);
		// On to the inner card, and both stay.
		await page.mouse.move(box.left + 60, box.top + Math.min(60, box.height / 2), { steps: 8 });
		await pause(700);
		expect(await cardsOpen(page)).toBe(2);
		await page.keyboard.press('Escape');
		expect(await untilCards(page, 1)).toBe(1);
		await page.close();
	});

	it('is walked by keyboard: on to a name, back to it, and back to the page', async () => {
		const page = await openDemo(running());
		await command(running(), page, { type: 'step', by: 1 });
		expect(await waitForCard(page, kind)).not.toBeNull();
		const first = await nameOf(page);
		const [inner = ''] = (await insideOf(page)) ?? [];
		for (let i = 0; i < 30 && (await focusIn(page)) !== inner; i++) await page.keyboard.press('Tab');
		expect(await focusIn(page)).toBe(inner);
		await page.keyboard.press('Enter');
		expect(await untilCards(page, 2)).toBe(2);
		expect(
			await until(
				() => nameOf(page),
				(name) => name === inner,
			),
		).toBe(inner);
		expect(await inCard(page, (root) => root.activeElement?.getAttribute('role'))).toBe('dialog');
		await page.keyboard.press('Escape');
		expect(await untilCards(page, 1)).toBe(1);
		expect(await nameOf(page)).toBe(first);
		expect(await focusIn(page)).toBe(inner);
		await page.keyboard.press('Escape');
		expect(await untilCards(page, 0)).toBe(0);
		await page.close();
	});

	it('goes with the card it came from, and stays when it is pinned', async () => {
		const page = await openDemo(running());
		const [mark] = await readMarks(page);
		if (!mark) throw new Error('no mark');
		for (const pinned of [false, true]) {
			await page.mouse.click(mark.x, mark.y);
			expect(await untilCards(page, 1)).toBe(1);
			const [inner = ''] = (await insideOf(page)) ?? [];
			await clickInCard(page, inner);
			expect(await untilCards(page, 2)).toBe(2);
			if (pinned) await clickInCard(page, 'Pin this card');
			await page.mouse.click(970, 780);
			expect(await untilCards(page, pinned ? 1 : 0)).toBe(pinned ? 1 : 0);
			if (pinned) expect(await nameOf(page)).toBe(inner);
		}
		await page.close();
	});

	it('tells no page which names stand in a card', async () => {
		const page = await openDemo(running());
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const roots = await page.evaluate(() =>
			[...CSS.highlights.values()].flatMap((highlight) =>
				[...highlight].map(({ startContainer }) => startContainer.getRootNode().nodeName),
			),
		);
		expect(new Set(roots)).toEqual(new Set(['#document']));
		await page.close();
	});

	it('opens the whole event: in the side panel where a page may open one, else unfolded in its place', async () => {
		const page = await openDemo(running());
		const [mark] = await readMarks(page);
		if (!mark) throw new Error('no mark');
		const panel = kind === 'firefox' ? await openOwn(running(), '/sidepanel.html') : null;
		await page.bringToFront();
		await page.mouse.click(mark.x, mark.y);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const height = (await cardBox(page))?.height ?? 0;
		await clickInCard(page, 'Open the whole event');
		if (kind === 'chromium') {
			const own = await openOwn(running(), '/popup.html');
			const panels = () =>
				own.evaluate(async () => {
					const { chrome } = globalThis as unknown as {
						chrome: { runtime: { getContexts(of: object): Promise<{ documentUrl?: string }[]> } };
					};
					return (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length;
				});
			expect(await until(panels, (count) => count === 1, 4000)).toBe(1);
			await own.close();
		} else {
			expect(
				await until(
					async () => (await cardBox(page))?.height ?? 0,
					(now) => now > height,
					4000,
				),
			).toBeGreaterThan(height);
			expect(await wordsInCard(page)).not.toMatch(/Open the whole event|Show all/);
		}
		await panel?.close();
		await page.close();
	});

	it('sums the page up when asked, in one line that is spoken, and says when there is nothing', async () => {
		const page = await openDemo(running());
		const line = () => inCard(page, (root) => root.querySelector('[role=status]')?.textContent ?? '');
		await command(running(), page, { type: 'summary' });
		expect(await until(line, (text) => text !== null && text !== '', 4000)).toMatch(
			/^\d+ names, \d+ events?(, \d+ statements? (worded differently|that differs?))*$/,
		);
		await page.keyboard.press('Escape');
		expect(await untilCards(page, 0)).toBe(0);
		await page.goto(`${served.origin}/inline/0`);
		await until(
			() => reportOfTab(running(), page.url()),
			(report) => report !== null,
		);
		await command(running(), page, { type: 'step', by: 1 });
		expect(await until(line, (text) => text !== null && text !== '', 4000)).toMatch(
			/No name from your packs/,
		);
		await page.close();
	});

	it('says in one line that a name is gone with its pack, and everywhere that there is no pack', async () => {
		const page = await openDemo(running());
		const [mark] = await readMarks(page);
		if (!mark) throw new Error('no mark');
		const own = await openOwn(running(), '/options.html');
		const { packs } = (await askBackground(own, { type: 'packs-list' })) as { packs: { pack: string }[] };
		for (const { pack } of packs) await askBackground(own, { type: 'packs-remove', pack });
		await own.close();
		await page.bringToFront();
		await page.mouse.click(mark.x, mark.y);
		expect(await untilCards(page, 1)).toBe(1);
		expect(await wordsInCard(page)).toBe('This name is in none of your packs any more.');
		await clickInCard(page, 'Close');
		expect(await untilCards(page, 0)).toBe(0);
		for (const path of ['/popup.html', '/sidepanel.html']) {
			const own = await openOwn(running(), path);
			expect(await untilText(own, /No pack/)).toMatch(/No pack is installed, so no name is known/);
			await own.close();
		}
		await page.reload();
		expect(await waitForMarks(page, { timeout: 1000 })).toEqual([]);
		await page.close();
	});
});
