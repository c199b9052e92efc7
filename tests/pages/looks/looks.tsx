/** Every view with sample data: `?view=card|popup|welcome&ui=en&size=28px…`. `npm run shots` draws them all. */
import '../../../components/look.css';
import '../../../components/event/event.css';
import '../../../components/card/head.css';
import '../../../components/popup/popup.css';
import '../../../components/welcome/welcome.css';
import { render } from 'preact';
import { Card } from '../../../components/card/Card.tsx';
import { CARD_STYLE } from '../../../components/card/style.ts';
import { Popup } from '../../../components/popup/Popup.tsx';
import { Welcome } from '../../../components/welcome/Welcome.tsx';
import type { PageView, Relation } from '../../../lib/corpus/views.ts';
import { locale } from '../../../lib/locale/index.ts';
import { sample } from './sample.ts';

const params = new URLSearchParams(location.search);
const view = params.get('view') ?? 'card';
const words = locale(params.get('ui') ?? 'en');
const data = sample(({ en: 'en', 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant-TW' } as const)[words.lang]);
const size = params.get('size');
const nothing = () => {};

document.documentElement.lang = words.lang;
if (size) document.documentElement.style.setProperty('--sidelight-size', size);
if (view.startsWith('card')) drawCard();
else if (view === 'popup') drawPopup();
else drawWelcome();
document.documentElement.dataset.drawn = 'yes';

/** As on a page: in a shadow root, with nothing but its own style. Open, so that axe sees inside. */
function drawCard() {
	const page = document.body.appendChild(document.createElement('main'));
	page.innerHTML = '<h1 style="font: 16px serif; margin: 0 0 8px">The page</h1>';
	const host = page.appendChild(document.createElement('div'));
	const root = host.attachShadow({ mode: 'open' });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`${CARD_STYLE}${params.has('tall') ? '.sidelight.card { max-height: none }' : ''}`);
	root.adoptedStyleSheets = [sheet];
	// A rude page: none of this may reach the card.
	const rude = new CSSStyleSheet();
	rude.replaceSync('html { font-size: 40px } * { --ink: lime; --card: red; --size: 5px; --gap-4: 90px }');
	document.adoptedStyleSheets = [rude];
	document.body.style.cssText =
		'margin: 8px; background: light-dark(#ddd8cc, #0c0d0e); color: light-dark(#000, #fff); color-scheme: light dark';
	const relation = (params.get('relation') ?? 'about') as Relation;
	const [first, ...rest] = data.card.events;
	const events = first ? [{ ...first, relation }, ...rest] : rest;
	render(
		<Card
			view={{ ...data.card, events }}
			locale={words}
			expanded={view === 'card-all'}
			onClose={nothing}
			onAct={nothing}
		/>,
		root,
	);
}

function drawPopup() {
	const access = (params.get('access') ?? 'all') as PageView['access'];
	const seen = access === 'all';
	const [kind, id] = params.get('at')?.split(':') ?? [];
	render(
		<Popup
			ask={{
				events: async () => data.lines.map((event) => ({ ...event, relation: 'none' })),
				event: async (wanted) => data.events.find((event) => event.id === wanted) ?? null,
				entity: async () => data.card,
				search: async (text) =>
					text.startsWith('z') ? { entities: [], events: [] } : { entities: data.names, events: data.lines },
				page: async () => ({
					host: 'news.example.org',
					access,
					off: params.has('off'),
					events: seen ? data.lines.slice(1) : [],
					names: seen ? data.names : [],
				}),
			}}
			locale={words}
			state={(params.get('state') ?? 'ready') as 'ready'}
			pack={data.card.pack}
			onGrant={nothing}
			onSiteOff={async () => {}}
			start={id && (kind === 'event' || kind === 'entity') ? { kind, id } : undefined}
		/>,
		document.body,
	);
}

function drawWelcome() {
	render(
		<Welcome
			locale={words}
			access={params.has('chosen') ? 'all' : null}
			names="zh-Hant-TW"
			onAccess={nothing}
			onNames={nothing}
		/>,
		document.body,
	);
}
