/** What hands do with a card: pin and move it, copy from it on any page, tap it open, read it in a narrow window and in large text. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readCard, waitForCard } from '../../tools/browser/card.ts';
import type { Running } from '../../tools/browser/launch.ts';
import { readMarks, type SeenMark, waitForMarks } from '../../tools/browser/marks.ts';
import { type Served, serve } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import {
	boxInCard,
	cardBox,
	cardsOpen,
	clickInCard,
	clickName,
	hoverName,
	inCard,
	untilCards,
	wordsInCard,
} from './support/in-card.ts';
import { setTextSize } from './support/outside.ts';
import { builtVersion, resetSettings, until } from './support/own.ts';

const LONG = 'Vladimir Putin met Kim Jong Un at the Vostochny Cosmodrome in 2023. ';
const PAGES: Record<string, { body: string; headers?: Record<string, string> }> = {
	'/plain': {
		body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><body style="font: 16px serif"><p>${LONG}</p><p>Nothing more.</p><p id="low" style="margin-top: 480px">Sergei Shoigu was there too.</p>`,
	},
	'/preview': {
		body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title><body style="font: 16px serif"><p>${LONG}</p><div id="preview" popover="manual" style="inset: 60px 0 0 0; width: auto; height: auto; margin: 0">The page’s own.</div><script>
		document.querySelector('p').addEventListener('pointermove', () => setTimeout(() => document.getElementById('preview').showPopover(), 150), { once: true });
		</script>`,
	},
	'/eager': {
		body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Eager</title><body><p>${LONG}</p><script>
		document.addEventListener('copy', (event) => {
			event.clipboardData.setData('text/plain', 'Read more on our site!');
			event.preventDefault();
			event.stopPropagation();
		}, true);
		</script>`,
	},
	'/mute': {
		body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mute</title><body><p>${LONG}</p>`,
		headers: { 'permissions-policy': 'clipboard-write=(), clipboard-read=()' },
	},
};

let served: Served;
beforeAll(async () => {
	served = await serve((path) => PAGES[path.split('?')[0] ?? ''] ?? null);
});
afterAll(() => served.close());

async function open({ browser }: Running, path: string, host = '127.0.0.1'): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(served.origin.replace('127.0.0.1', host) + path);
	await waitForMarks(page);
	return page;
}

async function markOf(page: Page, text: string): Promise<SeenMark> {
	const mark = (await readMarks(page)).find((one) => one.text === text);
	if (!mark) throw new Error(`no mark on ${text}`);
	return mark;
}

/** What the reader would paste. The page's own field takes it. */
async function pasted(page: Page): Promise<string> {
	await page.evaluate(() => {
		document.querySelector('#paste')?.remove();
		const field = document.body.appendChild(document.createElement('textarea'));
		field.id = 'paste';
		field.focus();
	});
	await page.keyboard.down('Control');
	await page.keyboard.press('v');
	await page.keyboard.up('Control');
	return until(
		() => page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#paste')?.value ?? ''),
		(text) => text !== '',
		3000,
	);
}

inBothBrowsers(
	'a card in the hand',
	(running, kind) => {
		beforeEach(() => resetSettings(running()));

		it('stays when pinned, moves by its head, and closes by its button', async () => {
			const page = await open(running(), '/plain');
			await clickName(page, running(), await markOf(page, 'Kim Jong Un'));
			const before = await cardBox(page);
			if (!before) throw new Error('no card');
			await clickInCard(page, 'Pin this card');
			expect(await inCard(page, (root) => root.querySelector('.pin')?.getAttribute('aria-pressed'))).toBe(
				'true',
			);
			// Neither leaving nor a press elsewhere closes it now.
			await page.mouse.click(900, 700);
			expect(await cardsOpen(page)).toBe(1);
			const head = await boxInCard(page, '.who');
			if (!head) throw new Error('no head');
			const from = { x: head.left + 20, y: head.top + 8 };
			await page.mouse.move(from.x, from.y);
			await page.mouse.down();
			await page.mouse.move(from.x + 150, from.y + 60, { steps: 6 });
			await page.mouse.up();
			const after = await cardBox(page);
			expect(
				after && { left: Math.round(after.left - before.left), top: Math.round(after.top - before.top) },
			).toEqual({
				left: 150,
				top: 60,
			});
			// In a smaller window it stays within reach.
			await page.setViewport({ width: 240, height: 800 });
			expect(
				(
					await until(
						() => cardBox(page),
						(box) => (box?.left ?? 0) <= 200,
						3000,
					)
				)?.left,
			).toBe(200);
			await page.setViewport({ width: 1000, height: 800 });
			// Another name opens beside it.
			const other = await markOf(page, 'Vladimir Putin');
			await page.mouse.click(other.x, other.y);
			expect(await untilCards(page, 2)).toBe(2);
			await page.keyboard.press('Escape');
			expect(await cardsOpen(page)).toBe(1);
			await clickInCard(page, 'Close');
			expect(await cardsOpen(page)).toBe(0);
			await page.close();
		});

		it('is never under the line that is read', async () => {
			const page = await open(running(), '/plain');
			for (const name of ['Vladimir Putin', 'Sergei Shoigu']) {
				const mark = await markOf(page, name);
				const box = await hoverName(page, running(), mark);
				const line = { top: mark.y - 9, bottom: mark.y + 9 };
				expect(box.top >= line.bottom || box.top + box.height <= line.top).toBe(true);
				await page.keyboard.press('Escape');
			}
			await page.close();
		});

		it('keeps off that line in a window of another size, and off paper', async () => {
			const page = await open(running(), '/plain');
			await page.evaluate((rain) => {
				document.body.prepend(Object.assign(document.createElement('p'), { textContent: rain }));
			}, 'Rain, and wheat at a fair price. '.repeat(24));
			await waitForMarks(page);
			await clickName(page, running(), await markOf(page, 'Kim Jong Un'));
			await page.setViewport({ width: 500, height: 800 });
			const apart = async () => {
				const [box, { y }] = [await cardBox(page), await markOf(page, 'Kim Jong Un')];
				return box !== null && (box.top >= y + 9 || box.top + box.height <= y - 9);
			};
			expect(await until(apart, Boolean, 3000)).toBe(true);
			expect(await cardsOpen(page)).toBe(1);
			// Firefox lets tests see no page as it is printed.
			if (kind === 'chromium') {
				await page.emulateMediaType('print');
				const printed = await page.evaluate(() => {
					const lineOf = (name: string) =>
						getComputedStyle(document.querySelector('p') as Element, `::highlight(${name})`)
							.textDecorationLine;
					const { display } = getComputedStyle(document.querySelector('sidelight-card') as Element);
					return [display, lineOf('sidelight-name'), lineOf('sidelight-unlike')];
				});
				expect(printed).toEqual(['none', 'none', 'none']);
			}
			await page.close();
		});

		it('comes above what the page opens while the pointer rests', async () => {
			const page = await open(running(), '/preview');
			const box = await hoverName(page, running(), await markOf(page, 'Kim Jong Un'));
			const there = await page.evaluate(
				(x, y) => ({
					opened: document.getElementById('preview')?.matches(':popover-open'),
					hit: document.elementFromPoint(x, y)?.localName,
				}),
				box.left + box.width / 2,
				box.top + 80,
			);
			expect(there).toEqual({ opened: true, hit: 'sidelight-card' });
			await page.close();
		});

		it.each([
			['where the clipboard may be used', '127.0.0.1', '/plain'],
			['on a page without TLS', 'plain.example', '/plain'],
			['under a policy that forbids the clipboard', '127.0.0.1', '/mute'],
			['where the page puts its own words into what is copied', 'plain.example', '/eager'],
		])('copies a citation with source, title, date and link %s', async (_, host, path) => {
			const page = await open(running(), path, host);
			await clickName(page, running(), await markOf(page, 'Kim Jong Un'));
			await clickInCard(page, 'Copy');
			expect(
				await until(
					() => wordsInCard(page),
					(text) => /Copied/.test(text ?? ''),
					3000,
				),
			).toMatch(/Copied\./);
			await page.keyboard.press('Escape');
			const text = await pasted(page);
			expect(text).toMatch(/^Kim Jong Un/);
			expect(text).toMatch(/Storm Media, .+, .*2023.*, https:\/\//);
			await page.close();
		});

		it('copies a report that says which facts, of which versions, for whom, and in which sentence where the reader ticks it', async () => {
			const page = await open(running(), '/plain');
			const copied = async (tick: boolean) => {
				await clickName(page, running(), await markOf(page, 'Kim Jong Un'));
				await clickInCard(page, 'Something wrong?');
				if (tick) await clickInCard(page, 'Add the sentence from this page');
				await clickInCard(page, 'Copy a report');
				const said = await until(
					() => wordsInCard(page),
					(text) => /Nothing was sent/.test(text ?? ''),
					3000,
				);
				expect(said).toMatch(/Report copied for .+\. Nothing was sent\./);
				await page.keyboard.press('Escape');
				return pasted(page);
			};
			const sentence = 'Vladimir Putin met Kim Jong Un at the Vostochny Cosmodrome in 2023.';
			expect(await copied(false)).not.toContain(sentence);
			const text = await copied(true);
			expect(text).toContain(sentence);
			expect(text).toMatch(/[0-9a-f]{32}\/kim-jong-un/);
			expect(text).toMatch(/\([0-9a-f]{32}, [0-9a-f]{12}\), as of /i);
			expect(text).toContain(`\nSidelight ${builtVersion()}\n`);
			expect(text).not.toContain(served.origin);
			await page.close();
		});

		it('lies along an edge of the window when tapped, keeps the name in sight, and closes on a tap beside it', async () => {
			const page = await open(running(), '/plain');
			await page.setViewport({ width: 390, height: 640, hasTouch: true });
			await page.reload();
			await waitForMarks(page);
			const name = await markOf(page, 'Kim Jong Un');
			await page.touchscreen.tap(name.x, name.y);
			expect(await waitForCard(page, kind)).not.toBeNull();
			const box = await cardBox(page);
			expect(box?.left).toBe(0);
			expect(box?.width).toBe(390);
			expect(Math.round((box?.top ?? 0) + (box?.height ?? 0))).toBe(640);
			expect(box?.top).toBeGreaterThan(name.y + 8);
			// Turned, the window is low.
			await page.setViewport({ width: 640, height: 390, hasTouch: true });
			const turned = await until(
				() => cardBox(page),
				(now) => now?.width === 640 && Math.round(now.top + now.height) === 390,
				3000,
			);
			expect(turned && Math.round(turned.top + turned.height)).toBe(390);
			await page.touchscreen.tap(200, 100);
			expect(
				await until(
					() => readCard(page, kind),
					(card) => card === null,
					3000,
				),
			).toBeNull();
			await page.close();
		});

		it.each([
			['in a window 320 px wide', 320, 16],
			['in text twice as large', 1000, 32],
			['in text twice as large in a window 320 px wide', 320, 32],
		])('can be read whole %s', async (_, width, size) => {
			const page = await open(running(), '/plain');
			await page.setViewport({ width, height: 640 });
			await setTextSize(running(), page, size);
			await page.reload();
			await waitForMarks(page);
			await clickName(page, running(), await markOf(page, 'Kim Jong Un'));
			const box = await cardBox(page);
			if (!box) throw new Error('no card');
			expect(box.left).toBeGreaterThanOrEqual(0);
			expect(box.left + box.width).toBeLessThanOrEqual(width);
			expect(box.top).toBeGreaterThanOrEqual(0);
			expect(box.top + box.height).toBeLessThanOrEqual(640);
			const inner = await inCard(page, (root) => {
				const scroll = root.querySelector('.scroll') as HTMLElement;
				const { fontSize } = getComputedStyle(scroll);
				const { right } = scroll.getBoundingClientRect();
				const wide = [...scroll.querySelectorAll('*')]
					.filter((one) => one.getBoundingClientRect().right > right && !one.closest('.spoken'))
					.map(({ outerHTML }) => outerHTML);
				return {
					wide,
					scrolls: scroll.scrollWidth > scroll.clientWidth,
					high: scroll.clientHeight,
					text: fontSize,
				};
			});
			expect(inner?.wide).toEqual([]);
			expect(inner?.scrolls).toBe(false);
			expect(inner?.text).toBe(`${size * 0.875}px`);
			expect(inner?.high).toBeGreaterThan(80);
			for (const control of ['Close', 'Copy', 'Something wrong?']) {
				const at = await boxInCard(page, control);
				expect(at && at.left >= box.left && at.left + at.width <= box.left + box.width).toBe(true);
				expect(at && at.top + at.height <= box.top + box.height).toBe(true);
				expect(at?.height).toBeGreaterThanOrEqual(24);
			}
			// Neither lies over the other.
			const [pin, shut] = [await boxInCard(page, 'Pin this card'), await boxInCard(page, 'Close')];
			expect(Math.abs((pin?.left ?? 0) - (shut?.left ?? 0))).toBeGreaterThanOrEqual(pin?.width ?? 24);
			await setTextSize(running(), page, 16);
			await page.close();
		});
	},
	{ packHost: true },
);
