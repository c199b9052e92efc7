/** An event out of a card, or one of its claims, in the side panel. Where none can be opened from a page, one that is open still follows. */
import type { Browser } from 'wxt/browser';
import { openPanel } from '../sidepanel/open.ts';
import { keepWanted } from '../sidepanel/wanted.ts';

/** Called in the answer to the click itself, before anything is awaited: Chromium opens a panel only then. */
export async function showEvent(
	wanted: { event: string; claim?: string },
	{ tab }: Browser.runtime.MessageSender,
): Promise<{ opened: boolean }> {
	if (tab?.id === undefined) return { opened: false };
	const opening = import.meta.env.FIREFOX ? false : openPanel(tab.windowId);
	await keepWanted(tab.id, wanted);
	return { opened: await opening };
}
