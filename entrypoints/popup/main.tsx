/** The popup's door: reads the store itself, asks the background only to make it ready. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup, type StoreState } from '../../components/popup/Popup.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/card/head.css';
import '../../components/popup/popup.css';
import { openCorpus, packLine, Store } from '../../lib/corpus/index.ts';
import type { PackLine } from '../../lib/corpus/views.ts';
import { locale } from '../../lib/locale/index.ts';
import { ask } from '../../lib/messages/page.ts';
import { changeSettings, chosenReader, readSettings } from '../../lib/settings/index.ts';
import { storeAsk } from './store-ask.ts';

const local = browser.storage.local;
const settings = await readSettings(local);
const reader = chosenReader(settings, navigator.languages);
const words = locale(reader === 'en' ? (navigator.languages[0] ?? 'en') : reader);
document.documentElement.lang = words.lang;
document.title = words.t('extName');

const store = new Store();
const port = storeAsk(() => openCorpus(store), reader);
let pack: PackLine | null = null;
await show(await state());
if (pack === null) await install();

async function state(): Promise<StoreState> {
	try {
		const corpus = await openCorpus(store);
		const [first] = corpus.heads.keys();
		pack = first ? await packLine(corpus, { pack: first }, reader) : null;
		if (!pack) return 'installing';
		if (settings.repaired === '') return 'ready';
		await changeSettings(local, { repaired: '' });
		return 'rebuilt';
	} catch {
		return 'damaged';
	}
}

/** First run, or a store that will not open: the background installs what the extension carries. */
async function install(): Promise<void> {
	try {
		store.close();
		await ask({ type: 'ready' }, (message) => browser.runtime.sendMessage(message));
		await store.open();
		await show(await state());
	} catch {
		await show('damaged');
	}
}

async function show(state: StoreState): Promise<void> {
	const app = document.getElementById('app');
	if (!app) return;
	render(
		<Popup ask={port} locale={words} state={state} pack={pack} onGrant={grant} onSiteOff={siteOff} />,
		app,
	);
}

/** Firefox closes the popup while it asks: the background finishes in `permissions.onAdded`. */
function grant(host: string): void {
	void browser.permissions.request({ origins: [`*://${host}/*`] }).then(() => window.close());
}

async function siteOff(host: string, off: boolean): Promise<void> {
	const { off: before } = await readSettings(local);
	const others = before.filter((other) => other !== host);
	await changeSettings(local, { off: off ? [...others, host] : others });
}
