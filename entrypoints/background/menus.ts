/** What the toolbar button's menu and the page's context menu offer. */
import { type Browser, browser } from 'wxt/browser';
import { locale } from '../../lib/locale/index.ts';
import { KIND, unpack } from '../../lib/names/index.ts';
import { codeOf } from '../../lib/packs/index.ts';
import {
	changeSettings,
	chosenTag,
	hostOf,
	readSettings,
	type Settings,
	withItem,
} from '../../lib/settings/index.ts';
import { openPanel } from '../sidepanel/open.ts';
import { withStore } from './store.ts';
import { inject, reportOf, tell } from './tabs.ts';

const HOUR = 3_600_000;

export function offerMenus(): void {
	browser.runtime.onInstalled.addListener(async () => nameMenus(await readSettings(browser.storage.local)));
	browser.contextMenus.onClicked.addListener((info, tab) => {
		if (!tab) return;
		// Before any await: browsers open a panel only in the click itself.
		if (info.menuItemId === 'panel') return void openPanel(tab.windowId);
		if (info.menuItemId === 'look-up') return void lookUp(info, tab);
		const change = info.menuItemId === 'site' ? switchSite(hostOf(tab.url ?? info.pageUrl)) : pauseOrResume();
		// Nothing follows what is not stored; the page that is read tells so.
		change.catch((error) => tab.id && tell(tab.id, { type: 'unkept', code: codeOf(error) }));
	});
}

/** Made anew whenever their words change; browsers keep them while the background sleeps. */
export async function nameMenus(settings: Settings): Promise<void> {
	const { t } = locale(chosenTag(settings, navigator.languages));
	await browser.contextMenus.removeAll();
	browser.contextMenus.create({ id: 'look-up', title: t('menuLookUp', '%s'), contexts: ['selection'] });
	const paused = settings.paused > Date.now();
	for (const [id, title] of [
		['panel', t('commandPanel')],
		['site', t('menuSite')],
		['pause', t(paused ? 'resume' : 'menuPause')],
	] as const) {
		browser.contextMenus.create({ id, title, contexts: ['action'] });
	}
}

/** A selection may be looked up on any page: the click itself lets the overlay in, where it is not yet. */
async function lookUp(info: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab): Promise<void> {
	if (tab.id === undefined) return;
	if (!(await reportOf(tab.id))) await inject(tab.id).catch(() => undefined);
	const text = info.selectionText ?? '';
	const name = await nameIn(text).catch(() => undefined);
	tell(tab.id, { type: 'look-up', text, name }, { frameId: info.frameId ?? 0 });
}

/** The first name in a text that only one bears. */
async function nameIn(text: string): Promise<{ entity: string; text: string } | undefined> {
	const found = await withStore(({ lookup }) => lookup.scan([text]));
	for (const { start, end, kind, entities } of unpack(found, 1)[0] ?? []) {
		const [entity, ...others] = entities;
		if (entity !== undefined && others.length === 0 && kind !== KIND.nobody)
			return { entity, text: text.slice(start, end) };
	}
	return undefined;
}

async function switchSite(host: string): Promise<void> {
	if (!host) return;
	await changeSettings(browser.storage.local, ({ off }) => ({
		off: withItem(off, host, !off.includes(host)),
	}));
}

async function pauseOrResume(): Promise<void> {
	await changeSettings(browser.storage.local, ({ paused }) => ({
		paused: paused > Date.now() ? 0 : Date.now() + HOUR,
	}));
}
