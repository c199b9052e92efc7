/** Every view with sample data: `?view=card|popup|panel|kept|corpus|options|packs|welcome&ui=en&size=200%25…`. `npm run shots` draws them all. */
import '../../../components/look.css';
import '../../../components/event/event.css';
import '../../../components/compare/compare.css';
import '../../../components/compare/details.css';
import '../../../components/card/head.css';
import '../../../components/control/control.css';
import '../../../components/kept/kept.css';
import '../../../components/options/options.css';
import '../../../components/popup/popup.css';
import '../../../components/packs/packs.css';
import '../../../components/panel/panel.css';
import '../../../components/welcome/welcome.css';
import { render } from 'preact';
import { Card } from '../../../components/card/Card.tsx';
import { Line } from '../../../components/card/Line.tsx';
import { Note } from '../../../components/card/Note.tsx';
import { CARD_STYLE } from '../../../components/card/style.ts';
import { Sentence } from '../../../components/compare/Sentence.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import type { SentenceView } from '../../../lib/corpus/comparison-views.ts';
import type { CardView, NameInside, Relation } from '../../../lib/corpus/views.ts';
import { comparedSample, timesSample } from './compared.ts';
import { drawCorpus } from './corpus.tsx';
import { data, nothing, pageOf, params, paused, size, view, words } from './given.ts';
import { drawPacks } from './packs.tsx';
import { drawKept, drawOptions, drawWelcome } from './pages.tsx';
import { drawPanel } from './panel.tsx';

document.documentElement.lang = words.lang;
if (size && !view.startsWith('card')) document.documentElement.style.fontSize = size;
if (view.startsWith('card')) drawCard();
else if (view === 'popup') drawPopup();
else if (view === 'panel') drawPanel();
else if (view === 'corpus') await drawCorpus();
else if (view === 'options') drawOptions();
else if (view === 'kept') drawKept();
else if (view === 'packs') await drawPacks();
else drawWelcome();
document.documentElement.dataset.drawn = 'yes';

/** The places of the sample's events, and a word of the first statement. */
function insideOf({ description, events }: CardView): NameInside[] {
	const whole = events.flatMap(({ place }) =>
		place ? [{ text: place.text, start: 0, end: place.text.length }] : [],
	);
	const start = Math.max(0, description.text.search(/Russia|俄/));
	const end = start + (/^Russia/.test(description.text.slice(start)) ? 6 : 2);
	return [...whole, { text: description.text, start, end }].map((one) => ({ ...one, entity: 'p/russia' }));
}

/** What the others say of one sentence of the page. */
function sentenceSample(): SentenceView | null {
	const event = data.events.find(({ id }) => id === 'vostochny-2023');
	const whole = event && comparedSample(event, data.card.pack, {});
	const group = whole?.groups.find(({ kind }) => kind === (params.get('state') ?? 'worded'));
	const thread = group?.threads[0];
	if (!whole || !group || !thread) return null;
	const { clocks, lines } = timesSample(data.places);
	return {
		line: thread.claim,
		more: 1,
		view: { ...whole, groups: [{ ...group, threads: [thread] }] },
		times: { clocks, lines: lines.slice(3) },
	};
}

/** A name that a second pack has too. */
function inTwoPacks({ description, events, ...card }: CardView): CardView {
	const said = (en: string, zh: string) => ({ ...description, text: description.lang === 'en' ? en : zh });
	const pack = said('Railways of the Far East', '远东铁路');
	const told = events.map((event, at) => ({ ...event, pack: at > 0 ? pack : card.pack?.title }));
	const other = { pack, name: card.own ?? card.heading, description: said('head of state', '国家元首') };
	return { ...card, description, elsewhere: [other], events: told };
}

/** As on a page: in a shadow root, with nothing but its own style. Open, so that axe sees inside. */
function drawCard() {
	const page = document.body.appendChild(document.createElement('main'));
	page.innerHTML = '<h1 style="font: 16px serif; margin: 0 0 8px">The page</h1>';
	const host = page.appendChild(document.createElement('div'));
	// What the reader's own text size comes to.
	host.style.cssText = `all: initial; display: block; font-size: ${Number.parseFloat(size ?? '100') / 100}em`;
	page.style.fontSize = 'medium';
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
	const card = { ...data.card, events };
	if (view === 'card-line')
		return render(<Line code="row-missing" locale={words} focusable={false} onClose={nothing} />, root);
	if (view === 'card-note')
		return render(
			<Note text={words.list([words.count('names', 22), words.count('events', 2)])} locale={words} />,
			root,
		);
	const sentence = sentenceSample();
	render(
		<Card
			view={params.has('packs') ? inTwoPacks(card) : card}
			names={insideOf(data.card)}
			locale={words}
			pinned={params.has('pinned')}
			onPin={nothing}
			onOpen={nothing}
			onWhole={nothing}
			expanded={view === 'card-all'}
			hidden={params.has('hidden')}
			notice={params.has('hidden') ? words.t('reportCopied', 'corrections@sidelight.example') : null}
			onClose={nothing}
			onAct={nothing}
		>
			{view === 'card-sentence' && sentence && (
				<Sentence sentence={sentence} open={params.has('open')} onOpen={nothing} onCopy={async () => true} />
			)}
		</Card>,
		root,
	);
}

function drawPopup() {
	const found = { entities: data.names, events: data.lines, sources: data.outlets, articles: data.articles };
	const pack = data.card.pack;
	render(
		<Popup
			ask={{
				events: async () => data.lines.map((event) => ({ ...event, relation: 'none' })),
				search: async (text) =>
					text.startsWith('z') ? { entities: [], events: [], sources: [], articles: [] } : found,
				warm: nothing,
				page: async () => pageOf(),
				packs: async () => ({
					count: params.has('packs') ? 3 : 1,
					one: params.has('packs') ? null : pack,
					articles: params.has('packs') ? 1284 : (pack?.articles ?? 0),
					asOf: pack?.asOf ?? '',
					failed: params.has('packs') ? 1 : 0,
				}),
			}}
			locale={words}
			state={(params.get('state') ?? 'ready') as 'ready'}
			installed
			onGrant={nothing}
			onSiteOff={async () => {}}
			paused={paused}
			onPause={nothing}
			onOnce={async () => {}}
			onOpen={nothing}
			onPanel={nothing}
			onPacks={nothing}
			onSettings={nothing}
		/>,
		document.body,
	);
}
