/** The corpus page at its place, in a tab beside the one that is read. */
import { type Browser, browser } from 'wxt/browser';

export async function openCorpusPage(
	{ kind, id }: { kind: 'event' | 'entity'; id: string },
	beside?: Browser.tabs.Tab,
): Promise<void> {
	const url = browser.runtime.getURL(`/corpus.html#/${kind}/${encodeURIComponent(id)}` as '/');
	await browser.tabs.create(beside ? { url, index: beside.index + 1, windowId: beside.windowId } : { url });
}
