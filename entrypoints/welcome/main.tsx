/** The welcome page's door: asks the browser for access, and keeps the reader's mode and language. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import '../../components/look.css';
import '../../components/control/control.css';
import '../../components/welcome/welcome.css';
import { locale } from '../../lib/locale/index.ts';
import { type Change, chosenReader, chosenTag, settingsChange } from '../../lib/settings/index.ts';
import { watchAccess } from '../options/access.ts';
import { changed, settingsToDraw } from '../options/settings.ts';

let settings = await settingsToDraw();
const access = await watchAccess(null, draw);
draw();

browser.storage.onChanged.addListener((changes, area) => {
	settings = settingsChange(changes, area)?.after ?? settings;
	draw();
});

async function choose(change: Change) {
	settings = await changed(change, settings);
	draw();
}

function draw() {
	const words = locale(chosenTag(settings, navigator.languages));
	document.documentElement.lang = words.lang;
	document.title = words.t('welcomeTitle');
	const app = document.getElementById('app');
	if (!app) return;
	render(
		<Welcome
			locale={words}
			access={access()}
			names={chosenReader(settings, navigator.languages)}
			modes={{ look: settings.look, onLook: (look) => choose({ look }) }}
			onNames={(reader) => choose({ reader })}
		/>,
		app,
	);
}
