/** Hard pages, in both browsers: what is marked, what is not, and that the page still does what it did. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, waitForCard } from '../../tools/browser/card.ts';
import type { Kind } from '../../tools/browser/find.ts';
import { launch, openOwn, type Running, tellTab } from '../../tools/browser/launch.ts';
import { hoverMark, readMarks, type SeenMark, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { GALLERY, pageWorks, serveGallery } from './support/gallery.ts';
import { hoverName, inCard } from './support/in-card.ts';
import { untilMarks } from './support/own.ts';
import { drawnBy, highlight } from './support/pixels.ts';

let served: Served;
beforeAll(async () => {
	served = await serveGallery();
});
afterAll(() => served.close());

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

async function open({ browser }: Running, name: string): Promise<{ page: Page; errors: string[] }> {
	const page = await browser.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (message) => errors.push(message.text()));
	await page.goto(`${served.origin}/${name}`);
	return { page, errors };
}

async function tell(running: Running, page: Page, message: object): Promise<void> {
	const own = await openOwn(running, '/popup.html');
	await tellTab(own, page.url(), message);
	await own.close();
	await page.bringToFront();
}

/** What is not as easy to see on its ground as it should be: marks, and the words under them. */
async function faintOn(running: Running, page: Page): Promise<string[]> {
	const mode = { show: 'once', open: 'hover', marks: true };
	await tell(running, page, { type: 'mode', mode: { ...mode, marks: false } });
	await untilMarks(page, (found) => found.length === 0);
	const bare = await page.screenshot({ encoding: 'base64' });
	await tell(running, page, { type: 'mode', mode });
	await untilMarks(page, (found) => found.length === 16);
	const faint: string[] = [];
	for (const [name, words] of Object.entries({ name: '', unlike: 'others', here: 'and' })) {
		if (words) await highlight(page, `sidelight-${name}`, words);
		const drawn = await drawnBy(page, `sidelight-${name}`, bare);
		expect(drawn).toHaveLength(16);
		for (const { words, mark, text } of drawn)
			if (mark < 3 || text < 4.5) faint.push(`${name} on ${words}: mark ${mark}, text ${text}`);
	}
	return faint;
}

const texts = async (page: Page) => (await readMarks(page)).map(({ text }) => text);

inBothBrowsers('hard pages', (running, kind) => {
	it.each(GALLERY)('$file', async ({ file, marked, unmarked = [], act }) => {
		const { page, errors } = await open(running(), file);
		if (marked.length > 0) await waitForMarks(page);
		else await pause(800);
		await act?.(page);
		const found = file.endsWith('.html') ? await texts(page) : [];
		expect(found).toEqual(expect.arrayContaining(marked));
		for (const text of unmarked) expect(found).not.toContain(text);
		expect(await pageWorks(page)).toBe(true);
		expect(errors).toEqual([]);
		await page.close();
	});

	it('reads large frames and leaves small ones', async () => {
		const { page } = await open(running(), 'frames.html');
		await waitForMarks(page);
		const found = new Map<string, string[]>();
		for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
			const list = await frame.evaluate(() =>
				[...(CSS.highlights.get('sidelight-name') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
					(startContainer as Text).data.slice(startOffset, endOffset),
				),
			);
			found.set(frame.url().split('/').at(-1) ?? '', list);
		}
		expect(found.get('frame.html')).toEqual(['Sergei Shoigu']);
		expect(found.get('frame.html?small')).toEqual([]);
		// Another site's.
		expect(found.get('frame.html?far')).toEqual(['Sergei Shoigu']);
		expect(found.get('about:srcdoc')).toEqual(['Sergey Lavrov', 'Pyongyang']);
		await page.close();
	});

	it('gives marks their look in the page and in shadow trees', async () => {
		const { page } = await open(running(), 'shadow.html');
		await waitForMarks(page);
		await pause(500);
		const looks = await page.evaluate(() =>
			[
				document.querySelector('article p'),
				document.getElementById('open')?.shadowRoot?.querySelector('p'),
			].map((p) => p && getComputedStyle(p, '::highlight(sidelight-name)').textDecorationLine),
		);
		expect(looks).toEqual(['underline', 'underline']);
		await page.close();
	});

	it('marks can be seen on grounds of any colour, and the text as well as before', async () => {
		const { page } = await open(running(), 'grounds.html');
		expect(await faintOn(running(), page)).toEqual([]);
		await page.close();
	});

	it('opens a card on a name in a shadow tree', async () => {
		const { page } = await open(running(), 'shadow.html');
		const marks = await waitForMarks(page);
		await hoverMark(
			page,
			marks.findIndex(({ text }) => text === 'Sergei Shoigu'),
		);
		expect((await waitForCard(page, kind))?.join(' ')).toMatch(/Shoigu/);
		await page.close();
	});

	it('opens a card above a modal dialog that can be clicked', async () => {
		const { page } = await open(running(), 'modal-dialog.html');
		const marks = await waitForMarks(page);
		await hoverMark(
			page,
			marks.findIndex(({ text }) => text === 'Sergei Shoigu'),
		);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const there = await page.evaluate(() => {
			const host = document.querySelector('sidelight-card');
			if (!host) return null;
			const { left, top, width } = host.getBoundingClientRect();
			return {
				parent: host.parentElement?.id,
				hit: document.elementFromPoint(left + width / 2, top + 20)?.localName,
			};
		});
		expect(there).toEqual({ parent: 'dialog', hit: 'sidelight-card' });
		await page.close();
	});

	it('follows a fullscreen element', async () => {
		const { page } = await open(running(), 'fullscreen.html');
		await waitForMarks(page);
		await page.click('#go');
		await pause(500);
		const full = await page.evaluate(() => document.fullscreenElement?.id ?? null);
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const parent = await page.evaluate(() => document.querySelector('sidelight-card')?.parentElement);
		if (full)
			expect(await page.evaluate(() => document.querySelector('sidelight-card')?.parentElement?.id)).toBe(
				full,
			);
		else expect(parent).toBeDefined();
		await page.close();
	});

	it('shows its card above what covers the page, whatever the page says of the host', async () => {
		const { page } = await open(running(), 'covers.html');
		await waitForMarks(page);
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const hit = await page.evaluate(() => {
			const { left, top, width, height } = (
				document.querySelector('sidelight-card') as Element
			).getBoundingClientRect();
			return { there: document.elementFromPoint(left + width / 2, top + 20)?.localName, width, height };
		});
		expect(hit.there).toBe('sidelight-card');
		// The page cannot spread it over the window either.
		expect(hit.width).toBeLessThan(600);
		expect(hit.height).toBeGreaterThan(60);
		await page.close();
	});

	it.each([
		['rtl.html', { direction: 'ltr', select: 'text', size: '14px' }],
		['no-select.html', { direction: 'ltr', select: 'text', size: '14px' }],
		['large-root.html', { direction: 'ltr', select: 'text', size: '14px' }],
	])('draws the card by its own rules, not the page’s (%s)', async (file, wanted) => {
		const { page } = await open(running(), file);
		await waitForMarks(page);
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		const own = await inCard(page, (root) => {
			const { direction, userSelect, fontSize } = getComputedStyle(root.querySelector('.card') as Element);
			return { direction, select: userSelect === 'auto' ? 'text' : userSelect, size: fontSize };
		});
		expect(own).toEqual(wanted);
		const { userSelect } = await page.evaluate(() => {
			const { userSelect } = getComputedStyle(document.querySelector('sidelight-card') as Element);
			return { userSelect };
		});
		expect(userSelect).toBe('text');
		await page.close();
	});

	it('keeps off the column that is read where text runs from top to bottom', async () => {
		const { page } = await open(running(), 'vertical.html');
		const [mark] = await waitForMarks(page);
		if (!mark) throw new Error('no mark');
		const box = await hoverName(page, running(), mark);
		expect(box.left >= mark.x + 8 || box.left + box.width <= mark.x - 8).toBe(true);
		await page.close();
	});

	it('goes to a name at once where the page scrolls smoothly, and moves nothing of its own', async () => {
		const { page } = await open(running(), 'motion.html');
		await waitForMarks(page);
		await tell(running(), page, { type: 'step', by: 1 });
		expect(await waitForCard(page, kind)).not.toBeNull();
		const moving = await page.evaluate(() => {
			const host = document.querySelector('sidelight-card') as Element;
			const { top } = document.querySelector('article')?.getBoundingClientRect() ?? { top: -1 };
			return { top, animations: host.getAnimations().length, screen: innerHeight };
		});
		expect(moving.animations).toBe(0);
		expect(moving.top).toBeGreaterThan(0);
		expect(moving.top).toBeLessThan(moving.screen);
		await page.close();
	});

	it('marks anew what another address shows', async () => {
		const { page } = await open(running(), 'spa.html');
		await waitForMarks(page);
		await page.evaluate(() => (window as unknown as { go(): void }).go());
		expect(await untilMarks(page, (found) => found.sort().join() === 'Kim Jong Un,Pyongyang')).toEqual([
			'Kim Jong Un',
			'Pyongyang',
		]);
		await page.close();
	});

	it('takes no forged events, repairs its marks, and gives up where its host is unwanted', async () => {
		const { page, errors } = await open(running(), 'hostile.html');
		await waitForMarks(page);
		await pause(1500);
		expect(await texts(page)).toContain('Vladimir Putin');
		expect(await readCard(page, kind)).toBeNull();
		for (let i = 0; i < 7; i++) {
			await hoverMark(page, i % 2);
			await pause(500);
			await page.mouse.move(700, 600, { steps: 3 });
			await pause(400);
		}
		const hosts = await page.evaluate(() => (window as unknown as { hosts?: number }).hosts ?? 0);
		expect(hosts).toBeGreaterThan(0);
		expect(hosts).toBeLessThanOrEqual(4);
		expect(errors).toEqual([]);
		await page.close();
	});

	it('keeps keys typed in a card from the page', async () => {
		const { page } = await open(running(), 'hotkeys.html');
		await waitForMarks(page);
		await tell(running(), page, { type: 'step', by: 1 });
		expect(await waitForCard(page, kind)).not.toBeNull();
		await page.keyboard.press('j');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Escape');
		await pause(200);
		expect(await readCard(page, kind)).toBeNull();
		expect(await page.evaluate(() => (window as unknown as { pressed: string[] }).pressed)).toEqual([]);
		await page.keyboard.press('j');
		expect(await page.evaluate(() => (window as unknown as { pressed: string[] }).pressed)).toEqual(['j']);
		await page.close();
	});

	it('opens the card of a name that the pointer came to while the page was writing it anew', async () => {
		const { page } = await open(running(), 'csp.html');
		const [first] = await waitForMarks(page);
		const { x, y } = first as SeenMark;
		await page.mouse.move(x, y + 60);
		await page.evaluate(() => {
			const p = document.querySelector('article p') as Element;
			const text = p.textContent ?? '';
			const writing = setInterval(() => p.replaceChildren(text), 20);
			setTimeout(() => clearInterval(writing), 500);
		});
		await page.mouse.move(x, y, { steps: 4 });
		await page.mouse.move(x + 1, y);
		expect((await waitForCard(page, kind))?.join(' ')).toMatch(/Putin/);
		await page.close();
	});

	it('changes its mode at once, and draws nothing where marks are off', async () => {
		const { page } = await open(running(), 'csp.html');
		await waitForMarks(page);
		await tell(running(), page, { type: 'mode', mode: { show: 'once', open: 'hover', marks: false } });
		expect(await texts(page)).toEqual([]);
		const at = await page.evaluate(() => {
			const text = document.querySelector('article p')?.firstChild as Text;
			const range = new Range();
			range.setStart(text, 0);
			range.setEnd(text, 8);
			const { x, y, width, height } = range.getBoundingClientRect();
			return { x: x + width / 2, y: y + height / 2 };
		});
		await page.mouse.move(at.x, at.y + 60);
		await pause(100);
		for (let i = 0; i < 4; i++) {
			await page.mouse.move(at.x + i, at.y);
			await pause(40);
		}
		expect((await waitForCard(page, kind))?.join(' ')).toMatch(/Putin/);
		await tell(running(), page, { type: 'mode', mode: { show: 'every', open: 'none', marks: true } });
		expect((await texts(page)).length).toBeGreaterThanOrEqual(3);
		expect(await readCard(page, kind)).toBeNull();
		await page.close();
	});
});

describe.each<Kind>(['chromium', 'firefox'])('forced colours and less motion (%s)', (kind) => {
	it('draws marks in a colour of the reader’s, and opens the card without moving it', async () => {
		const running = await launch({ kind, calm: true });
		try {
			const { page } = await open(running, 'forced-colors.html');
			await waitForMarks(page);
			const seen = await page.evaluate(() => {
				const p = document.querySelector('article p') as Element;
				const probe = document.createElement('i');
				probe.style.color = 'LinkText';
				p.append(probe);
				const link = getComputedStyle(probe).color;
				probe.remove();
				const { textDecorationColor, textDecorationLine } = getComputedStyle(
					p,
					'::highlight(sidelight-name)',
				);
				const forced = matchMedia('(forced-colors: active) and (prefers-reduced-motion: reduce)').matches;
				return { forced, same: textDecorationColor === link, textDecorationLine };
			});
			expect(seen).toEqual({ forced: true, same: true, textDecorationLine: 'underline' });
			await hoverMark(page, 0);
			expect((await waitForCard(page, kind))?.join(' ')).toMatch(/Putin/);
			expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
			const { page: grounds } = await open(running, 'grounds.html');
			expect(await faintOn(running, grounds)).toEqual([]);
		} finally {
			await running.close();
		}
	});
});
