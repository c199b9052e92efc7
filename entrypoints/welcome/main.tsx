/** The welcome page's door: asks the browser for access, and keeps the reader's language. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type Access, Welcome } from '../../components/welcome/Welcome.tsx';
import '../../components/look.css';
import '../../components/welcome/welcome.css';
import { locale } from '../../lib/locale/index.ts';
import { changeSettings, chosenReader, readSettings } from '../../lib/settings/index.ts';
import type { Reader } from '../../lib/text/index.ts';

const ALL = { origins: ['*://*/*'] };
const local = browser.storage.local;
let access: Access | null = (await browser.permissions.contains(ALL)) ? 'all' : null;
let refused = false;
let reader: Reader = chosenReader(await readSettings(local), navigator.languages);
show();

function show() {
	const app = document.getElementById('app');
	const words = locale(reader === 'en' ? (navigator.languages[0] ?? 'en') : reader);
	document.documentElement.lang = words.lang;
	document.title = words.t('welcomeTitle');
	if (app)
		render(
			<Welcome
				locale={words}
				access={access}
				refused={refused}
				names={reader}
				onAccess={choose}
				onNames={name}
			/>,
			app,
		);
}

/** Called in the click itself: browsers grant nothing later. */
async function choose(wanted: Access) {
	if (wanted === 'all') refused = !(await browser.permissions.request(ALL));
	else await browser.permissions.remove(ALL);
	access = wanted === 'all' && refused ? access : wanted;
	show();
}

async function name(wanted: Reader) {
	reader = wanted;
	await changeSettings(local, { reader });
	show();
}
