/** What the reader chooses takes effect in open tabs at once: modes, how often, off for a site, pause, names, badge. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { openOwn, type Running } from '../../tools/browser/launch.ts';
import { readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { cardsOpen, clickInCard, clickName, inCard } from './support/in-card.ts';
import { chooseInMenu } from './support/outside.ts';
import {
	badgeOf,
	callApi,
	inOwn,
	openDemo as openDemoIn,
	pause,
	press,
	resetSettings,
	rest,
	until,
	untilMarks,
	untilText,
} from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages(['<p>Nothing of note happened in the village today.']);
});
afterAll(() => served.close());

const openDemo = (running: Running) => openDemoIn(running, served);

inBothBrowsers('choices', (running, kind) => {
	beforeEach(() => resetSettings(running()));

	it('draws nothing in cards-only, opens nothing in panel-only, and comes back, without reload', async () => {
		const page = await openDemo(running());
		const [mark] = await readMarks(page);
		if (!mark) throw new Error('no mark');
		const options = await openOwn(running(), '/options.html');

		await press(options, 'Cards only');
		expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
		await page.bringToFront();
		await rest(page, mark);
		expect((await waitForCard(page, kind))?.join(' ')).toContain(mark.text);

		await press(options, 'Side panel only');
		await page.keyboard.press('Escape');
		await pause(300);
		await rest(page, mark);
		expect(await waitForCard(page, kind, 900)).toBeNull();

		await press(options, 'Cards with a key held');
		expect(await untilMarks(page, (texts) => texts.length > 0)).toContain(mark.text);
		await rest(page, mark);
		await page.mouse.click(mark.x, mark.y);
		expect(await waitForCard(page, kind, 900)).toBeNull();
		// The pointer rests there already.
		await page.keyboard.down('Alt');
		expect((await waitForCard(page, kind))?.join(' ')).toContain(mark.text);
		await page.keyboard.up('Alt');

		await press(options, 'Underlines and cards');
		await options.close();
		await page.close();
	});

	it('marks every time, or only on pages about an event', async () => {
		const page = await openDemo(running());
		const once = (await readMarks(page)).length;
		const other = await running().browser.newPage();
		await other.goto(`${served.origin}/inline/0`);
		const options = await openOwn(running(), '/options.html');
		await press(options, 'Every time');
		expect((await untilMarks(page, (texts) => texts.length > once)).length).toBeGreaterThan(once);
		await press(options, 'Only on pages about an event');
		expect(await untilMarks(page, (texts) => texts.length === once)).toHaveLength(once);
		await press(options, 'Each name once a page');
		for (const one of [options, other, page]) await one.close();
	});

	it('goes off for this site from the popup, and on again', async () => {
		const page = await openDemo(running());
		await inOwn(running(), '/popup.html', async (popup) => {
			await untilText(popup, /On this page/);
			await press(popup, 'Off for this site\n127.0.0.1');
			expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
			expect(await untilText(popup, /is off for/)).toMatch(/Sidelight is off for 127\.0\.0\.1/);
		});
		const reloaded = await running().browser.newPage();
		await reloaded.goto(`${served.origin}/demo/en.html`);
		expect(await waitForMarks(reloaded, { timeout: 1200 })).toEqual([]);
		await reloaded.close();
		await inOwn(running(), '/options.html', async (options) => {
			await press(options, 'Turn on again: 127.0.0.1');
			expect(await untilMarks(page, (texts) => texts.length > 0)).not.toEqual([]);
		});
		await page.close();
	});

	it('goes off for this site from a card, which closes, and the options turn it on again', async () => {
		const page = await openDemo(running());
		const [mark] = await readMarks(page);
		if (!mark) throw new Error('no mark');
		await clickName(page, running(), mark);
		await clickInCard(page, 'Off for this site');
		expect(await cardsOpen(page)).toBe(0);
		expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
		await inOwn(running(), '/options.html', async (options) => {
			await press(options, 'Turn on again: 127.0.0.1');
			expect(await untilMarks(page, (texts) => texts.length > 0)).not.toEqual([]);
		});
		await page.close();
	});

	it('goes off for this site and on again from the toolbar menu, and pauses from there', async () => {
		const page = await openDemo(running());
		for (const item of ['site', 'pause']) {
			await chooseInMenu(running(), page, item);
			expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
			await chooseInMenu(running(), page, item);
			expect(await untilMarks(page, (texts) => texts.length > 0)).not.toEqual([]);
		}
		await page.close();
	});

	it('pauses everywhere and resumes', async () => {
		const page = await openDemo(running());
		await inOwn(running(), '/popup.html', async (popup) => {
			await press(popup, 'Pause for an hour');
			expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
			// In the day's last hour with the next day's date.
			expect(await untilText(popup, /Paused until/)).toMatch(/Paused until (.+ at )?\d\d:\d\d\./);
			expect(await callApi(popup, ['alarms', 'get'], 'resume')).toBeTruthy();
			await press(popup, 'Resume');
			expect(await untilMarks(page, (texts) => texts.length > 0)).not.toEqual([]);
		});
		await page.close();
	});

	it('looks a selection up from the context menu, also where nothing is shown by itself', async () => {
		const page = await openDemo(running());
		const [mark] = await readMarks(page);
		await inOwn(running(), '/options.html', async (options) => {
			await press(options, 'Side panel only');
			await untilMarks(page, (texts) => texts.length === 0);
		});
		await page.bringToFront();
		await page.evaluate((text) => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const at = (node as Text).data.indexOf(text);
				if (at < 0) continue;
				node.parentElement?.scrollIntoView({ block: 'center' });
				getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
				return;
			}
		}, mark?.text ?? '');
		await chooseInMenu(running(), page, 'look-up', mark?.text);
		expect((await waitForCard(page, kind))?.join(' ')).toContain(mark?.text);
		const focused = () => page.evaluate(() => document.activeElement?.localName);
		const untilFocused = (name: string) => until(focused, (now) => now === name, 3000);
		// No pointer was used: the focus goes where the menu led, and the selection stays.
		expect(await untilFocused('sidelight-card')).toBe('sidelight-card');
		await page.keyboard.press('Escape');
		expect(await untilFocused('body')).toBe('body');
		expect(await page.evaluate(() => String(getSelection()))).toBe(mark?.text);
		// Also where no text is ever read.
		await page.evaluate(() => {
			const field = document.body.appendChild(document.createElement('input'));
			field.value = 'a letter to 蒲亭, never sent';
			field.style.cssText = 'position: fixed; top: 20px; left: 20px';
		});
		await page.mouse.click(40, 30, { count: 3 });
		await chooseInMenu(running(), page, 'look-up', 'a letter to 蒲亭, never sent');
		expect((await waitForCard(page, kind))?.join(' ')).toMatch(/蒲亭[\s\S]*Vladimir Putin/);
		// It was asked for: a pointer that goes its way does not close it.
		await page.mouse.move(600, 700, { steps: 3 });
		await pause(100);
		await page.mouse.move(605, 705);
		await pause(500);
		expect(await cardsOpen(page)).toBe(1);
		// Nor does it take the focus from the field; the keyboard comes to it after that, and back.
		expect(await focused()).toBe('input');
		await page.keyboard.press('Tab');
		expect(await untilFocused('sidelight-card')).toBe('sidelight-card');
		await page.keyboard.press('Escape');
		expect(await untilFocused('input')).toBe('input');
		expect(await cardsOpen(page)).toBe(0);
		await chooseInMenu(running(), page, 'look-up', 'wheat');
		expect(
			await until(
				() => inCard(page, (root) => root.querySelector('[role=status]')?.textContent ?? ''),
				(text) => text === '“wheat” is in none of your packs.',
				4000,
			),
		).toBe('“wheat” is in none of your packs.');
		await page.close();
	});

	it('takes a name off the marks from a card, and the options bring it back', async () => {
		const page = await openDemo(running());
		const [mark] = (await readMarks(page)).filter(({ text }) => /Vostochny/.test(text));
		if (!mark) throw new Error('no mark');
		await clickName(page, running(), mark);
		await clickInCard(page, 'Don’t mark this name');
		expect(await untilMarks(page, (texts) => !texts.includes(mark.text))).not.toContain(mark.text);
		const options = await openOwn(running(), '/options.html');
		expect(await untilText(options, /Mark again/)).toMatch(/Vostochny Cosmodrome/);
		await press(options, 'Mark again: Vostochny Cosmodrome');
		expect(await untilMarks(page, (texts) => texts.includes(mark.text))).toContain(mark.text);
		for (const one of [options, page]) await one.close();
	});

	it('shows the number of other sources on the button, and nothing where no event is', async () => {
		const page = await openDemo(running());
		const options = await openOwn(running(), '/options.html');
		const badge = () => badgeOf(options, page.url());
		expect(await until(badge, (text) => text !== '')).toBe('4');
		await press(options, 'Show how many other sources report the page’s event');
		expect(await until(badge, (text) => text === '')).toBe('');
		await press(options, 'Show how many other sources report the page’s event');
		expect(await until(badge, (text) => text !== '')).toBe('4');
		// Within one document the overlay tells that another text stands here now.
		await page.bringToFront();
		await page.evaluate(() => {
			history.pushState(null, '', '?weather');
			document.body.replaceChildren('Rain, and wheat at a fair price.');
		});
		expect(await until(badge, (text) => text === '')).toBe('');
		await page.goto(`${served.origin}/inline/0`);
		expect(await until(badge, (text) => text === '')).toBe('');
		for (const one of [options, page]) await one.close();
	});
});
