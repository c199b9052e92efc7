/**
 * The number on the toolbar button: outlets besides the one being read that report the page's event. Nothing else
 * ever stands there. Browsers take it off themselves when a tab goes to another document; within one, the overlay
 * asks for the events of the new text.
 */
import { browser } from 'wxt/browser';
import { otherSources } from '../../lib/corpus/index.ts';
import type { Recognised } from '../../lib/events/index.ts';
import { locale } from '../../lib/locale/index.ts';
import { chosenTag, hostOf, quietOn, readSettings } from '../../lib/settings/index.ts';
import { withStore } from './store.ts';
import { eachTab, reportOf } from './tabs.ts';

/** `--accent` and `--on-accent` of the light look: the browser's toolbar has no dark one of ours. */
const GROUND = '#14586a';
const INK = '#ffffff';

export async function countFor(tabId: number, url: string, recognised: readonly Recognised[]): Promise<void> {
	const event = recognised.find(({ relation }) => relation === 'about');
	const settings = await readSettings(browser.storage.local);
	const wanted = event !== undefined && settings.badge && !quietOn(settings, hostOf(url));
	const count = wanted ? await withStore(({ corpus }) => otherSources(corpus, event.id, url)) : 0;
	if (count === 0) return clearCount(tabId);
	const { t, count: counted, number } = locale(chosenTag(settings, navigator.languages));
	await browser.action.setBadgeBackgroundColor({ tabId, color: GROUND });
	await browser.action.setBadgeTextColor({ tabId, color: INK });
	await browser.action.setBadgeText({ tabId, text: number(count) });
	await browser.action.setTitle({ tabId, title: `${t('extName')}: ${counted('badgeSources', count)}` });
}

export async function clearCount(tabId: number): Promise<void> {
	await browser.action.setBadgeText({ tabId, text: '' });
	await browser.action.setTitle({ tabId, title: '' });
}

/** After the choice changed: taken off, or asked for anew, in every tab. */
export async function refreshCounts(): Promise<void> {
	const { badge } = await readSettings(browser.storage.local);
	await eachTab(async (id) => {
		if (!badge) return clearCount(id);
		const report = await reportOf(id);
		if (report) await countFor(id, report.url, report.events);
	});
}
