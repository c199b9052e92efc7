/** The store as an extension page meets it, and the one line that says so. */
import { browser } from 'wxt/browser';
import type { StoreState } from '../../components/popup/Popup.tsx';
import { type Looks, packLine } from '../../lib/corpus/index.ts';
import type { PackLine } from '../../lib/corpus/views.ts';
import { ask } from '../../lib/messages/page.ts';
import { changeSettings } from '../../lib/settings/index.ts';
import type { Reader } from '../../lib/text/index.ts';
import { settingsToDraw } from '../options/settings.ts';

export interface Opened {
	state: StoreState;
	/** The first pack that is installed. */
	pack: PackLine | null;
}

/** Tells `show` how things are; once more after the background has set up what was missing. */
export async function openStore(looks: Looks, reader: Reader, show: (opened: Opened) => void): Promise<void> {
	const { store } = looks;
	const first = await look(looks, reader);
	show(first ?? { state: 'damaged', pack: null });
	if (first?.pack) return;
	try {
		store.close();
		await ask({ type: 'ready' }, (message) => browser.runtime.sendMessage(message));
		await store.open();
		looks.renew();
	} catch {
		return show({ state: 'damaged', pack: null });
	}
	// In a private window Firefox gives extension pages a store of their own, which stays empty.
	const without = browser.extension.inIncognitoContext ? 'private' : 'no-pack';
	const second = await look(looks, reader);
	show(second?.pack ? second : { state: second ? without : 'damaged', pack: null });
}

/** null when the store cannot be read. */
async function look(looks: Looks, reader: Reader): Promise<Opened | null> {
	try {
		const corpus = await looks.open();
		const [id] = corpus.heads.keys();
		const pack = id ? await packLine(corpus, { pack: id }, reader) : null;
		if (!pack) return { state: 'installing', pack };
		const { repaired } = await settingsToDraw();
		if (repaired === '') return { state: 'ready', pack };
		// Where that cannot be kept it is said again.
		await changeSettings(browser.storage.local, { repaired: '' }).catch(() => undefined);
		return { state: 'rebuilt', pack };
	} catch {
		return null;
	}
}
