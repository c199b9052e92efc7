/**
 * The popup: what is on this page, the latest events, one search over all scripts; keyboard all the way, each line opened
 * at its place in the corpus page.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openOwn, type Running } from '../../tools/browser/launch.ts';
import { axeFaults } from './support/axe.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { openedPlace, readIn, resetSettings, textOf, until, untilText } from './support/own.ts';

const FIELD = 'input[role=combobox]';

/** What the field tells about its list, and which option it has come to. */
const state = (page: Page) =>
	page.evaluate((field) => {
		const input = document.querySelector<HTMLInputElement>(field);
		const id = input?.getAttribute('aria-activedescendant');
		const option = id ? document.getElementById(id) : null;
		return {
			focused: document.activeElement === input,
			value: input?.value,
			expanded: input?.getAttribute('aria-expanded'),
			controls: document.getElementById(input?.getAttribute('aria-controls') ?? '')?.role,
			chosen: option?.innerText ?? null,
			selected: option?.getAttribute('aria-selected') ?? null,
			options: document.querySelectorAll('[role=option]').length,
			seen: option ? option.getBoundingClientRect().bottom <= window.innerHeight : true,
		};
	}, FIELD);
const settled = (page: Page) => page.waitForSelector('.scroll[aria-busy=false]');

async function openPopup(running: Running): Promise<Page> {
	const page = await openOwn(running, '/popup.html');
	await page.bringToFront();
	await page.waitForSelector('[role=option]');
	return page;
}

async function type(page: Page, text: string): Promise<string> {
	await page.evaluate(
		(field, value) => {
			const input = document.querySelector<HTMLInputElement>(field);
			if (!input) throw new Error('no field');
			input.value = value;
			input.dispatchEvent(new Event('input', { bubbles: true }));
		},
		FIELD,
		text,
	);
	// The list is asked for after the next drawing.
	await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 20))));
	await settled(page);
	return textOf(page);
}

/** The popup closes itself while the key is still down. */
const enter = (page: Page) => page.keyboard.press('Enter').catch(() => undefined);

inBothBrowsers('popup', (running, kind) => {
	it('lists the latest events at once, with the field ready to type in', async () => {
		const page = await openPopup(running());
		expect(await textOf(page)).toMatch(/Latest events[\s\S]*Putin/);
		expect(await state(page)).toMatchObject({
			focused: true,
			expanded: 'true',
			controls: 'listbox',
			chosen: null,
		});
		await untilText(page, /Putin–Kim summits[\s\S]*articles/);
		await page.close();
	});

	it('is walked by keyboard alone: arrows round the list, Escape, and Enter to the place in the corpus page', async () => {
		const page = await openPopup(running());
		const { options } = await state(page);
		expect(options).toBeGreaterThan(3);
		await page.keyboard.press('ArrowUp');
		const last = await state(page);
		expect(last).toMatchObject({ focused: true, selected: 'true', seen: true });
		await page.keyboard.press('ArrowDown');
		const first = await state(page);
		expect(first.chosen).not.toBe(last.chosen);
		for (let i = 1; i < options; i++) await page.keyboard.press('ArrowDown');
		expect((await state(page)).chosen).toBe(last.chosen);

		await page.keyboard.type('vostochny summit');
		await untilText(page, /Putin–Kim summit at Vostochny/);
		await settled(page);
		expect((await state(page)).chosen).not.toBeNull();
		await page.keyboard.press('Escape');
		expect(await state(page)).toMatchObject({ focused: true, value: '' });
		await page.keyboard.type('Vostochny 2023');
		await until(
			() => state(page),
			({ chosen }) => /Putin–Kim summit at Vostochny/.test(chosen ?? ''),
		);
		await enter(page);
		expect(await openedPlace(running())).toMatch(/^#\/event\/[0-9a-f]{32}%2F[a-z0-9-]+$/);
	});

	it('opens a line by Enter where assistive technology brought the focus to it', async () => {
		const page = await openPopup(running());
		await type(page, '普丁');
		await page.focus('[role=option]');
		await enter(page);
		expect(await openedPlace(running())).toMatch(/^#\/entity\/[0-9a-f]{32}%2Fvladimir-putin$/);
	});

	it('opens names by click, and all results by Ctrl and Enter', async () => {
		const page = await openPopup(running());
		await type(page, '普丁');
		await page.click('[role=option]');
		expect(await openedPlace(running())).toMatch(/^#\/entity\/[0-9a-f]{32}%2Fvladimir-putin$/);
		const other = await openPopup(running());
		await type(other, 'pǔjīng & 100%');
		await other.keyboard.down('Control');
		await enter(other);
		await other.keyboard.up('Control').catch(() => undefined);
		expect(await openedPlace(running())).toBe(`#/search?q=${encodeURIComponent('pǔjīng & 100%')}`);
	});

	it('finds a name in any script, region, spelling or mistyped', async () => {
		const page = await openPopup(running());
		for (const typed of ['普丁', '普京', 'Putin', 'putin', '普亭', 'pǔjīng', 'pu jing', 'Puttin']) {
			expect(await type(page, typed), typed).toMatch(/Names\s+Vladimir Putin/);
		}
		for (const typed of ['東方航天發射場', '东方 航天']) {
			expect(await type(page, typed), typed).toMatch(/Names\s+Vostochny/);
		}
		await page.close();
	});

	it('says calmly that nothing was found, for signs, emoji, half a sign and a very long search', async () => {
		const page = await openPopup(running());
		for (const typed of ['(+)+$', '👩‍👩‍👧‍👦', '\ud800', 'x'.repeat(10_000)]) {
			expect(await type(page, typed)).toMatch(/Nothing found/);
			expect(await state(page)).toMatchObject({ expanded: 'false', chosen: null });
		}
		await page.close();
	});

	it('finds again by itself after its index was damaged', async () => {
		const page = await openPopup(running());
		await page.evaluate(
			() =>
				new Promise<void>((done, failed) => {
					const opening = indexedDB.open('sidelight');
					opening.onsuccess = () => {
						const { result } = opening;
						const tx = result.transaction(['search', 'parts'], 'readwrite');
						tx.objectStore('search').clear();
						tx.objectStore('parts').clear();
						tx.oncomplete = () => {
							result.close();
							done();
						};
						tx.onerror = () => failed(tx.error);
					};
				}),
		);
		expect(await type(page, '普丁')).toMatch(/Names\s+Vladimir Putin/);
		await page.close();
	});

	it('is there in the address bar too: sl, a space, and the same search', async () => {
		const page = await openPopup(running());
		const keyword = await page.evaluate(() => {
			const { chrome } = globalThis as unknown as {
				chrome: { runtime: { getManifest(): { omnibox: { keyword: string } } } };
			};
			return chrome.runtime.getManifest().omnibox.keyword;
		});
		expect(keyword).toBe('sl');
		await page.close();
		// Only Chromium lets a test speak in the address bar's name.
		if (kind === 'firefox') return;
		const worker = await running().browser.waitForTarget((target) => target.type() === 'service_worker');
		const suggested = await (await worker.worker())?.evaluate(
			() =>
				new Promise<{ content: string; description: string }[]>((done) => {
					const { chrome } = globalThis as unknown as {
						chrome: { omnibox: { onInputChanged: { dispatch(text: string, suggest: typeof done): void } } };
					};
					chrome.omnibox.onInputChanged.dispatch('普丁', done);
				}),
		);
		expect(suggested?.[0]?.content).toMatch(/^#\/entity\/[0-9a-f]{32}%2Fvladimir-putin$/);
		expect(suggested?.[0]?.description).toMatch(/^Vladimir Putin — /);
		expect(suggested?.length).toBeGreaterThan(2);
	});

	if (kind !== 'chromium') return;

	it('has no fault that axe can find: at first, searching, with no result; in three languages, light and dark', async () => {
		const faults: string[] = [];
		for (const reader of ['en', 'zh-Hans', 'zh-Hant-TW']) {
			await readIn(running(), reader);
			const page = await openPopup(running());
			for (const typed of ['', 'putin', 'zzzz']) {
				if (typed !== '') await type(page, typed);
				faults.push(
					...(await axeFaults(page, reader === 'en')).map((fault) => `"${typed}" ${reader} ${fault}`),
				);
			}
			await page.close();
		}
		await resetSettings(running());
		expect(faults).toEqual([]);
	}, 60_000);
});
