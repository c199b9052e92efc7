/** The background's store as the panel hears of it, and the one line that says so. */
import { browser } from 'wxt/browser';
import type { StoreState } from '../../components/popup/Popup.tsx';
import { ask } from '../../lib/messages/page.ts';
import { changeSettings, readSettings } from '../../lib/settings/index.ts';

/** Setting a pack up takes longer than this, ms; waking does not. */
const PATIENCE = 400;

/** Tells `show` of each state in turn; 'ready' only after another. */
export async function followStore(show: (state: StoreState) => void): Promise<void> {
	const timer = setTimeout(show, PATIENCE, 'installing');
	const { packs } = await ask({ type: 'ready' }, (message) => browser.runtime.sendMessage(message)).catch(
		() => ({ packs: null }),
	);
	clearTimeout(timer);
	const { repaired } = await readSettings(browser.storage.local);
	show(packs === null ? 'damaged' : packs === 0 ? 'no-pack' : repaired === '' ? 'ready' : 'rebuilt');
	// Said once.
	if (packs && repaired !== '') await changeSettings(browser.storage.local, { repaired: '' });
}
