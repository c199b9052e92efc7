/** The tab a reader means by "this page": the active one, or, where one of our own pages fills that, the one read last. */
import { type Browser, browser } from 'wxt/browser';
import { inject, reportOf } from '../background/tabs.ts';

export async function readTab(): Promise<Browser.tabs.Tab | null> {
	const tabs = await browser.tabs.query({ currentWindow: true });
	const pages = tabs.filter((tab) => !isOwn(tab));
	const [latest] = pages.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
	return pages.find((tab) => tab.active) ?? latest ?? null;
}

const isOwn = ({ url, pendingUrl }: Browser.tabs.Tab) =>
	Boolean((url || pendingUrl)?.startsWith(browser.runtime.getURL('/' as '/')));

/** How long an overlay that was just let in may take to have read the page, ms; how often it is asked; when it is done. */
const PATIENCE = 3000;
const STEP = 150;
const SETTLED = 450;

/** Lets the overlay into the tab, as the click that opened us allows, and waits for what it finds. */
export async function startOn(tabId: number): Promise<void> {
	await inject(tabId);
	let last = '';
	let since = Date.now();
	for (const end = since + PATIENCE; Date.now() < end && Date.now() - since < SETTLED; ) {
		await new Promise((resume) => setTimeout(resume, STEP));
		const report = await reportOf(tabId);
		const now = report ? `${report.mentions.length} ${report.events.length}` : '';
		if (now !== last || now === '') since = Date.now();
		last = now;
	}
}
