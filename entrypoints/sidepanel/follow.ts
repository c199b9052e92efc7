/** When the panel looks again: the tab, its page, what may be read, or what was found there changed. Asks nothing by the clock for long. */
import { browser } from 'wxt/browser';

/** After a page came or Sidelight was let in, an overlay needs a while, ms. */
const AFTER = [0, 500, 1500, 4000];
/** The overlay asks for its events before it has the answer; a machine at its limit takes a while, ms. */
const ANSWERED = [300, 1200, 3500];

export function followTab(current: () => number | undefined, look: () => void): void {
	let timers: ReturnType<typeof setTimeout>[] = [];
	const soon = (waits: readonly number[] = AFTER) => {
		for (const timer of timers) clearTimeout(timer);
		timers = waits.map((wait) => setTimeout(look, wait));
	};
	browser.tabs.onActivated.addListener(() => soon());
	browser.tabs.onRemoved.addListener(() => soon(ANSWERED));
	browser.tabs.onUpdated.addListener((id, { status, url }) => {
		if (id === current() && (status || url)) soon();
	});
	browser.permissions.onAdded.addListener(() => soon());
	browser.permissions.onRemoved.addListener(() => soon());
	browser.storage.onChanged.addListener(() => soon());
	browser.runtime.onMessage.addListener((message: { type?: unknown }, sender) => {
		if (message?.type === 'events' && sender.tab?.id === current() && sender.frameId === 0) soon(ANSWERED);
		return undefined;
	});
	addEventListener('focus', () => soon([0]));
}
