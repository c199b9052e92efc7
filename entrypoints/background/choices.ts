/** What the reader changes anywhere takes effect everywhere at once: in open tabs, menus, on the toolbar. */
import { browser } from 'wxt/browser';
import {
	changeSettings,
	modeOf,
	readSettings,
	type Settings,
	settingsChange,
} from '../../lib/settings/index.ts';
import { refreshCounts } from './badge.ts';
import { nameMenus } from './menus.ts';
import { register } from './scripts.ts';
import { tellTabs } from './tabs.ts';

const RESUME = 'resume';

export function followChoices(): void {
	browser.storage.onChanged.addListener((changes, area) => {
		const change = settingsChange(changes, area);
		if (change) void follow(change.before, change.after);
	});
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (name === RESUME) void resumeWhenDue();
	});
	browser.runtime.onStartup.addListener(() => void resumeWhenDue());
}

async function follow(before: Settings, after: Settings): Promise<void> {
	const changed = (...keys: (keyof Settings)[]) =>
		keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
	if (changed('paused')) await keepTime(after.paused);
	if (changed('paused', 'off')) await register('start');
	if (changed('look', 'show')) await tellTabs({ type: 'mode', mode: modeOf(after) });
	for (const entity of after.hidden) {
		if (!before.hidden.includes(entity)) await tellTabs({ type: 'hide-name', entity, hide: true });
	}
	for (const entity of before.hidden) {
		if (!after.hidden.includes(entity)) await tellTabs({ type: 'hide-name', entity, hide: false });
	}
	if (changed('badge', 'reader')) await refreshCounts();
	if (changed('paused', 'reader')) await nameMenus(after);
}

/** The alarm lives in the browser, so that a pause ends though the background sleeps. */
async function keepTime(until: number): Promise<void> {
	await browser.alarms.clear(RESUME);
	if (until > Date.now()) await browser.alarms.create(RESUME, { when: until });
}

/** An alarm may come late or, after a restart, never. */
async function resumeWhenDue(): Promise<void> {
	const settings = await readSettings(browser.storage.local);
	if (settings.paused === 0 || settings.paused > Date.now()) return;
	const over = { paused: 0 };
	// It is over, even where that cannot be stored.
	await changeSettings(browser.storage.local, over).catch(() => follow(settings, { ...settings, ...over }));
}
