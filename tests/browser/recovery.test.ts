/** A dead worker, a damaged index, lost rows, a lost database, a full disk: what can go on does, and the reader is told. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { askBackground, launch, openOwn, type Running, sleepWorker } from '../../tools/browser/launch.ts';
import { hoverMark, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { axeFaults } from './support/axe.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { damage, rowsOf } from './support/damage.ts';
import { FULL } from './support/full-disk.ts';
import { answerTo, callApi, choose, inOwn, keep, openDemo, resetSettings, until } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages();
});
afterAll(() => served.close());

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

async function marksOf({ browser }: Running): Promise<string[]> {
	const page = await browser.newPage();
	await page.goto(`${served.origin}/demo/en.html`);
	const marks = await waitForMarks(page, { timeout: 8000 });
	await page.close();
	return marks.map(({ text }) => text);
}

const popupText = async (running: Running): Promise<string> => {
	const own = await openOwn(running, '/popup.html');
	await pause(600);
	const text = await own.evaluate(() => document.body.innerText);
	await own.close();
	return text;
};

/**
 * An own page whose local storage refuses, until the document has `data-room`. A disk that is really full takes root to
 * make: so the one function of the API is replaced, in this page alone, and its script is run from an empty body again.
 */
async function refusing(running: Running, path: string, how: 'get' | 'set', said: string): Promise<Page> {
	const page = await openOwn(running, path);
	await page.waitForSelector('#app main');
	await page.evaluate(
		(name, text) => {
			type Local = Record<string, (...given: unknown[]) => Promise<unknown>>;
			const { chrome, browser } = globalThis as unknown as Record<string, { storage: { local: Local } }>;
			for (const local of [chrome?.storage.local, browser?.storage.local]) {
				const real = local?.[name];
				if (!local || !real) continue;
				local[name] = (...given) =>
					document.documentElement.dataset.room === undefined
						? Promise.reject(new Error(text))
						: real.apply(local, given);
			}
			const app = document.createElement('div');
			app.id = 'app';
			document.body.replaceChildren(app);
		},
		how,
		said,
	);
	// As text, since vitest changes what is said of modules in code. Where it fails, nothing is drawn.
	await page.evaluate(
		`import(document.querySelector('script[type=module]').src + '?again').catch(() => null) && 0`,
	);
	return page;
}

const faultOn = (page: Page) =>
	page.evaluate(() => {
		const place = document.getElementById('fault');
		const fault = place?.querySelector<HTMLElement>('[data-code]');
		return fault ? { code: fault.dataset.code, text: fault.innerText, lang: place?.lang } : null;
	});

async function untilFault(page: Page, wanted = /./) {
	const fault = await until(
		() => faultOn(page),
		(seen) => wanted.test(seen?.text ?? ''),
	);
	if (!fault) throw new Error('nothing is said');
	return fault;
}

const lookOn = (page: Page): Promise<string | undefined> =>
	page.evaluate(() => document.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value);

const pick = (page: Page, look: string): Promise<void> =>
	page.evaluate((value) => document.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click(), look);

const settingsIn = (own: Page): Promise<unknown> =>
	own.evaluate(async () => {
		const { chrome } = globalThis as unknown as {
			chrome: { storage: { local: { get(key: string): Promise<{ settings?: object }> } } };
		};
		return (await chrome.storage.local.get('settings')).settings;
	});

inBothBrowsers(
	'recovery',
	(running, kind) => {
		it('answers after the worker was killed', async () => {
			const page = await running().browser.newPage();
			await page.goto(`${served.origin}/demo/en.html`);
			await waitForMarks(page);
			await sleepWorker(running());
			await hoverMark(page, 0);
			expect((await waitForCard(page, kind))?.join(' ')).toContain('Putin');
			await page.close();
		});

		it.each([
			['what', ['style', 'overlay']],
			['part of what', ['style']],
		])(
			'goes into new pages again where the browser lost %s was registered, once the background starts',
			async (_, ids) => {
				const registered = (own: Page) =>
					callApi(own, ['scripting', 'getRegisteredContentScripts']).then(
						(list) => (list as object[]).length,
					);
				const gone = await openOwn(running(), '/options.html');
				await callApi(gone, ['scripting', 'unregisterContentScripts'], { ids });
				expect(await registered(gone)).toBe(2 - ids.length);
				await gone.close();
				await sleepWorker(running());
				const own = await openOwn(running(), '/popup.html');
				await askBackground(own, { type: 'ready' });
				expect(
					await until(
						() => registered(own),
						(count) => count === 2,
					),
				).toBe(2);
				await own.close();
				expect(await marksOf(running())).toContain('Kim Jong Un');
			},
		);

		describe.each(['names', 'pages', 'database'] as const)(
			'database deleted / will not open → ladder: %s lost',
			(what) => {
				it('is rebuilt from what the extension carries, and the popup says so once', async () => {
					const before = await marksOf(running());
					await damage(running(), what);
					await sleepWorker(running());
					expect(await marksOf(running())).toEqual(before);
					const page = await running().browser.newPage();
					await page.goto(`${served.origin}/demo/en.html`);
					await waitForMarks(page);
					await hoverMark(page, 0);
					expect((await waitForCard(page, kind))?.join(' ')).toContain('Vostochny');
					await page.close();
					if (what !== 'database') {
						expect(await popupText(running())).toMatch(/damaged|rebuilt/i);
						expect(await popupText(running())).not.toMatch(/damaged|rebuilt/i);
					}
				});
			},
		);

		describe('a database that is gone, as where the browser took it for its room', () => {
			const SUBSCRIBED = { pack: '0'.repeat(32), url: '', root: { hash: '' }, rootBytes: 'AAAA' };

			it.each(['while the background sleeps', 'under its hands'])(
				'comes back with what was subscribed to, by the copy beside it: %s',
				async (when) => {
					const before = await marksOf(running());
					await inOwn(running(), '/options.html', (own) => keep(own, { subscriptions: [SUBSCRIBED] }));
					await sleepWorker(running());
					if (when === 'under its hands')
						await inOwn(running(), '/popup.html', (own) => answerTo(own, { type: 'ready' }));
					await damage(running(), 'database');
					const page = await openDemo(running(), served);
					await hoverMark(page, 0);
					expect((await waitForCard(page, kind))?.join(' ')).toContain('Vostochny');
					await page.close();
					expect(await marksOf(running())).toEqual(before);
					expect(await rowsOf(running(), 'subscriptions')).toMatchObject([{ pack: SUBSCRIBED.pack, due: 0 }]);
				},
			);

			it('is not written where a later build made it', async () => {
				await inOwn(running(), '/options.html', async (own) => {
					await keep(own, { subscriptions: [SUBSCRIBED] });
					await own.evaluate(
						() =>
							new Promise<void>((done, failed) => {
								const opening = indexedDB.open('sidelight', 1000);
								opening.onerror = () => failed(opening.error);
								opening.onsuccess = () => {
									const names = [...opening.result.objectStoreNames];
									const change = opening.result.transaction(names, 'readwrite');
									for (const name of names) change.objectStore(name).clear();
									change.oncomplete = () => {
										opening.result.close();
										done();
									};
								};
							}),
					);
				});
				await sleepWorker(running());
				const ready = await inOwn(running(), '/popup.html', (own) => answerTo(own, { type: 'ready' }));
				expect(ready).toHaveProperty('error');
				expect(await rowsOf(running(), 'subscriptions')).toEqual([]);
				await damage(running(), 'database');
				await sleepWorker(running());
			});
		});

		describe('a local storage that refuses, as where the disk is full', () => {
			afterEach(() => resetSettings(running()));

			it.each(['popup', 'options', 'sidepanel', 'corpus', 'welcome', 'packs', 'kept'])(
				'the %s page draws by the defaults where it cannot be read, and says why',
				async (view) => {
					const page = await refusing(running(), `/${view}.html`, 'get', FULL);
					const { code, lang, text } = await untilFault(page);
					expect({ code, lang }).toEqual({ code: 'no-room', lang: 'en' });
					expect(text).toMatch(/settings cannot be read.*defaults.*too little room.*Free some space/);
					const drawn = () =>
						page.evaluate(() => document.querySelector<HTMLElement>('#app main')?.innerText);
					expect(await until(drawn, Boolean)).toMatch(/Sidelight|Events/);
					await page.close();
				},
			);

			it('promises no other try where the browser gives no reason', async () => {
				const page = await refusing(running(), '/options.html', 'get', 'An unexpected error occurred');
				const { code, text } = await untilFault(page);
				expect(code).toBe('failed');
				expect(text).toMatch(/went wrong on this device\.$/);
				await page.close();
			});

			it.each([
				['get', FULL, 'marks', 'en'],
				['set', 'QuotaExceededError: storage.local API call exceeded its quota limitations.', 'key', 'zh-TW'],
			] as const)(
				'a choice that cannot be kept is told and changes nothing: %s',
				async (how, said, look, lang) => {
					const other = await openOwn(running(), '/popup.html');
					const chosen = { look: 'key', off: ['news.example'], reader: 'zh-Hant-TW' };
					await choose(other, chosen);
					const page = await refusing(running(), '/options.html', how, said);
					await until(
						() => lookOn(page),
						(seen) => seen === look,
					);
					await pick(page, 'panel');
					const unkept = await untilFault(page, /could not be kept|無法儲存/);
					expect(unkept).toMatchObject({ code: 'no-room', lang });
					expect(await lookOn(page)).toBe(look);
					expect(await settingsIn(other)).toEqual(chosen);
					// Then there is room again.
					await page.evaluate(() => {
						document.documentElement.dataset.room = '';
					});
					await pick(page, 'hover');
					expect(
						await until(
							() => faultOn(page),
							(fault) => fault === null,
						),
					).toBe(null);
					expect(await settingsIn(other)).toMatchObject({ ...chosen, look: 'hover' });
					await until(
						() => page.evaluate(() => document.documentElement.lang),
						(now) => now === 'zh-TW',
					);
					expect(await lookOn(page)).toBe('hover');
					await other.close();
					await page.close();
				},
			);

			if (kind === 'chromium')
				it('what says so is free of faults that axe finds', async () => {
					const page = await refusing(running(), '/options.html', 'get', FULL);
					await untilFault(page);
					expect(await axeFaults(page, true)).toEqual([]);
					await page.close();
				});
		});
	},
	{ idleAfter: 1500 },
);

it('stays off pages until the reader grants access', async () => {
	const running = await launch({ kind: 'chromium', granted: false });
	try {
		const page = await running.browser.newPage();
		await page.goto(`${served.origin}/demo/en.html`);
		expect(await waitForMarks(page, { timeout: 1500 })).toEqual([]);
	} finally {
		await running.close();
	}
});
