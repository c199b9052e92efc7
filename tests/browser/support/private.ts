/** Private windows with Sidelight in them, and all that an extension stores. */
import type { Page } from 'puppeteer-core';
import { openOwn, type Running } from '../../../tools/browser/launch.ts';
import { until } from './own.ts';

interface Bidi {
	connection: { send(method: string, params: object): Promise<unknown> };
}

/** What Chromium's own page of extensions may ask. */
interface Own {
	updateProfileConfiguration(change: object): Promise<void>;
	updateExtensionConfiguration(change: object): Promise<void>;
}

/** The reader's "allow in private windows", as the browser's own pages do it. `folder`: what was installed. */
export async function allowPrivate(running: Running, folder: string): Promise<void> {
	const { browser, kind, extensionId } = running;
	if (kind === 'firefox') {
		await (browser as unknown as Bidi).connection.send('webExtension.install', {
			extensionData: { type: 'path', path: folder },
			'moz:allowPrivateBrowsing': true,
		});
		return;
	}
	const page = await browser.newPage();
	await page.goto('chrome://extensions');
	await page.evaluate(async (extensionId) => {
		const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Own } }).chrome;
		// An unpacked extension that starts anew runs for developers only.
		await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
		await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
	}, extensionId);
	await page.close();
	// The browser starts the extension anew.
	await until(
		() =>
			openOwn(running, '/popup.html').then(
				(one) => one.close().then(() => true),
				() => false,
			),
		Boolean,
		10_000,
	);
}

interface Windows {
	chrome: {
		windows: {
			create(what: object): Promise<unknown>;
			getAll(): Promise<{ id: number; incognito: boolean }[]>;
		};
		tabs: { create(what: object): Promise<unknown> };
	};
}

/** A page in a private window. `beside`: in a tab of the one that is open. */
export async function openPrivate(
	{ browser }: Running,
	own: Page,
	url: string,
	beside = false,
): Promise<Page> {
	await own.evaluate(
		async (url, beside) => {
			const { windows, tabs } = (globalThis as unknown as Windows).chrome;
			const open = (await windows.getAll()).find(({ incognito }) => incognito);
			if (beside && open) await tabs.create({ url, windowId: open.id });
			else await windows.create({ url, incognito: true });
		},
		url,
		beside,
	);
	const page = await until(
		async () => {
			for (const one of await browser.pages(true)) {
				// Puppeteer does not hear of an extension's page in Firefox.
				const there = await one.evaluate(() => `${location.href} ${document.readyState}`).catch(() => '');
				if (there === `${url} complete`) return one;
			}
			return null;
		},
		Boolean,
		10_000,
	);
	if (!page) throw new Error(`no private window came with ${url}`);
	return page;
}

/** Everything that an extension can store, as one text; binary values by their size. */
export const stored = (own: Page): Promise<string> =>
	own.evaluate(async () => {
		const { storage } = (
			globalThis as unknown as { chrome: { storage: Record<string, { get(key: null): Promise<object> }> } }
		).chrome;
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const all: unknown[] = [{ ...localStorage }, await caches.keys()];
		for (const area of ['local', 'session', 'sync']) all.push(await storage[area]?.get(null));
		for (const { name } of await indexedDB.databases()) {
			const base = await done(indexedDB.open(name ?? ''));
			for (const store of base.objectStoreNames) {
				const rows = base.transaction(store).objectStore(store);
				all.push([name, store, await done(rows.getAllKeys()), await done(rows.getAll())]);
			}
			base.close();
		}
		return JSON.stringify(all, (_, value) =>
			value instanceof Blob ? value.size : ArrayBuffer.isView(value) ? value.byteLength : value,
		);
	});
