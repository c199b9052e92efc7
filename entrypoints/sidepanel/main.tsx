/** The side panel's door: follows the tab beside it, reads the store itself. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel/Panel.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/compare/compare.css';
import '../../components/compare/details.css';
import '../../components/control/control.css';
import '../../components/popup/popup.css';
import '../../components/panel/panel.css';
import { looksAt, openCorpus, Store } from '../../lib/corpus/index.ts';
import type { MentionLine, PageView } from '../../lib/corpus/views.ts';
import { locale } from '../../lib/locale/index.ts';
import type { Command } from '../../lib/messages/page.ts';
import { onRenewed } from '../../lib/messages/renewed.ts';
import {
	changeSettings,
	chosenReader,
	chosenTag,
	patternOf,
	readSettings,
	settingsChange,
	withItem,
} from '../../lib/settings/index.ts';
import { openCorpusPage } from '../background/open-corpus.ts';
import { reportOf } from '../background/tabs.ts';
import { pageView } from '../popup/page.ts';
import { type Opened, openStore } from '../popup/store-state.ts';
import { followTab } from './follow.ts';
import { mentionLines } from './mentions.ts';
import { panelAsk } from './panel-ask.ts';
import { readTab, startOn } from './tab.ts';
import { followWanted, type Wanted } from './wanted.ts';

const local = browser.storage.local;
const store = new Store();
let settings = await readSettings(local);
let opened: Opened = { state: 'ready', pack: null };
let tabId: number | undefined;
let page: PageView | null | undefined;
let mentions: MentionLine[] = [];
let ask = panelAsk(store, { report: null, incognito: false }, reader());
/** The first page that was there when the reader opened the panel. */
let announced: string | null = null;
/** What was asked for in a card, for as long as its page stays. */
let wanted: (Wanted & { url?: string }) | null = null;
/** Counts the looks, so that a slow one does not overwrite a newer one. */
let turn = 0;
/** On paper nothing is folded. */
let printing = false;

browser.storage.onChanged.addListener((changes, area) => {
	const change = settingsChange(changes, area);
	if (!change) return;
	settings = change.after;
	draw();
});
for (const when of ['beforeprint', 'afterprint'])
	addEventListener(when, () => {
		printing = when === 'beforeprint';
		draw();
	});
followTab(() => tabId, look);
onRenewed(() => {
	ask = panelAsk(store, { report: null, incognito: false }, reader());
	look();
});
await followWanted((event) => {
	wanted = event;
	look();
});
await openStore(looksAt(store), reader(), (now) => {
	opened = now;
	draw();
	look();
});

function reader() {
	return chosenReader(settings, navigator.languages);
}

async function look(): Promise<void> {
	const mine = ++turn;
	const tab = await readTab();
	const report = tab?.id === undefined ? null : await reportOf(tab.id);
	const view =
		tab && (await pageView(() => openCorpus(store), tab.url ?? '', report, reader()).catch(() => null));
	if (mine !== turn) return;
	tabId = tab?.id;
	page = view;
	mentions = report ? mentionLines(report) : [];
	ask = panelAsk(store, { report, incognito: tab?.incognito ?? false }, reader(), ask);
	if (report) announced ??= report.url;
	if (wanted && wanted.tab === tabId) {
		wanted.url ??= report?.url;
		if (wanted.url !== report?.url) wanted = null;
	}
	draw(report?.url === announced);
}

/** The page's own event stands first in any case. */
function isOwn(id: string | undefined): boolean {
	return page?.events.find(({ relation }) => relation === 'about')?.id === id;
}

/** The reader is led to a place on the page; where that is gone, the panel looks again. */
function toPage(command: Command) {
	if (tabId !== undefined) void browser.tabs.sendMessage(tabId, command, { frameId: 0 }).catch(look);
}

function draw(announce = false) {
	const words = locale(chosenTag(settings, navigator.languages));
	document.documentElement.lang = words.lang;
	document.title = words.t('extName');
	const app = document.getElementById('app');
	if (!app) return;
	render(
		<Panel
			ask={ask}
			locale={words}
			state={opened.state}
			page={page}
			mentions={mentions}
			wanted={wanted?.tab === tabId && !isOwn(wanted?.event) ? wanted?.event : null}
			focus={wanted?.tab === tabId ? (wanted?.claim ?? null) : null}
			onBack={() => {
				wanted = null;
				draw();
			}}
			announce={announce}
			paused={settings.paused}
			onPause={(paused) => void changeSettings(local, { paused })}
			onGrant={(host) => void browser.permissions.request({ origins: [patternOf(host)] })}
			onSiteOn={(host) => void changeSettings(local, (now) => ({ off: withItem(now.off, host, false) }))}
			onStart={() =>
				tabId !== undefined &&
				void startOn(tabId)
					.catch(() => undefined)
					.then(look)
			}
			onWhole={(place) => void openCorpusPage(place)}
			onGo={(at) => toPage({ type: 'go-to', at })}
			onSentence={({ spot, text }) => toPage({ type: 'go-to-sentence', ...spot, text })}
			all={printing}
			onPrint={() => print()}
			onCopy={(text) =>
				navigator.clipboard.writeText(text).then(
					() => true,
					() => false,
				)
			}
			onSettings={() => void browser.runtime.openOptionsPage()}
		/>,
		app,
	);
}
