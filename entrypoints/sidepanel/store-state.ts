/** The background's store as the panel hears of it, and the one line that says so. */
import { browser } from 'wxt/browser';
import type { StoreState } from '../../components/popup/Popup.tsx';
import { ask } from '../../lib/messages/page.ts';
import { changeSettings } from '../../lib/settings/index.ts';
import { settingsToDraw } from '../options/settings.ts';

/** Setting a pack up takes longer than this, ms; waking does not. */
const PATIENCE = 400;

/** Tells `show` of each state in turn; 'ready' only after another. `late`: what it seems to be while no answer comes. */
export async function followStore(late: StoreState, show: (state: StoreState) => void): Promise<void> {
	const timer = setTimeout(show, PATIENCE, late);
	const { packs } = await ask({ type: 'ready' }, (message) => browser.runtime.sendMessage(message)).catch(
		() => ({ packs: null }),
	);
	clearTimeout(timer);
	const { repaired } = await settingsToDraw();
	show(packs === null ? 'damaged' : packs === 0 ? 'no-pack' : repaired === '' ? 'ready' : 'rebuilt');
	// Said once, where that can be kept.
	if (packs && repaired !== '')
		await changeSettings(browser.storage.local, { repaired: '' }).catch(() => undefined);
}
