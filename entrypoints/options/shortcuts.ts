/** Where each browser has shortcuts changed. */
import { browser } from 'wxt/browser';

/** null in Firefox, which opens its page itself. */
export const SHORTCUTS_PAGE = import.meta.env.FIREFOX ? null : 'chrome://extensions/shortcuts';

/** Firefox 137 and later; unknown to the types, which are Chromium's. */
interface FirefoxCommands {
	openShortcutSettings?(): Promise<void>;
}

export function openShortcuts(): void {
	if (SHORTCUTS_PAGE !== null) void browser.tabs.create({ url: SHORTCUTS_PAGE });
	else void (browser.commands as FirefoxCommands).openShortcutSettings?.();
}
