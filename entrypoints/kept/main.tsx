/** The door of the page of kept pages: reads and writes them, and saves them as a pack's source. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Kept } from '../../components/kept/Kept.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/control/control.css';
import '../../components/kept/kept.css';
import { Store } from '../../lib/corpus/index.ts';
import { clearKept, dropKept, editKept, readKept } from '../../lib/kept/index.ts';
import { locale } from '../../lib/locale/index.ts';
import { onRenewed } from '../../lib/messages/renewed.ts';
import { changeSettings, chosenReader, chosenTag, readSettings } from '../../lib/settings/index.ts';
import { keptLines, packTitles, yamlOf } from './lines.ts';

const local = browser.storage.local;
const store = new Store();
browser.storage.onChanged.addListener((changes) => {
	if (changes.kept || changes.settings) void draw();
});
onRenewed(() => void draw());
await draw();

async function draw() {
	const settings = await readSettings(local);
	const reader = chosenReader(settings, navigator.languages);
	const words = locale(chosenTag(settings, navigator.languages));
	const all = await readKept(local);
	const [pages, packs] = await Promise.all([keptLines(store, all, reader), packTitles(store, all, reader)]);
	document.documentElement.lang = words.lang;
	document.title = `${words.t('keepOpen')} · ${words.t('extName')}`;
	const app = document.getElementById('app');
	if (!app) return;
	render(
		<Kept
			locale={words}
			on={settings.keep}
			pages={pages}
			packs={packs}
			onSwitch={(on) => void changeSettings(local, { keep: on })}
			onEdit={(id, edit) => void editKept(local, id, edit)}
			onDelete={(id) => void dropKept(local, id)}
			onDeleteAll={() => void clearKept(local)}
			onExport={(pack) => void save(pack)}
		/>,
		app,
	);
}

async function save(pack: string) {
	const text = await yamlOf(store, await readKept(local), pack);
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
	link.download = 'kept-pages.yaml';
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
