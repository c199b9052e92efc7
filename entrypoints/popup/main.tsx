/**
 * The popup's door. It draws settings and newest events before the store's library is loaded; all else is asked of that.
 * Asks the background only to make the store ready.
 */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { PopupAsk } from '../../components/popup/ask.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/control/control.css';
import '../../components/popup/popup.css';
import { firstLook, linesIn } from '../../lib/corpus/index.ts';
import { locale } from '../../lib/locale/index.ts';
import type { PageReport } from '../../lib/messages/page.ts';
import {
	type Change,
	chosenReader,
	chosenTag,
	DEFAULTS,
	hostOf,
	patternOf,
	quietOn,
	settingsChange,
	withItem,
} from '../../lib/settings/index.ts';
import { reportOf } from '../background/tabs.ts';
import { changed, settingsToDraw } from '../options/settings.ts';
import { openPanel } from '../sidepanel/open.ts';
import { readTab, startOn } from '../sidepanel/tab.ts';
import { pageView } from './page.ts';
import { accessTo } from './site-access.ts';
import type { StoreAsk } from './store-ask.ts';
import type { Opened } from './store-state.ts';

// All at once, and the settings are waited for first.
const look = firstThen(firstLook(), async () => null);
let tab: Awaited<ReturnType<typeof readTab>> = null;
const seen = see();
const allowed = browser.permissions.getAll();
let settings = await settingsToDraw();
const reader = chosenReader(settings, navigator.languages);
const words = locale(chosenTag(settings, navigator.languages));
document.documentElement.lang = words.lang;
document.title = words.t('extName');

let loading: Promise<StoreAsk> | null = null;
const begun = Promise.withResolvers<StoreAsk>();
const nextSeen = firstThen(onceOnClick(), see);
const ask: PopupAsk = {
	async events() {
		const first = await look();
		return first ? linesIn(first, reader) : (await store()).events();
	},
	search: async (text) => (await store()).search(text),
	warm: () =>
		void store().then(
			(ready) => ready.warm(),
			() => undefined,
		),
	async page() {
		const { now, report, access } = await nextSeen();
		if (now?.id === undefined) return null;
		const named = async (of: PageReport) => (await store()).named(of);
		return pageView(now.url ?? '', report, access, settings.off, named);
	},
	packs: async () => (await begun.promise).packs(),
};
let opened: Opened = { state: 'ready', pack: null };
draw();
browser.storage.onChanged.addListener((changes, area) => {
	settings = settingsChange(changes, area)?.after ?? settings;
	draw();
});

/** The library, once the list is there or something needs it: evaluating it before would hold up the first drawing. */
function store(): Promise<StoreAsk> {
	loading ??= import('./store-ask.ts').then(({ storeAsk }) => {
		const made = storeAsk(reader);
		void made.open((now) => {
			opened = now;
			draw();
		});
		return made;
	});
	begun.resolve(loading);
	return loading;
}

/** The answer that is under way already, then one asked for anew each time. */
function firstThen<T>(first: Promise<T>, again: () => Promise<T>): () => Promise<T> {
	let next: Promise<T> | null = first;
	return () => {
		const now = next ?? again();
		next = null;
		return now;
	};
}

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
			onPause={(paused) => void choose({ paused })}
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

/** The page that is read, what its overlay says, and whether it may be read: both are asked at once. */
async function see() {
	const now = await readTab();
	tab = now;
	const host = hostOf(now?.url);
	const [report, access] = await Promise.all([
		now?.id === undefined ? null : reportOf(now.id),
		host === '' ? null : accessTo(host),
	]);
	return { now, report, access };
}

/** "Only when I click": the click that opened the popup is the one. Where sites were chosen, others wait for a button. */
async function onceOnClick(): ReturnType<typeof see> {
	const [{ origins = [] }, first] = await Promise.all([allowed, seen]);
	const host = hostOf(first.now?.url);
	// What cannot be read may say that the site is off.
	const quiet = settings === DEFAULTS || quietOn(settings, host);
	if (origins.length > 0 || host === '' || first.report || quiet) return first;
	await once();
	return see();
}

/** The browser may refuse after all: its own pages, a page that was left meanwhile. The popup says what it sees. */
async function once(): Promise<void> {
	if (tab?.id !== undefined) await startOn(tab.id).catch(() => undefined);
}

/** Firefox closes the popup while it asks: the background finishes in `permissions.onAdded`. */
function grant(host: string): void {
	void browser.permissions.request({ origins: [patternOf(host)] }).then(() => window.close());
}

async function choose(change: Change): Promise<void> {
	settings = await changed(change, settings);
	draw();
}

async function siteOff(host: string, off: boolean): Promise<void> {
	await choose((now) => ({ off: withItem(now.off, host, off) }));
}
