/** The popup's door: reads the store itself, asks the background only to make it ready. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/Popup.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/control/control.css';
import '../../components/popup/popup.css';
import { looksAt, Store } from '../../lib/corpus/index.ts';
import { locale } from '../../lib/locale/index.ts';
import { onRenewed } from '../../lib/messages/renewed.ts';
import {
	changeSettings,
	chosenReader,
	chosenTag,
	hostOf,
	patternOf,
	quietOn,
	readSettings,
	settingsChange,
	withItem,
} from '../../lib/settings/index.ts';
import { reportOf } from '../background/tabs.ts';
import { openPanel } from '../sidepanel/open.ts';
import { readTab, startOn } from '../sidepanel/tab.ts';
import { storeAsk } from './store-ask.ts';
import { type Opened, openStore } from './store-state.ts';

const local = browser.storage.local;
const looks = looksAt(new Store());
// Read while the rest is asked for; what fails is met again by who reads then.
looks.open().catch(() => undefined);
onRenewed(looks.renew);
let tab: Awaited<ReturnType<typeof readTab>> = null;
const found = readTab().then((now) => {
	tab = now;
	return now;
});
let settings = await readSettings(local);
const reader = chosenReader(settings, navigator.languages);
const words = locale(chosenTag(settings, navigator.languages));
document.documentElement.lang = words.lang;
document.title = words.t('extName');

const started = onceOnClick();
const answers = storeAsk(looks, reader);
const ask = { ...answers, page: () => started.then(answers.page) };
let opened: Opened = { state: 'ready', pack: null };
draw();
browser.storage.onChanged.addListener((changes, area) => {
	settings = settingsChange(changes, area)?.after ?? settings;
	draw();
});
await openStore(looks, reader, (now) => {
	opened = now;
	draw();
});

function draw() {
	const app = document.getElementById('app');
	if (!app) return;
	render(
		<Popup
			ask={ask}
			locale={words}
			state={opened.state}
			installed={opened.pack !== null}
			paused={settings.paused}
			onGrant={grant}
			onSiteOff={siteOff}
			onPause={(paused) => void changeSettings(local, { paused })}
			onOnce={once}
			onOpen={(place) => openTab(`corpus.html${place}`)}
			onPacks={() => openTab('packs.html')}
			onPanel={() => {
				if (tab) void openPanel(tab.windowId);
				window.close();
			}}
			onSettings={() => void browser.runtime.openOptionsPage().then(() => window.close())}
		/>,
		app,
	);
}

/** One of our own pages, beside the tab that is read. */
function openTab(path: string): void {
	void browser.tabs.create({ url: browser.runtime.getURL(`/${path}` as '/') }).then(() => window.close());
}

/** "Only when I click": the click that opened the popup is the one. Where sites were chosen, others wait for a button. */
async function onceOnClick(): Promise<void> {
	const [{ origins = [] }, tab] = await Promise.all([browser.permissions.getAll(), found]);
	const host = hostOf(tab?.url);
	if (origins.length > 0 || host === '' || quietOn(settings, host)) return;
	if (tab?.id !== undefined && !(await reportOf(tab.id))) await once();
}

/** The browser may refuse after all: its own pages, a page that was left meanwhile. The popup says what it sees. */
async function once(): Promise<void> {
	if (tab?.id !== undefined) await startOn(tab.id).catch(() => undefined);
}

/** Firefox closes the popup while it asks: the background finishes in `permissions.onAdded`. */
function grant(host: string): void {
	void browser.permissions.request({ origins: [patternOf(host)] }).then(() => window.close());
}

async function siteOff(host: string, off: boolean): Promise<void> {
	await changeSettings(local, (now) => ({ off: withItem(now.off, host, off) }));
}
