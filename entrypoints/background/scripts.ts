/** Where the overlay runs: on the sites the reader granted, without those switched off; kept true as that changes. */
import { browser } from 'wxt/browser';
import {
	HOST,
	hostOf,
	modeOf,
	patternOf,
	quietOn,
	readSettings,
	type Settings,
} from '../../lib/settings/index.ts';
import { clearCount } from './badge.ts';
import { eachTab, inject, OVERLAY, reportOf, tell } from './tabs.ts';

/** Firefox puts a sheet in when the script of its registration runs; put in so late, it costs a styling of the whole page. */
const [STYLE_ID, SCRIPT_ID] = ['style', 'overlay'];
const IDS = [STYLE_ID, SCRIPT_ID];
/** The marks' look, in every page before it is first styled. */
export const MARKS_CSS = import.meta.env.FIREFOX ? '/marks.css' : '/marks-inherited.css';

export function keepScripts(): void {
	browser.permissions.onAdded.addListener(() => void register('start'));
	browser.permissions.onRemoved.addListener(() => void register('withdraw'));
	browser.runtime.onInstalled.addListener(() => void register('start'));
	void register(null);
}

/** What is done about tabs that are open already: nothing; started and stopped as wanted; stopped where nothing is granted, too. */
type OpenTabs = null | 'start' | 'withdraw';

/** One at a time: two registrations of one id at once fail. */
let last: Promise<void> = Promise.resolve();

export function register(tabs: OpenTabs): Promise<void> {
	last = last.then(() => registerNow(tabs)).catch((error) => console.warn('sidelight: scripts', error));
	return last;
}

async function registerNow(tabs: OpenTabs): Promise<void> {
	const { origins = [] } = await browser.permissions.getAll();
	const granted = origins.filter((origin) => /^(\*|https?):/.test(origin));
	const settings = await readSettings(browser.storage.local);
	const matches = settings.paused > Date.now() ? [] : granted;
	const { scripting } = browser;
	const known = await scripting.getRegisteredContentScripts({ ids: IDS });
	const wanted = matches.length > 0;
	const whole = known.length === IDS.length;
	if (known.length > 0 && !(wanted && whole))
		await scripting.unregisterContentScripts({ ids: known.map(({ id }) => id) });
	if (wanted) {
		const where = {
			matches,
			excludeMatches: settings.off.filter((host) => HOST.test(host)).map(patternOf),
			allFrames: true,
			// Frames that a page writes itself, as `srcdoc`, are the page's.
			matchOriginAsFallback: true,
		};
		const scripts = [
			{
				id: STYLE_ID,
				css: [MARKS_CSS],
				// As the reader's own where the browser can: not even the page's own rules change it then.
				...(import.meta.env.FIREFOX ? { cssOrigin: 'user' as const } : {}),
				runAt: 'document_start' as const,
				...where,
			},
			{ id: SCRIPT_ID, js: [OVERLAY], runAt: 'document_end' as const, ...where },
		];
		await (whole ? scripting.updateContentScripts(scripts) : scripting.registerContentScripts(scripts));
	}
	if (tabs) await refreshTabs(granted, settings, tabs === 'withdraw');
}

/** The overlay goes once into open tabs, and out of those where it is unwanted now. */
async function refreshTabs(granted: string[], settings: Settings, withdrawn: boolean): Promise<void> {
	const reachable = granted.length > 0 ? await browser.tabs.query({ url: granted }) : [];
	const here = new Set(reachable.map((tab) => tab.id));
	await eachTab(async (id, tab) => {
		if (quietOn(settings, hostOf(tab.url)) || (withdrawn && !here.has(id))) {
			await clearCount(id);
			tell(id, { type: 'stop' });
			return;
		}
		if (!here.has(id)) return;
		// One that is there may keep still: let in for a look-up, or kept by the browser, while the site was off.
		if (await reportOf(id)) tell(id, { type: 'mode', mode: modeOf(settings) });
		else await inject(id);
	});
}
