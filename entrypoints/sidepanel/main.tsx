/** The side panel's door: follows the tab beside it, reads the store itself. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel/Panel.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/control/control.css';
import '../../components/popup/popup.css';
import '../../components/panel/panel.css';
import { eventView, openCorpus, Store } from '../../lib/corpus/index.ts';
import type { MentionLine, PageView } from '../../lib/corpus/views.ts';
import { locale } from '../../lib/locale/index.ts';
import {
	changeSettings,
	chosenReader,
	chosenTag,
	patternOf,
	readSettings,
	settingsChange,
	withItem,
} from '../../lib/settings/index.ts';
import { reportOf } from '../background/tabs.ts';
import { hereOf, pageView } from '../popup/page.ts';
import { type Opened, openStore } from '../popup/store-state.ts';
import { followTab } from './follow.ts';
import { mentionLines } from './mentions.ts';
import { readTab, startOn } from './tab.ts';

const local = browser.storage.local;
const store = new Store();
let settings = await readSettings(local);
let opened: Opened = { state: 'ready', pack: null };
let tabId: number | undefined;
let page: PageView | null | undefined;
let mentions: MentionLine[] = [];
let ask = askFor(new Map());
/** The first page that was there when the reader opened the panel. */
let announced: string | null = null;
/** Counts the looks, so that a slow one does not overwrite a newer one. */
let turn = 0;

browser.storage.onChanged.addListener((changes, area) => {
	const change = settingsChange(changes, area);
	if (!change) return;
	settings = change.after;
	draw();
});
followTab(() => tabId, look);
await openStore(store, reader(), (now) => {
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
	const relations = hereOf(report).relations ?? new Map();
	if (ask.key !== keyOf(relations)) ask = askFor(relations);
	if (report) announced ??= report.url;
	draw(report?.url === announced);
}

function keyOf(relations: ReadonlyMap<string, string>): string {
	return JSON.stringify([...relations]);
}

/** The same object while the events stay the same: what is drawn of them is asked for once. */
function askFor(relations: NonNullable<ReturnType<typeof hereOf>['relations']>) {
	return {
		key: keyOf(relations),
		async event(id: string) {
			const corpus = await openCorpus(store);
			const row = await corpus.event(id);
			return row && eventView(corpus, row, reader(), { relations });
		},
	};
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
			onGo={(at) =>
				tabId !== undefined &&
				void browser.tabs.sendMessage(tabId, { type: 'go-to', at }, { frameId: 0 }).catch(look)
			}
			onSettings={() => void browser.runtime.openOptionsPage()}
		/>,
		app,
	);
}
