/** The reader's settings, read once a life of the background and anew after each change. A cache and no more. */
import { browser } from 'wxt/browser';
import { readSettings, type Settings, settingsChange } from '../../lib/settings/index.ts';

let kept: Promise<Settings> | null = null;
let follows = false;

export function settingsNow(): Promise<Settings> {
	if (!follows) {
		follows = true;
		browser.storage.onChanged.addListener((changes, area) => {
			if (settingsChange(changes, area)) kept = null;
		});
	}
	kept ??= readSettings(browser.storage.local).catch((error) => {
		kept = null;
		throw error;
	});
	return kept;
}
