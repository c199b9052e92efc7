/** The door of the corpus page: reads the store itself, asks the background only to make it ready. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Corpus } from '../../components/corpus/Corpus.tsx';
import { parse } from '../../components/corpus/route.ts';
import { STORE_TEXTS } from '../../components/popup/Popup.tsx';
import '../../components/look.css';
import '../../components/event/event.css';
import '../../components/corpus/corpus.css';
import '../../components/corpus/tables.css';
import '../../components/corpus/figures.css';
import '../../components/corpus/print.css';
import { looksAt, Store, warmSearch } from '../../lib/corpus/index.ts';
import { locale } from '../../lib/locale/index.ts';
import { ask } from '../../lib/messages/page.ts';
import { onRenewed } from '../../lib/messages/renewed.ts';
import { chosenReader, chosenTag } from '../../lib/settings/index.ts';
import { settingsToDraw } from '../options/settings.ts';
import { find } from '../popup/find.ts';
import { type Opened, openStore } from '../popup/store-state.ts';
import { storeDoor } from './store-door.ts';

const looks = looksAt(new Store());
// Read while the settings are, with what the address asks for: its view then finds that at hand.
void (async () => {
	const corpus = await looks.open();
	const route = parse(location.hash);
	const event = route.page === 'event' ? await corpus.event(route.id) : null;
	if (event) await corpus.claimsOf(event);
})().catch(() => undefined);
const settings = await settingsToDraw();
const reader = chosenReader(settings, navigator.languages);
const words = locale(chosenTag(settings, navigator.languages));
document.documentElement.lang = words.lang;

const ready = () => ask({ type: 'ready' }, (message) => browser.runtime.sendMessage(message));
const door = storeDoor({
	looks,
	search: (text) => find(looks, text, reader, 3),
	reader,
	repair: () => ready().catch(() => undefined),
	save,
});
let state: Opened['state'] = 'ready';
let renewals = 0;
let paper = false;
onRenewed(() => {
	renewals++;
	looks.renew();
	draw();
});
// Whoever is about to type searches next: what the first search would wait for is read meanwhile.
addEventListener('focusin', ({ target }) => {
	if (target instanceof HTMLInputElement && target.type === 'search')
		void looks.ask(warmSearch).catch(() => undefined);
});
for (const when of ['beforeprint', 'afterprint'])
	addEventListener(when, () => {
		paper = when === 'beforeprint';
		draw();
	});
draw();
await openStore(looks, reader, (opened) => {
	state = opened.state;
	draw();
});

function draw() {
	const app = document.getElementById('app');
	if (!app) return;
	render(
		<Corpus
			// An installed pack changes every answer, and so does another version of it.
			key={`${state === 'installing' || state === 'damaged'} ${renewals}`}
			locale={words}
			door={door}
			state={state === 'ready' ? null : words.t(STORE_TEXTS[state])}
			paper={paper}
			packsUrl={browser.runtime.getURL('/packs.html' as '/')}
		/>,
		app,
	);
}

function save(name: string, type: string, text: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
