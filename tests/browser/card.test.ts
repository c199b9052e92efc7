/** Opening and closing the card by hand: hover, click, keyboard command, Escape; and text that comes later. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCard, waitForCard } from '../../tools/browser/card.ts';
import type { Running } from '../../tools/browser/launch.ts';
import { hoverMark, readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { clickInCard, command } from './support/in-card.ts';
import { openedPlace, untilMarks } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages();
});
afterAll(() => served.close());

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

async function openDemo({ browser }: Running, name: string): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(`${served.origin}/demo/${name}.html`);
	await waitForMarks(page);
	return page;
}

inBothBrowsers('the card', (running, kind) => {
	it('opens after a pause on a name, with who reports what and a real difference', async () => {
		const page = await openDemo(running(), 'zh-Hans');
		await hoverMark(page, 0);
		const card = (await waitForCard(page, kind))?.join('\n') ?? '';
		expect(card).toMatch(/Vladimir Putin/);
		expect(card).toMatch(/普丁/);
		expect(card).toMatch(/President of\s+Russia/);
		expect(card).toMatch(/Putin–Kim summit at Vostochny/);
		expect(card).toMatch(/Worded differently/i);
		for (const outlet of [/Oriental Daily/, /Storm Media/, /Vision Times/, /RFI|Radio France Internationale/])
			expect(card).toMatch(outlet);
		await page.close();
	});

	it('leads to all of the event, and of the name, each in the corpus page at its place', async () => {
		const page = await openDemo(running(), 'zh-Hans');
		for (const [says, place] of [
			['This event in a tab of its own', /^#\/event\/[0-9a-f]{32}%2Fvostochny-2023$/],
			['This name in a tab of its own', /^#\/entity\/[0-9a-f]{32}%2Fvladimir-putin$/],
		] as const) {
			await page.bringToFront();
			await hoverMark(page, 0);
			await waitForCard(page, kind);
			await clickInCard(page, says);
			expect(await openedPlace(running())).toMatch(place);
		}
		await page.close();
	});

	it('stays shut when the pointer passes by', async () => {
		const page = await openDemo(running(), 'en');
		const [mark] = await readMarks(page);
		if (!mark) throw new Error('no mark');
		await page.mouse.move(mark.x - 200, mark.y);
		await page.mouse.move(mark.x, mark.y);
		await page.mouse.move(mark.x + 300, mark.y + 200);
		await pause(600);
		expect(await readCard(page, kind)).toBeNull();
		await page.close();
	});

	it('opens on a click, stays while the pointer is in it, closes on Escape', async () => {
		const page = await openDemo(running(), 'en');
		const [mark] = await readMarks(page);
		if (!mark) throw new Error('no mark');
		await page.mouse.click(mark.x, mark.y);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const box = await page.evaluate(() => {
			const host = document.querySelector('sidelight-card');
			if (!host) throw new Error('no card');
			const { left, top, width, height } = host.getBoundingClientRect();
			return { x: left + width / 2, y: top + height / 2, top };
		});
		expect(box.top).toBeGreaterThan(mark.y);
		await page.mouse.move(box.x, box.y, { steps: 8 });
		await pause(700);
		expect(await readCard(page, kind)).not.toBeNull();
		await page.keyboard.press('Escape');
		await pause(100);
		expect(await readCard(page, kind)).toBeNull();
		await page.close();
	});

	it('closes a while after the pointer left', async () => {
		const page = await openDemo(running(), 'en');
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		await page.mouse.move(900, 20, { steps: 3 });
		await pause(60);
		await page.mouse.move(905, 15);
		await pause(700);
		expect(await readCard(page, kind)).toBeNull();
		await page.close();
	});

	it('steps through the names by command, as a dialog that has the focus', async () => {
		const page = await openDemo(running(), 'en');
		const marks = await readMarks(page);
		await command(running(), page, { type: 'step', by: 1 });
		const first = await waitForCard(page, kind);
		await command(running(), page, { type: 'step', by: 1 });
		await pause(400);
		const second = await waitForCard(page, kind);
		expect(first?.join(' ')).toContain(marks[0]?.text);
		expect(second?.join(' ')).toContain(marks[1]?.text);
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-card');
		await command(running(), page, { type: 'toggle-card' });
		await pause(100);
		expect(await readCard(page, kind)).toBeNull();
		await page.close();
	});

	it('marks names in text that comes later, and forgets text that goes', async () => {
		const page = await openDemo(running(), 'en');
		await page.evaluate(() => {
			const added = document.createElement('p');
			added.id = 'added';
			added.append('Later that week Sergei Shoigu flew home.');
			document.querySelector('article')?.append(added);
		});
		const name = 'Sergei Shoigu';
		expect(await untilMarks(page, (texts) => texts.includes(name))).toContain(name);
		await page.evaluate(() => document.getElementById('added')?.remove());
		expect(await untilMarks(page, (texts) => !texts.includes(name))).not.toContain(name);
		await page.close();
	});

	it('marks a name once a page', async () => {
		const page = await openDemo(running(), 'zh-Hans');
		const texts = (await readMarks(page)).map(({ text }) => text);
		expect(texts.filter((text) => text === '金正恩')).toHaveLength(1);
		expect(texts).toContain('金正日');
		await page.close();
	});
});
