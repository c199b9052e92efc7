/** Telling open tabs. Most have no overlay to hear it: that is no fault. */
import { type Browser, browser } from 'wxt/browser';
import type { Command, PageReport } from '../../lib/messages/index.ts';

/** A tab may go away in the middle of an answer and leave it open for ever; so long is waited, ms. */
const PATIENCE = 1000;

export async function eachTab(act: (id: number, tab: Browser.tabs.Tab) => Promise<unknown>): Promise<void> {
	const tabs = await browser.tabs.query({});
	await Promise.all(
		tabs.map(async (tab) => {
			if (tab.id !== undefined) await act(tab.id, tab).catch(() => undefined);
		}),
	);
}

/** To every overlay in the tab, or to that of one frame; nothing is waited for. */
export function tell(tabId: number, command: Command, frame: { frameId?: number } = {}): void {
	browser.tabs.sendMessage(tabId, command, frame).catch(() => undefined);
}

export const tellTabs = (command: Command): Promise<void> => eachTab(async (id) => tell(id, command));

/** What the overlay of this very installation says of the tab's page; null where none answers. */
export async function reportOf(tabId: number): Promise<PageReport | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<null>((done) => {
		timer = setTimeout(done, PATIENCE, null);
	});
	const report = browser.tabs
		.sendMessage(tabId, { type: 'report' } satisfies Command, { frameId: 0 })
		.then((answer: PageReport | undefined) => answer ?? null)
		.catch(() => null);
	return Promise.race([report, late]).finally(() => clearTimeout(timer));
}

export const OVERLAY = 'overlay.js';

/** The overlay, into every frame that may be reached; a second one takes over from the first. */
export const inject = (tabId: number): Promise<unknown> =>
	browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [`/${OVERLAY}` as never] });
