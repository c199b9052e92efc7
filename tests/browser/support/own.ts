/** The extension's own pages as a test uses them: what stands there, and waiting until something holds. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { askBackground, openOwn, type Running } from '../../../tools/browser/launch.ts';
import { readMarks, waitForMarks } from '../../../tools/browser/marks.ts';
import type { Served } from '../../../tools/browser/serve.ts';

/** As the manifest of the build has it. */
export const builtVersion = (): string =>
	JSON.parse(readFileSync('.output/chrome/manifest.json', 'utf8')).version;

export const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** Asks again until `holds`; what was seen last otherwise, for the assertion to show. */
export async function until<T>(
	see: () => Promise<T>,
	holds: (seen: T) => boolean,
	timeout = 10_000,
): Promise<T> {
	const end = Date.now() + timeout;
	for (;;) {
		const seen = await see();
		if (holds(seen) || Date.now() > end) return seen;
		await pause(50);
	}
}

/** What the background says; asked again where it ended in that moment, as Firefox may end its own. */
export const answerTo = (own: Page, message: object): Promise<unknown> =>
	until(
		() => askBackground(own, message).catch(() => null),
		(answer) => answer !== null,
	);

export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

export const untilText = (page: Page, wanted: RegExp): Promise<string> =>
	until(
		() => textOf(page),
		(text) => wanted.test(text),
	);

/** Brings the page to the front: browsers draw nothing in a tab that is not seen. */
export async function untilMarks(page: Page, wanted: (texts: string[]) => boolean): Promise<string[]> {
	await page.bringToFront();
	return until(async () => (await readMarks(page)).map(({ text }) => text), wanted);
}

/** Clicks the button, label or link that says so. */
export async function press(page: Page, label: string): Promise<void> {
	await until(
		() =>
			page.evaluate((wanted) => {
				const all = document.querySelectorAll<HTMLElement>('button, label, a');
				const found = [...all].find((one) =>
					[one.getAttribute('aria-label'), one.innerText.trim()].includes(wanted),
				);
				found?.click();
				return found !== undefined;
			}, label),
		Boolean,
	).then((found) => {
		if (!found) throw new Error(`nothing says "${label}"`);
	});
}

/** An own page in a tab, for as long as `act` takes; the tab before comes back to the front. */
export async function inOwn<T>(
	running: Running,
	path: string,
	act: (own: Page) => Promise<T>,
	back?: Page,
): Promise<T> {
	const own = await openOwn(running, path);
	try {
		return await act(own);
	} finally {
		await own.close();
		await back?.bringToFront();
	}
}

/** Into the extension's local storage. */
export const keep = (own: Page, items: object): Promise<unknown> =>
	own.evaluate((items) => {
		const { chrome } = globalThis as unknown as {
			chrome: { storage: { local: { set(items: object): Promise<void> } } };
		};
		return chrome.storage.local.set(items);
	}, items);

/** The reader's choices, all others as they come. */
export const choose = (own: Page, settings: object): Promise<unknown> => keep(own, { settings });

/** The reader's language of texts, and with it the pages' own. */
export const readIn = (running: Running, reader: string): Promise<unknown> =>
	inOwn(running, '/options.html', (own) => choose(own, { reader }));

/** As right after installing. */
export const resetSettings = (running: Running): Promise<unknown> =>
	inOwn(running, '/options.html', async (own) => {
		await own.evaluate(() =>
			(
				globalThis as unknown as { chrome: { storage: { local: { remove(key: string): Promise<void> } } } }
			).chrome.storage.local.remove('settings'),
		);
		await pause(300);
	});

type Api = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** Calls one function of the extension's API in an own page: `['action', 'getBadgeText']`. */
export const callApi = (own: Page, [space, name]: [string, string], ...args: unknown[]): Promise<unknown> =>
	own.evaluate(
		(a, b, given) => {
			const { chrome } = globalThis as unknown as { chrome: Api };
			const of = chrome[a];
			return of?.[b]?.(...given);
		},
		space,
		name,
		args,
	);

/** What stands on the toolbar button for the tab that shows `url`. */
export const badgeOf = (own: Page, url: string): Promise<unknown> =>
	own.evaluate(async (wanted) => {
		const { chrome } = globalThis as unknown as {
			chrome: {
				tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
				action: { getBadgeText(of: object): Promise<string> };
			};
		};
		const tab = (await chrome.tabs.query({})).find((one) => one.url === wanted);
		return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : 'no such tab';
	}, url);

/** The English demo article in a new tab; waits for its marks where they are to come. */
export async function openDemo({ browser }: Running, served: Served, granted = true): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(`${served.origin}/demo/en.html`);
	if (granted) await waitForMarks(page, { timeout: 15_000 });
	return page;
}

/** Rests the pointer where a name stands, marked or not. */
export async function rest(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
	await page.mouse.move(5, 5);
	await pause(400);
	await page.mouse.move(x - 30, y + 20);
	await pause(60);
	for (let i = 0; i < 4; i++) {
		await page.mouse.move(x - 3 + i, y);
		await pause(40);
	}
}

/** Where the corpus page stands that was opened in a tab; it is closed. By the extension's own eyes, as Firefox tells puppeteer nothing of such tabs. */
export const openedPlace = (running: Running): Promise<string> =>
	inOwn(running, '/options.html', (own) =>
		until(
			() =>
				own.evaluate(async () => {
					const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
					const tab = (await tabs.query({})).find(({ url }) => url?.includes('/corpus.html'));
					if (!tab) return '';
					await tabs.remove(tab.id);
					return new URL(tab.url ?? '').hash;
				}),
			(place) => place !== '',
		),
	);
interface Tabs {
	query(of: object): Promise<{ id: number; url?: string }[]>;
	remove(id: number): Promise<void>;
}
