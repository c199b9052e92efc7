/** A dead worker, a damaged index, lost rows, a lost database: look-ups go on, and the reader is told. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { askBackground, launch, openOwn, type Running, sleepWorker } from '../../tools/browser/launch.ts';
import { hoverMark, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { callApi, until } from './support/own.ts';
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

/** Does something to the store as it lies on the disk, in an extension page. */
async function damage(running: Running, how: 'names' | 'pages' | 'database'): Promise<void> {
	const own: Page = await openOwn(running, '/popup.html');
	await own.evaluate(
		(what) =>
			new Promise<void>((done, failed) => {
				if (what === 'database') {
					const gone = indexedDB.deleteDatabase('sidelight');
					gone.onsuccess = () => done();
					gone.onerror = () => failed(gone.error);
					return;
				}
				const opening = indexedDB.open('sidelight');
				opening.onerror = () => failed(opening.error);
				opening.onsuccess = () => {
					const database = opening.result;
					const table = what === 'names' ? 'derived' : 'pages';
					const change = database.transaction(table, 'readwrite');
					const store = change.objectStore(table);
					if (what === 'pages') store.clear();
					else {
						const keys = store.getAllKeys();
						keys.onsuccess = () => {
							const key = keys.result.find((one) => String(one).endsWith('/names'));
							store.put({ key, revision: '', bytes: new Blob(['not an index at all']) });
						};
					}
					change.oncomplete = () => {
						database.close();
						done();
					};
				};
			}),
		how,
	);
	await own.close();
}

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

		it('goes into new pages again where the browser lost what was registered, once the background starts', async () => {
			const registered = (own: Page) =>
				callApi(own, ['scripting', 'getRegisteredContentScripts']).then((list) => (list as object[]).length);
			const gone = await openOwn(running(), '/options.html');
			await callApi(gone, ['scripting', 'unregisterContentScripts']);
			expect(await registered(gone)).toBe(0);
			await gone.close();
			await sleepWorker(running());
			const own = await openOwn(running(), '/popup.html');
			await askBackground(own, { type: 'ready' });
			expect(
				await until(
					() => registered(own),
					(count) => count === 1,
				),
			).toBe(1);
			await own.close();
			expect(await marksOf(running())).toContain('Kim Jong Un');
		});

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
