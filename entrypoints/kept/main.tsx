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
import { changeSettings, chosenReader, chosenTag } from '../../lib/settings/index.ts';
import type { Reader } from '../../lib/text/index.ts';
import { orTold, settingsToDraw } from '../options/settings.ts';
import { keptLines, packTitles, yamlOf } from './lines.ts';

const local = browser.storage.local;
const store = new Store();
browser.storage.onChanged.addListener((changes) => {
	if (changes.kept || changes.settings) void draw();
});
onRenewed(() => void draw());
await draw();

async function draw() {
	const settings = await settingsToDraw();
	const reader = chosenReader(settings, navigator.languages);
	const words = locale(chosenTag(settings, navigator.languages));
	const [pages, packs] = await listed(reader).catch(() => [null, []] as const);
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
			onSwitch={(on) => void orTold(changeSettings(local, { keep: on })).then(draw)}
			onEdit={(id, edit) => void orTold(editKept(local, id, edit))}
			onDelete={(id) => void orTold(dropKept(local, id))}
			onDeleteAll={() => void orTold(clearKept(local))}
			onExport={(pack) => void orTold(save(pack))}
		/>,
		app,
	);
}

async function listed(reader: Reader) {
	const all = await readKept(local);
	return Promise.all([keptLines(store, all, reader), packTitles(store, all, reader)]);
}

async function save(pack: string) {
	const text = await yamlOf(store, await readKept(local), pack);
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
	link.download = 'kept-pages.yaml';
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
