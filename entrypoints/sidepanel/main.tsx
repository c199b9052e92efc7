/** The side panel's door: follows the tab beside it, reads the store itself. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { PanelPage } from '../../components/panel/ask.ts';
import { Panel } from '../../components/panel/Panel.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/compare/compare.css';
import '../../components/compare/details.css';
import '../../components/control/control.css';
import '../../components/popup/popup.css';
import '../../components/panel/panel.css';
import type { StoreState } from '../../components/popup/Popup.tsx';
import type { MentionLine } from '../../lib/corpus/views.ts';
import { locale } from '../../lib/locale/index.ts';
import type { Command } from '../../lib/messages/page.ts';
import { onRenewed } from '../../lib/messages/renewed.ts';
import {
	type Change,
	chosenReader,
	chosenTag,
	DEFAULTS,
	patternOf,
	settingsChange,
	withItem,
} from '../../lib/settings/index.ts';
import { openCorpusPage } from '../background/open-corpus.ts';
import { reportOf } from '../background/tabs.ts';
import { changed, settingsToDraw } from '../options/settings.ts';
import { followTab } from './follow.ts';
import { mentionLines } from './mentions.ts';
import { panelPage } from './page.ts';
import { panelAsk } from './panel-ask.ts';
import { followStore } from './store-state.ts';
import { readTab, startOn } from './tab.ts';
import { followWanted, type Wanted } from './wanted.ts';

const [stored, first] = await Promise.all([settingsToDraw(), readReport()]);
let settings = stored;
let state: StoreState = 'ready';
let tabId: number | undefined;
let page: PanelPage | null | undefined;
let mentions: MentionLine[] = [];
/** Counts the changes of packs. */
let version = 0;
let ask = panelAsk({ report: null, incognito: false, reader: reader(), version });
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
	version++;
	void look();
});
void followWanted((event) => {
	wanted = event;
	void look();
});
await show(first);
// A storage that cannot be read will not be set up either.
await followStore(stored === DEFAULTS ? 'damaged' : 'installing', (now) => {
	// What had to be set up first changes what was looked up meanwhile.
	const again = state !== 'ready';
	state = now;
	draw();
	if (again) void look();
});

function reader() {
	return chosenReader(settings, navigator.languages);
}

async function readReport() {
	const tab = await readTab();
	return { tab, report: tab?.id === undefined ? null : await reportOf(tab.id) };
}

async function look(): Promise<void> {
	const mine = ++turn;
	const now = await readReport();
	if (mine === turn) await show(now);
}

async function show({ tab, report }: Awaited<ReturnType<typeof readReport>>): Promise<void> {
	const mine = turn;
	ask = panelAsk({ report, incognito: tab?.incognito ?? false, reader: reader(), version }, ask);
	const now = tab && (await panelPage(tab.url ?? '', report, settings));
	if (mine !== turn) return;
	tabId = tab?.id;
	page = now;
	mentions = report ? mentionLines(report) : [];
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

async function choose(change: Change): Promise<void> {
	settings = await changed(change, settings);
	draw();
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
			state={state}
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
			onPause={(paused) => void choose({ paused })}
			onGrant={(host) => void browser.permissions.request({ origins: [patternOf(host)] })}
			onSiteOn={(host) => void choose((now) => ({ off: withItem(now.off, host, false) }))}
			onStart={() =>
				tabId !== undefined &&
				void startOn(tabId)
					.catch(() => undefined)
					.then(look)
			}
			onWhole={(place) => void openCorpusPage(place)}
			onGo={(at) => toPage({ type: 'go-to', at })}
			onSentence={({ spot, text }) =>
				toPage({ type: 'go-to-sentence', ...spot, block: ask.inReport(spot.block), text })
			}
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
