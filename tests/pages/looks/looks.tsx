/** Every view with sample data: `?view=card|popup|panel|kept|corpus|options|packs|welcome&ui=en&size=200%25…`. `npm run shots` draws them all. */
import { render } from 'preact';
import { Popup } from '../../../components/popup/Popup.tsx';
import { drawCard } from './cards.tsx';
import { drawCorpus } from './corpus.tsx';
import { dress } from './dress.ts';
import { data, nothing, pageOf, params, paused, size, view, words } from './given.ts';
import { drawPacks } from './packs.tsx';
import { drawKept, drawOptions, drawWelcome } from './pages.tsx';
import { drawPanel } from './panel.tsx';

document.documentElement.lang = words.lang;
if (size && !view.startsWith('card')) document.documentElement.style.fontSize = size;
if (!view.startsWith('card')) dress(view === 'panel' ? 'sidepanel' : view);
if (view.startsWith('card')) await drawCard();
else if (view === 'popup') drawPopup();
else if (view === 'panel') drawPanel();
else if (view === 'corpus') await drawCorpus();
else if (view === 'options') drawOptions();
else if (view === 'kept') drawKept();
else if (view === 'packs') await drawPacks();
else drawWelcome();
document.documentElement.dataset.drawn = 'yes';

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
