/** SYNC's rows about pages: what a page, a forged message or an hour of reading must not bring about. One launch a browser. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCard, waitForCard } from '../../tools/browser/card.ts';
import { askBackground, openOwn, reportOfTab } from '../../tools/browser/launch.ts';
import { hoverMark, readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import { type Served, serve } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { inOwn, until, untilMarks } from './support/own.ts';
import { type Recording, startProxy } from './support/proxy.ts';
import { subscribeTo, syncNow } from './support/subscriber.ts';

const TEXT = '<p>Vladimir Putin left Pyongyang in the evening.</p>';
const html = (body: string, head = '') =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><title>Hostile</title>${head}<body><article>${body}</article></body></html>`;
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Takes the host away, or puts it elsewhere, whenever it comes. */
const moving = (act: string) =>
	`<script>new MutationObserver(() => {
		const host = document.querySelector('html > sidelight-card');
		if (host && (window.met = (window.met ?? 0) + 1) < 200) { ${act} }
	}).observe(document, { childList: true, subtree: true });</script>`;

const PAGES: Record<string, { body: string; headers?: Record<string, string> }> = {
	'/plain': { body: html(TEXT) },
	'/covered': {
		body: html(
			`${TEXT}<div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#8884"></div>`,
			'<style>sidelight-card { opacity: 0 !important; display: none !important; filter: opacity(0) !important; pointer-events: none !important }</style>',
		),
	},
	'/removed': { body: html(TEXT, moving('host.remove()')) },
	'/moved': { body: html(TEXT, moving("document.querySelector('p').append(host)")) },
	'/flood': {
		body: html(
			`${TEXT}<ul></ul><article>${`<p>${'Much is told here of nobody. '.repeat(20)}</p><p class=later>${'–'.repeat(40)}</p>`.repeat(20)}</article>`,
			`<script>let n = 0; addEventListener('load', () => { const list = document.querySelector('ul');
			const timer = setInterval(() => { for (let i = 0; i < 50; i++) { const one = document.createElement('li');
			one.textContent = 'Line ' + n++; list.append(one);
			// Of the same length as what stood there: only who reads it again sees it.
			const at = [2000, 4000, 6000, 8000].indexOf(n); if (at >= 0) document.querySelectorAll('.later')[5 * at].textContent =
				(['Sergei Shoigu', 'Sergei Lavrov', 'Seoul', 'Moscow'][at] + ' was named. ').padEnd(40, '–');
			if (list.childElementCount > 500) list.firstElementChild.remove(); }
			if (n >= 10000) { clearInterval(timer); list.innerHTML = '<li>Kim Jong Un stayed.</li>'; document.title = 'over'; } }, 10); });</script>`,
		),
	},
	'/inputs': {
		body: html(
			`<form><input value="Vladimir Putin"><input type=password value="Pyongyang"><textarea>Vladimir Putin</textarea>
			<select><option>Pyongyang</option></select></form><div contenteditable><p>Vladimir Putin</p></div>
			<div role=textbox contenteditable=plaintext-only>Pyongyang</div><p>Nobody was named.</p>`,
		),
	},
	'/strict': {
		body: html(TEXT, `<meta http-equiv="Content-Security-Policy" content="${STRICT}">`),
		headers: { 'content-security-policy': STRICT },
	},
};

let served: Served;
let server: FaultServer;
let proxy: Recording;
/** Hosts of the browsers' own makers. */
const MAKERS =
	/\b(mozilla\.(org|com|net)|firefox\.com|google(apis)?\.com|gvt1\.com|gstatic\.com)(:\d+)?$|^127\.0\.0\.1:9$/;
beforeAll(async () => {
	served = await serve((path) => PAGES[path.split('?')[0] ?? ''] ?? null);
	server = await startFaultServer();
	proxy = await startProxy();
});
afterAll(async () => {
	await served.close();
	await server.close();
	await proxy.close();
});

inBothBrowsers(
	'page',
	(running, kind) => {
		async function open(path: string): Promise<{ page: Page; errors: string[] }> {
			const page = await running().browser.newPage();
			const errors: string[] = [];
			page.on('pageerror', (error) => errors.push(String(error)));
			page.on('console', (message) => errors.push(message.text()));
			await page.goto(served.origin + path);
			return { page, errors };
		}

		it('invisible or covered host: the page’s style does not reach the card', async () => {
			const { page } = await open('/covered');
			await waitForMarks(page);
			await hoverMark(page, 0);
			expect((await waitForCard(page, kind))?.join(' ')).toContain('Putin');
			const { display, pointerEvents } = await page.evaluate(() => {
				const host = document.querySelector('sidelight-card') as HTMLElement;
				const { display, pointerEvents } = getComputedStyle(host);
				return { display, pointerEvents };
			});
			expect({ display, pointerEvents }).toEqual({ display: 'block', pointerEvents: 'auto' });
			await page.close();
		});

		it.each(['/removed', '/moved'])(
			'host removed or moved: gives way and causes no error (%s)',
			async (path) => {
				const { page, errors } = await open(path);
				await waitForMarks(page);
				for (let i = 0; i < 6; i++) {
					await hoverMark(page, i % 2);
					await waitForCard(page, kind, 600);
					await page.mouse.move(700, 600);
				}
				// It does not fight the page for its place.
				expect(await page.evaluate(() => (window as unknown as { met?: number }).met ?? 0)).toBeLessThan(200);
				expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Vladimir Putin', 'Pyongyang']);
				expect(errors).toEqual([]);
				await page.close();
			},
		);

		it('5,000 mutations a second: what came meanwhile and what stands at the end is marked', async () => {
			const { page, errors } = await open('/flood');
			await until(
				() => page.title(),
				(title) => title === 'over',
				30_000,
			);
			expect(await untilMarks(page, (texts) => texts.length === 7)).toEqual([
				'Vladimir Putin',
				'Pyongyang',
				'Kim Jong Un',
				'Sergei Shoigu',
				'Sergei Lavrov',
				'Seoul',
				'Moscow',
			]);
			expect(errors).toEqual([]);
			await page.close();
		});

		it('inputs and editors never scanned', async () => {
			const { page } = await open('/inputs');
			const report = await until(
				() => reportOfTab(running(), page.url()),
				(one) => (one?.blocks.length ?? 0) > 0,
			);
			expect(report?.mentions).toEqual([]);
			expect(JSON.stringify(report?.blocks)).not.toMatch(/Putin|Pyongyang/);
			expect(JSON.stringify(report?.blocks)).toContain('Nobody was named.');
			await page.close();
		});

		it('forged runtime messages (content scripts may only ask for mentions and cards; nothing takes a URL)', async () => {
			const { page } = await open('/plain');
			const asked = server.asked.length;
			const answers = await inOwn(running(), '/popup.html', (own) =>
				own.evaluate(
					async (url, host) => {
						const { chrome } = globalThis as unknown as {
							chrome: {
								tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
								scripting: { executeScript(how: object): Promise<{ result: unknown }[]> };
							};
						};
						const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
						const [answer] = await chrome.scripting.executeScript({
							target: { tabId: tab?.id },
							args: [host],
							func: async (address: string) => {
								const { runtime } = (
									globalThis as unknown as {
										chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } };
									}
								).chrome;
								const all = [
									{ type: 'packs-list' },
									{ type: 'packs-look', url: address, pin: null },
									{ type: 'packs-subscribe', url: address, root: 'f'.repeat(64) },
									{ type: 'packs-remove', pack: 'f'.repeat(32) },
									{ type: 'explain', texts: ['Putin'] },
									{ type: 'ready' },
									{ type: 'event', event: 'a/b' },
									{
										type: 'beside',
										page: { url: '', title: '', lang: 'en', published: '', blocks: [] },
										event: 'a/b',
									},
									{ type: 'card', entity: '../../x', heading: 1 },
									{ type: 'fetch', url: address },
									{ url: address },
									null,
								];
								return Promise.all(
									all.map((one) => runtime.sendMessage(one).catch(() => ({ error: 'bad-request' }))),
								);
							},
						});
						return answer?.result;
					},
					page.url(),
					`${server.origin}/forged/`,
				),
			);
			expect(answers).toEqual(Array(12).fill({ error: 'bad-request' }));
			expect(server.asked.slice(asked)).toEqual([]);
			await page.close();
		});

		it('strict CSP with Trusted Types: marks and card come, and no violation', async () => {
			const { page, errors } = await open('/strict');
			await waitForMarks(page);
			await hoverMark(page, 0);
			expect((await waitForCard(page, kind))?.join(' ')).toContain('Putin');
			// The browser's own wish for an icon is not ours.
			expect(errors.filter((error) => !error.includes('favicon'))).toEqual([]);
			await page.close();
		});

		it('extension pages cannot be framed', async () => {
			const { page } = await open('/plain');
			const seen = await page.evaluate(async (origin) => {
				const paths = ['popup', 'options', 'packs', 'sidepanel', 'welcome', 'corpus'];
				const frames = paths.map((path) => {
					const frame = document.createElement('iframe');
					frame.src = `${origin}/${path}.html`;
					document.body.append(frame);
					return frame;
				});
				await new Promise((resume) => setTimeout(resume, 1500));
				addEventListener('message', () => frames.splice(0));
				for (const frame of frames) frame.contentWindow?.postMessage('?', '*');
				return frames.length;
			}, running().origin);
			expect(seen).toBe(6);
			const inside = page.frames().filter((frame) => frame.url().startsWith(running().origin));
			const drawn = await Promise.all(
				inside.map((frame) =>
					frame.evaluate(() => document.querySelector('#app') !== null).catch(() => false),
				),
			);
			expect(drawn.filter(Boolean)).toEqual([]);
			await page.close();
		});

		it('an hour’s reading contacts pack hosts only, and says nothing of reader, page or version', async () => {
			const start = proxy.reached.length;
			const hosted = await server.host(`hour-${kind}`);
			const own = await openOwn(running(), '/packs.html');
			await subscribeTo(own, hosted.url);
			await until(
				() => askBackground(own, { type: 'packs-list' }) as Promise<{ packs: { checked: number }[] }>,
				({ packs }) => packs.some(({ checked }) => checked > 0),
				20_000,
			);
			const from = { pages: served.asked.length, packs: server.asked.length };
			const read: string[] = [];
			for (let minute = 0; minute < 12; minute++) {
				const { page } = await open(`/plain?minute=${minute}`);
				read.push(`/plain?minute=${minute}`);
				await waitForMarks(page);
				await hoverMark(page, minute % 2);
				await waitForCard(page, kind, 1500);
				await page.close();
				// The hour's alarm rings in its midst, and the pack is due.
				if (minute === 6) await syncNow(own);
			}
			// Everything the browser sent, whoever in it did; what it asks its own maker for, it does without us too.
			const hosts = new Set(proxy.reached.slice(start).filter((host) => !MAKERS.test(host)));
			expect([...hosts].sort()).toEqual(
				[served.origin, server.origin].map((one) => new URL(one).host).sort(),
			);
			expect(served.asked.slice(from.pages)).toEqual(read);
			const asked = server.asked.slice(from.packs);
			expect(asked.map(({ path }) => path)).toEqual([`/hour-${kind}/pack.json`]);
			expect(JSON.stringify(asked)).not.toMatch(/sidelight|minute|putin|cookie|referer/i);
			expect(await readCard(own, kind)).toBeNull();
			await own.close();
		});
	},
	{
		packHost: true,
		get proxy() {
			return proxy.port;
		},
	},
);
