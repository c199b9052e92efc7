/** What only a hand on the browser itself can do: its menus, its toolbar. Chromium by the worker's events, Firefox by its own window. */
import type { Page } from 'puppeteer-core';
import type { Running } from '../../../tools/browser/launch.ts';

const GECKO_ID = 'sidelight@sidelight.example';

/** Runs in Firefox's browser window, with `extension` at hand. */
export async function inFirefoxWindow(running: Running, code: string): Promise<void> {
	const { connection } = running.browser as unknown as {
		connection: {
			send(
				method: string,
				params: object,
			): Promise<{
				result: {
					contexts: { context: string }[];
					type: string;
					exceptionDetails?: { text: string };
				};
			}>;
		};
	};
	const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
	const { result } = await connection.send('script.evaluate', {
		expression: `(async () => {
			const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
			const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
			${code}
		})()`,
		target: { context: tree.result.contexts[0]?.context },
		awaitPromise: true,
	});
	if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
}

/** Chooses an item of the toolbar button's menu while `page` is in front. */
export async function chooseInMenu(
	running: Running,
	page: Page,
	menuItemId: string,
	selectionText = '',
): Promise<void> {
	const info = { menuItemId, selectionText };
	await page.bringToFront();
	if (running.kind === 'firefox') {
		await inFirefoxWindow(
			running,
			`extension.emit('webext-menu-menuitem-click', ${JSON.stringify(info)}, gBrowser.selectedTab);`,
		);
		return;
	}
	const target = await running.browser.waitForTarget((one) => one.type() === 'service_worker');
	const worker = await target.worker();
	await worker?.evaluate(async (info) => {
		const { chrome } = globalThis as unknown as {
			chrome: {
				tabs: { query(of: object): Promise<object[]> };
				contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
			};
		};
		const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
		chrome.contextMenus.onClicked.dispatch(info, tab);
	}, info);
}

/** Clicks the toolbar button while `page` is in front: the popup opens, and the click lets us into that tab. */
export async function clickToolbar(running: Running, page: Page): Promise<void> {
	await page.bringToFront();
	if (running.kind === 'firefox') {
		await inFirefoxWindow(
			running,
			'ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);',
		);
		return;
	}
	const extension = (await running.browser.extensions()).get(running.extensionId);
	if (!extension) throw new Error('no extension');
	await page.triggerExtensionAction(extension);
}

/** Takes all sites back, or gives them again, as the browser's own page of extensions does. */
export async function setAccess(running: Running, given: boolean): Promise<void> {
	if (running.kind === 'firefox') {
		await inFirefoxWindow(
			running,
			`const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
			await ExtensionPermissions.${given ? 'add' : 'remove'}(extension.id, { origins: ['*://*/*'], permissions: [] }, extension);`,
		);
		return;
	}
	await onExtensionsPage(running, { hostAccess: given ? 'ON_ALL_SITES' : 'ON_CLICK' });
}

/** What the reader sets for the extension on Chromium's own page of extensions. */
async function onExtensionsPage({ browser, extensionId }: Running, set: object): Promise<void> {
	const page = await browser.newPage();
	await page.goto('chrome://extensions');
	await page.evaluate(
		(change) =>
			(
				globalThis as unknown as {
					chrome: { developerPrivate: { updateExtensionConfiguration(of: object): Promise<void> } };
				}
			).chrome.developerPrivate.updateExtensionConfiguration(change),
		{ extensionId, ...set },
	);
	await page.close();
}

/** A page in a new private window. */
export async function openPrivate(running: Running): Promise<Page> {
	const { browser, kind } = running;
	if (kind === 'chromium') return (await browser.createBrowserContext()).newPage();
	const before = new Set(await browser.pages());
	await inFirefoxWindow(
		running,
		`const opened = window.OpenBrowserWindow({ private: true });
		await new Promise((done) => opened.addEventListener('load', done, { once: true }));`,
	);
	const end = Date.now() + 10_000;
	for (;;) {
		const page = (await browser.pages()).find((one) => !before.has(one));
		// Its first page comes late, and over another.
		const ready = () => location.href === 'about:privatebrowsing' && document.readyState === 'complete';
		if (page && (await page.evaluate(ready).catch(() => false))) return page;
		if (Date.now() > end) throw new Error('no private window');
		await new Promise((resume) => setTimeout(resume, 100));
	}
}

/** The size of text the reader set in the browser, px; 16 is what browsers come with. */
export async function setTextSize(running: Running, page: Page, size: number): Promise<void> {
	if (running.kind === 'firefox') {
		await inFirefoxWindow(running, `Services.prefs.setIntPref('font.size.variable.x-western', ${size});`);
		return;
	}
	const session = await page.createCDPSession();
	await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}
