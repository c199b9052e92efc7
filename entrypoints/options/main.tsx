/** The door of the options page: draws what holds, writes what is chosen. Everything else follows the storage. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/Options.tsx';
import type { Imported } from '../../components/options/SettingsFile.tsx';
import '../../components/look.css';
import '../../components/control/control.css';
import '../../components/options/options.css';
import { locale } from '../../lib/locale/index.ts';
import {
	type Change,
	changeSettings,
	chosenReader,
	chosenTag,
	exportSettings,
	importSettings,
	readSettings,
	type Settings,
	type SettingsError,
	settingsChange,
} from '../../lib/settings/index.ts';
import { watchAccess } from './access.ts';
import { namesOf } from './names.ts';
import { changed, orTold, settingsToDraw, tell } from './settings.ts';
import { openShortcuts, SHORTCUTS_PAGE } from './shortcuts.ts';

const local = browser.storage.local;
let settings = await settingsToDraw();
let imported: Imported = null;
let commands = await keys();
const access = await watchAccess('click', draw);
let hidden = await names();
draw();

browser.storage.onChanged.addListener((changes, area) => {
	const change = settingsChange(changes, area);
	if (change) void show(change.after);
});
// The reader comes back from the browser's own page for shortcuts.
addEventListener('focus', async () => {
	commands = await keys();
	draw();
});

async function keys() {
	const all = await browser.commands.getAll();
	return all.map(({ name = '', shortcut = '' }) => ({ name, shortcut }));
}

function names() {
	return namesOf(settings.hidden, chosenReader(settings, navigator.languages));
}

async function show(now: Settings) {
	settings = now;
	hidden = await names();
	draw();
}

async function choose(change: Change) {
	await show(await changed(change, settings));
}

function draw() {
	const words = locale(chosenTag(settings, navigator.languages));
	document.documentElement.lang = words.lang;
	document.title = `${words.t('settings')} · ${words.t('extName')}`;
	const app = document.getElementById('app');
	if (!app) return;
	render(
		<Options
			locale={words}
			settings={settings}
			access={access()}
			hidden={hidden}
			shortcuts={{ commands, page: SHORTCUTS_PAGE, onOpen: openShortcuts }}
			file={{ imported, onExport: save, onImport: load }}
			onChange={(change) => void choose(change)}
		/>,
		app,
	);
}

async function save() {
	// What is kept, never the defaults that are drawn where that cannot be read.
	const stored = await readSettings(local).catch((error) => tell('unread', error));
	if (!stored) return;
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([exportSettings(stored)], { type: 'application/json' }));
	link.download = 'sidelight-settings.json';
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function load(file: File) {
	try {
		const wanted = importSettings(await file.text());
		imported = (await orTold(changeSettings(local, wanted))) && { code: 'imported', at: '' };
	} catch (error) {
		const { code = 'settings-not-ours', at = '' } = error as Partial<SettingsError>;
		imported = { code, at };
	}
	draw();
}
