/** Starts a stock browser with the production build in it, and ends it. Writes to temporary folders only. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import type { PageReport } from '../../lib/messages/page.ts';
import { type Kind, needBrowser } from './find.ts';

export interface LaunchOptions {
	kind: Kind;
	headless?: boolean;
	/** BCP 47: the browser's own language. */
	lang?: string;
	/** Whether the host permission counts as granted. false: the build as it is in the stores. */
	granted?: boolean;
	/** A folder instead of the build; null: no extension at all, to compare with. */
	extension?: string | null;
	/** false: does not wait for a store. */
	settle?: boolean;
	dark?: boolean;
	/** Forced colours, and as little motion as may be. */
	calm?: boolean;
	/** false: Chromium's workers are left alone, so that they sleep as they would. */
	attachWorkers?: boolean;
	/** Firefox: ms after which the idle background ends. */
	idleAfter?: number;
	/** Invented pack hosts (`*.example`) lead to loopback, and its certificate is taken. */
	packHost?: boolean;
	/** All traffic goes through this proxy on loopback. */
	proxy?: number;
	/** Holds profile and extension and is kept: the same reader again. */
	folder?: string;
	/** CSS px. */
	viewport?: { width: number; height: number } | null;
}

export interface Running {
	browser: Browser;
	kind: Kind;
	/** Origin of the extension's pages, without a slash at the end. '' without an extension. */
	origin: string;
	extensionId: string;
	/** Puts the next version in this one's place, as a store does, changed in its folder; the extension's pages are closed by it. */
	update(change?: (folder: string) => void): Promise<void>;
	close(): Promise<void>;
}

const GECKO_ID = 'sidelight@sidelight.example';
/** Firefox names extension pages by an id per profile; with a fixed one the tests know their addresses. */
const GECKO_UUID = '5d1de119-5eed-4bad-9a6e-0123456789ab';

export async function launch(options: LaunchOptions): Promise<Running> {
	const { kind, granted = true } = options;
	const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'sidelight-'));
	const built = resolve('.output', kind === 'chromium' ? 'chrome' : 'firefox');
	const extension =
		options.extension === undefined ? prepare(built, join(folder, 'extension'), granted) : options.extension;
	const browser = await start(options, needBrowser(kind), join(folder, 'profile'));
	const close = async () => {
		await browser.close().catch(() => browser.process()?.kill());
		if (!options.folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	try {
		const id = extension ? await browser.installExtension(extension) : '';
		const origin = !id
			? ''
			: kind === 'chromium'
				? `chrome-extension://${id}`
				: `moz-extension://${GECKO_UUID}`;
		if (id && options.settle !== false) await settled({ browser, kind, origin });
		let updates = 0;
		const update = async (change?: (folder: string) => void) => {
			if (!extension) return;
			updates++;
			change?.(extension);
			edit(extension, ({ version, ...manifest }) => ({
				...manifest,
				version: [...String(version).split('.').slice(0, 3), updates].join('.'),
			}));
			await browser.installExtension(extension);
		};
		return { browser, kind, origin, extensionId: id, update, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** A copy of the build; a click on "allow" cannot be made without a display, so the one optional field moves. */
function prepare(built: string, copy: string, granted: boolean): string {
	cpSync(built, copy, { recursive: true });
	if (granted)
		edit(copy, ({ optional_host_permissions, ...manifest }) => ({
			...manifest,
			host_permissions: optional_host_permissions,
		}));
	return copy;
}

type Manifest = Record<string, unknown>;

function edit(extension: string, change: (manifest: Manifest) => Manifest): void {
	const path = join(extension, 'manifest.json');
	writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
}

function start(options: LaunchOptions, executablePath: string, userDataDir: string): Promise<Browser> {
	const { headless = true, lang = 'en-US', viewport = { width: 1000, height: 800 } } = options;
	const root = process.getuid?.() === 0;
	if (options.kind === 'chromium') {
		return puppeteer.launch({
			executablePath,
			userDataDir,
			headless,
			pipe: true,
			enableExtensions: true,
			...(options.attachWorkers === false
				? { targetFilter: (target: Target) => target.type() !== 'service_worker' }
				: {}),
			defaultViewport: viewport,
			env: { ...process.env, LANGUAGE: lang.replace('-', '_') },
			args: [
				...(root ? ['--no-sandbox'] : []),
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run',
				'--disable-quic',
				`--lang=${lang}`,
				`--accept-lang=${lang}`,
				...(options.packHost
					? ['--host-resolver-rules=MAP *.example 127.0.0.1', '--ignore-certificate-errors']
					: []),
				...(options.proxy
					? [`--proxy-server=127.0.0.1:${options.proxy}`, '--proxy-bypass-list=<-loopback>']
					: []),
				...(options.calm ? ['--force-high-contrast', '--force-prefers-reduced-motion'] : []),
				...(options.dark ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
			],
		});
	}
	return puppeteer.launch({
		browser: 'firefox',
		executablePath,
		userDataDir,
		headless,
		defaultViewport: viewport,
		// Without it BiDi may not open extension pages.
		args: ['--remote-allow-system-access'],
		acceptInsecureCerts: options.packHost ?? false,
		extraPrefsFirefox: {
			...(options.packHost ? { 'network.dns.forceResolve': '127.0.0.1' } : {}),
			...(options.proxy ? proxied(options.proxy) : {}),
			// Ours is installed for a session only, and is there again in the next.
			...(options.folder ? { 'extensions.webextensions.keepStorageOnUninstall': true } : {}),
			'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
			'intl.accept_languages': lang,
			'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
			'ui.systemUsesDarkTheme': options.dark ? 1 : 0,
			...(options.calm ? { 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1 } : {}),
			'network.captive-portal-service.enabled': false,
			'network.connectivity-service.enabled': false,
			'app.normandy.enabled': false,
			'app.update.enabled': false,
			'browser.safebrowsing.provider.mozilla.updateURL': '',
			'services.settings.server': 'http://127.0.0.1:9/',
			...(options.idleAfter ? { 'extensions.background.idle.timeout': options.idleAfter } : {}),
			'datareporting.policy.dataSubmissionEnabled': false,
			'toolkit.telemetry.server': '',
		},
	});
}

const proxied = (port: number) => ({
	'network.proxy.type': 1,
	'network.proxy.http': '127.0.0.1',
	'network.proxy.http_port': port,
	'network.proxy.ssl': '127.0.0.1',
	'network.proxy.ssl_port': port,
	'network.proxy.allow_hijacking_localhost': true,
});

/** Opens one of the extension's own pages in a tab. `path` begins with a slash. */
export async function openOwn(
	{ browser, kind, origin }: Pick<Running, 'browser' | 'kind' | 'origin'>,
	path: string,
): Promise<Page> {
	const page = await browser.newPage();
	if (kind === 'chromium') {
		await page.goto(origin + path, { waitUntil: 'load' });
		return page;
	}
	// Puppeteer waits for events that the change of process swallows; the bare command does the same.
	const bidi = (
		browser as unknown as { connection: { send(method: string, params: object): Promise<unknown> } }
	).connection;
	const context = (page.mainFrame() as unknown as { _id: string })._id;
	await bidi.send('browsingContext.navigate', { context, url: origin + path, wait: 'none' });
	for (let tries = 0; tries < 100; tries++) {
		const ready = await page.evaluate(() => `${location.protocol} ${document.readyState}`).catch(() => '');
		if (ready === 'moz-extension: complete') return page;
		await new Promise((resume) => setTimeout(resume, 50));
	}
	throw new Error(`${path} did not open`);
}

/** What an extension page asks of the background; `chrome` is there in both browsers. */
export const askBackground = (page: Page, message: object): Promise<unknown> =>
	page.evaluate(
		(sent) =>
			(
				globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
			).chrome.runtime.sendMessage(sent),
		message,
	);

/** The store is filled right after installing; what is measured or shown begins after that. */
async function settled(running: Pick<Running, 'browser' | 'kind' | 'origin'>): Promise<void> {
	const page = await openOwn(running, '/popup.html');
	const ask = () => askBackground(page, { type: 'ready' }) as Promise<{ error?: string } | undefined>;
	let answer: { error?: string } | undefined;
	// Firefox starts the background of a profile with a large store after its pages.
	for (let tries = 0; !answer && tries < 100; tries++) {
		answer = await ask().catch((error) => ({ error: String(error) }));
		if (!answer?.error?.includes('Receiving end does not exist')) break;
		answer = undefined;
		await new Promise((resume) => setTimeout(resume, 200));
	}
	await page.close();
	if (!answer || answer.error) throw new Error(`the store is not ready: ${answer?.error ?? 'no answer'}`);
}

interface Tabs {
	query(of: object): Promise<{ id: number; url?: string }[]>;
	sendMessage(id: number, message: object): Promise<unknown>;
}

/** Sends a message to the overlay of the tab that shows `url`, as background and popup do; null when none answers. */
export async function tellTab(own: Page, url: string, message: object): Promise<unknown> {
	return own.evaluate(
		async (wanted, sent) => {
			const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
			const tab = (await tabs.query({})).find((one) => one.url === wanted);
			return tab ? tabs.sendMessage(tab.id, sent).catch(() => null) : null;
		},
		url,
		message,
	);
}

/** What the overlay of a tab says of its page. */
export async function reportOfTab(running: Running, url: string): Promise<PageReport | null> {
	const own = await openOwn(running, '/popup.html');
	try {
		return (await tellTab(own, url, { type: 'report' })) as PageReport | null;
	} finally {
		await own.close();
	}
}

/** Ends the background: at once in Chromium; in Firefox after `idleAfter`, which `launch` was given. */
export async function sleepWorker({ browser, kind }: Running, idleAfter = 1500): Promise<void> {
	if (kind === 'firefox') {
		await new Promise((resume) => setTimeout(resume, idleAfter + 1000));
		return;
	}
	const page = await browser.newPage();
	const session = await page.createCDPSession();
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await page.close();
}
