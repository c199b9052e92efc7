/** What befalls an open page: it changes while it is read, scrolls, shuts our host, is left and kept; the extension goes. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { openOwn, type Running } from '../../tools/browser/launch.ts';
import { hoverMark, readMarks, type SeenMark, waitForMarks } from '../../tools/browser/marks.ts';
import { type Served, serve } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { restart } from './support/full-disk.ts';
import { cardsOpen, hoverName, untilCards } from './support/in-card.ts';
import { setAccess } from './support/outside.ts';
import { badgeOf, choose, pause, press, resetSettings, rest, until, untilMarks } from './support/own.ts';
import { servePages } from './support/pages.ts';

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><body style="font: 16px serif">';
const TEXT = '<p>Vladimir Putin met Kim Jong Un at the Vostochny Cosmodrome in 2023.</p>';
const PAGES: Record<string, string> = {
	'/plain': `${HEAD}<article>${TEXT}</article>`,
	'/long': `${HEAD}<div style="height: 300px"></div>${TEXT}<div style="height: 3000px"></div>`,
	// Tells how marks would look while the page is still read.
	'/early': `${HEAD}${TEXT}<script>document.body.dataset.look = getComputedStyle(document.querySelector('p'), '::highlight(sidelight-name)').textDecorationLine</script>`,
	'/framed': `${HEAD}<p>Nothing here.</p><iframe src="/plain" width="600" height="700"></iframe>`,
};

/** For `restart`: what is said over a port comes 300 ms late. */
const LATE = `
	for (const api of [globalThis.chrome, globalThis.browser]) {
		const connected = api?.runtime?.onConnect;
		const listen = connected?.addListener.bind(connected);
		if (listen) connected.addListener = (act) => listen((port) => act({
			name: port.name,
			sender: port.sender,
			onMessage: port.onMessage,
			disconnect: () => port.disconnect(),
			postMessage: (message) => setTimeout(() => port.postMessage(message), 300),
		}));
	}`;

let served: Served;
let demos: Served;
beforeAll(async () => {
	served = await serve((path) => ({ body: PAGES[path] ?? '' }));
	demos = await servePages();
});
afterAll(async () => {
	await served.close();
	await demos.close();
});

async function open({ browser }: Running, path: string): Promise<{ page: Page; marks: SeenMark[] }> {
	const page = await browser.newPage();
	await page.goto(served.origin + path);
	return { page, marks: await waitForMarks(page) };
}

inBothBrowsers('the life of a page', (running, kind) => {
	beforeEach(() => resetSettings(running()));

	it('brings the look of marks before the page is first styled, so that it is styled once', async () => {
		const { page } = await open(running(), '/early');
		expect(await page.evaluate(() => document.body.dataset.look)).toBe('underline');
		await page.close();
	});

	it.each([
		['while the page changes around them', ''],
		['where names are answered late and the reader clicks meanwhile', LATE],
	])('keeps its marks in sight %s', async (_, first) => {
		if (first) await restart(running(), first);
		const { page } = await open(running(), '/plain');
		const frames = await page.evaluate(async () => {
			const seen = () =>
				[...(CSS.highlights.get('sidelight-name') ?? [])].some(
					({ startContainer }) =>
						startContainer.isConnected && startContainer.textContent?.startsWith('Vladimir'),
				);
			let [all, bare] = [0, 0];
			const end = performance.now() + 2500;
			const article = document.querySelector('article') as Element;
			const clock = article.appendChild(document.createElement('p'));
			// Read together with the names beside it, and mostly of another length again when these are known.
			let n = 0;
			const ticking = setInterval(() => {
				clock.textContent = `Line ${'on and '.repeat(n++ % 7)}on.`;
			}, 4);
			while (performance.now() < end) {
				await new Promise(requestAnimationFrame);
				all++;
				if (!seen()) bare++;
				if (all % 35 === 0) article.dispatchEvent(new Event('click', { bubbles: true }));
			}
			clearInterval(ticking);
			article.append(Object.assign(document.createElement('p'), { textContent: 'Sergei Shoigu came too.' }));
			return { all, bare };
		});
		expect(frames.all).toBeGreaterThan(20);
		expect(frames.bare).toBe(0);
		// All of it was read meanwhile.
		expect(await untilMarks(page, (texts) => texts.length === 4)).toContain('Sergei Shoigu');
		await page.close();
		if (first) await restart(running());
	});

	it('opens nothing that a scroll brings under the pointer until that moves', async () => {
		const { page, marks } = await open(running(), '/long');
		const { x, y } = marks[1] as SeenMark;
		await page.mouse.move(x, y - 100);
		await page.evaluate(() => scrollBy({ top: 100, behavior: 'instant' }));
		await pause(150);
		// As browsers tell the pointer's place anew, or a hand trembles.
		for (let i = 0; i < 3; i++) {
			await page.mouse.move(x + (i % 2), y - 100);
			await pause(60);
		}
		await pause(600);
		expect(await cardsOpen(page)).toBe(0);
		await page.mouse.move(x + 4, y - 100 + 1);
		expect(await waitForCard(page, kind)).not.toBeNull();
		// A hovered card goes with its name.
		await page.evaluate(() => scrollBy({ top: 100, behavior: 'instant' }));
		expect(await untilCards(page, 0)).toBe(0);
		await page.close();
	});

	it('stays open while the pointer is on its way to it, and no longer', async () => {
		const { page, marks } = await open(running(), '/plain');
		const box = await hoverName(page, running(), marks[1] as SeenMark);
		const [right, middle] = [box.left + box.width, box.top + 100];
		const walk = async (from: number, to: number) => {
			for (let step = 0; step <= 12; step++) {
				await page.mouse.move(right + from + ((to - from) * step) / 12, middle);
				await pause(50);
			}
		};
		await walk(250, 40);
		expect(await cardsOpen(page)).toBe(1);
		await walk(40, 200);
		expect(await untilCards(page, 0, 1000)).toBe(0);
		await page.close();
	});

	it('closes when the pointer leaves the frame of its name', async () => {
		const page = await running().browser.newPage();
		await page.goto(`${served.origin}/framed`);
		const frame = page.frames().find((one) => one.url().endsWith('/plain'));
		if (!frame) throw new Error('no frame');
		const at = await until(
			() =>
				frame.evaluate(() => {
					const { x = 0, y = 0 } = frameElement?.getBoundingClientRect() ?? {};
					const [place] = CSS.highlights.get('sidelight-name') ?? [];
					const box = place?.startContainer.parentElement?.getBoundingClientRect();
					return box ? { x: x + box.left + 30, y: y + box.top + 12 } : null;
				}),
			Boolean,
		);
		await rest(page, at as { x: number; y: number });
		expect(await untilCards(frame, 1)).toBe(1);
		await page.mouse.move(800, 20);
		expect(await untilCards(frame, 0)).toBe(0);
		await page.close();
	});

	it('opens the card of the same name again where the page took it away or shut it', async () => {
		const { page, marks } = await open(running(), '/plain');
		const hover = () => hoverName(page, running(), marks[1] as SeenMark);
		for (const act of ['remove', 'hidePopover'] as const) {
			await hover();
			await page.evaluate(
				(how) => document.querySelector<HTMLElement>('sidelight-card:popover-open')?.[how](),
				act,
			);
			await page.mouse.move(700, 600, { steps: 3 });
			expect(await cardsOpen(page)).toBe(0);
		}
		await hover();
		await page.close();
	});

	it('comes back as the reader wants it by now, with its number on the button, where the browser kept it', async () => {
		const page = await running().browser.newPage();
		const address = `${demos.origin}/demo/en.html`;
		await page.goto(address);
		const options = await openOwn(running(), '/options.html');
		const badge = () => badgeOf(options, address);
		const awayAndBack = async (meanwhile = async () => {}) => {
			await page.bringToFront();
			await page.evaluate(() =>
				addEventListener('pageshow', ({ persisted }) =>
					document.documentElement.classList.toggle('kept', persisted),
				),
			);
			await page.evaluate((to) => location.assign(to), `${demos.origin}/inline/0`);
			expect(
				await until(
					() => page.title().catch(() => 'away'),
					(title) => title === '',
				),
			).toBe('');
			await meanwhile();
			await page.bringToFront();
			await page.evaluate(() => history.back());
			const kept = () => page.evaluate(() => document.documentElement.className).catch(() => '');
			expect(await until(kept, (name) => name === 'kept')).toBe('kept');
		};
		expect(await until(badge, (text) => text === '4')).toBe('4');
		await awayAndBack();
		expect(await until(badge, (text) => text === '4')).toBe('4');
		expect((await readMarks(page)).length).toBeGreaterThan(3);
		await awayAndBack(() => press(options, 'Side panel only'));
		const untilNone = () => untilMarks(page, (texts) => texts.length === 0);
		const untilSome = () => untilMarks(page, (texts) => texts.length > 3);
		expect(await untilNone()).toEqual([]);
		await press(options, 'Underlines and cards');
		expect(await untilSome()).toContain('Kim Jong Un');
		// Off for the site, then taken its access; both given back while it is read.
		await awayAndBack(async () => void (await choose(options, { off: ['127.0.0.1'] })));
		expect(await untilNone()).toEqual([]);
		await choose(options, {});
		expect(await untilSome()).toContain('Kim Jong Un');
		// Tabs that are there were told of it before this page comes back.
		await awayAndBack(async () => {
			await setAccess(running(), false);
			await pause(1500);
		});
		expect(await untilNone()).toEqual([]);
		await setAccess(running(), true);
		expect(await untilSome()).toContain('Kim Jong Un');
		for (const one of [options, page]) await one.close();
	});

	// The last: nothing is installed after it. Firefox ends scripts and sheets itself.
	it.runIf(kind === 'chromium')(
		'marks nothing more once the extension is gone and a name was come to',
		async () => {
			const { page } = await open(running(), '/plain');
			const errors: string[] = [];
			page.on('console', (message) => errors.push(message.text()));
			page.on('pageerror', (error) => errors.push(String(error)));
			const own = await openOwn(running(), '/options.html');
			await own
				.evaluate(() =>
					(
						globalThis as unknown as { chrome: { management: { uninstallSelf(): void } } }
					).chrome.management.uninstallSelf(),
				)
				.catch(() => undefined);
			await until(async () => own.isClosed(), Boolean);
			await page.bringToFront();
			await hoverMark(page, 1);
			expect(await untilMarks(page, (texts) => texts.length === 0)).toEqual([]);
			expect(await cardsOpen(page)).toBe(0);
			expect(errors).toEqual([]);
			await page.close();
		},
	);
});
