/** Where the overlay runs: on the sites the reader granted, without those switched off; kept true as that changes. */
import { browser } from 'wxt/browser';
import { readSettings } from '../../lib/settings/index.ts';

const ID = 'overlay';
const FILE = 'overlay.js';

export function keepScripts(): void {
	browser.permissions.onAdded.addListener(() => void register(true));
	browser.permissions.onRemoved.addListener(() => void register(false));
	browser.storage.onChanged.addListener((changes, area) => {
		if (area === 'local' && changes.settings) void register(true);
	});
	browser.runtime.onInstalled.addListener(() => void register(true));
	void register(false);
}

/** One at a time: two registrations of one id at once fail. */
let last: Promise<void> = Promise.resolve();

function register(intoOpenTabs: boolean): Promise<void> {
	last = last
		.then(() => registerNow(intoOpenTabs))
		.catch((error) => console.warn('sidelight: scripts', error));
	return last;
}

async function registerNow(intoOpenTabs: boolean): Promise<void> {
	const { origins = [] } = await browser.permissions.getAll();
	const matches = origins.filter((origin) => /^(\*|https?):/.test(origin));
	const { off } = await readSettings(browser.storage.local);
	const excludeMatches = off.map((host) => `*://${host}/*`);
	const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
	if (matches.length === 0) {
		if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
		return;
	}
	const script = {
		id: ID,
		js: [FILE],
		matches,
		excludeMatches,
		allFrames: true,
		runAt: 'document_end' as const,
	};
	if (known.length > 0) await browser.scripting.updateContentScripts([script]);
	else await browser.scripting.registerContentScripts([script]);
	if (intoOpenTabs) await refreshTabs(matches, off);
}

/** Open tabs get the overlay once, or lose it; what may not be read answers with an error and stays as it is. */
async function refreshTabs(matches: string[], off: readonly string[]): Promise<void> {
	for (const tab of await browser.tabs.query({ url: matches })) {
		if (tab.id === undefined || tab.discarded) continue;
		const host = tab.url ? new URL(tab.url).host : '';
		const stopped = off.includes(host);
		const done = stopped
			? browser.tabs.sendMessage(tab.id, { type: 'stop' })
			: running(tab.id).then((is) =>
					is
						? undefined
						: browser.scripting.executeScript({
								target: { tabId: tab.id as number, allFrames: true },
								files: [`/${FILE}` as never],
							}),
				);
		await Promise.resolve(done).catch(() => undefined);
	}
}

/** Whether an overlay of this very installation answers there. */
const running = (tabId: number): Promise<boolean> =>
	browser.tabs.sendMessage(tabId, { type: 'report' }).then(
		(report) => report !== undefined,
		() => false,
	);
