/** `sl` and a few letters in the address bar: the same search as in the popup, opened in the corpus page. */
import { browser } from 'wxt/browser';
import { SearchDamaged, search } from '../../lib/corpus/index.ts';
import type { SearchView } from '../../lib/corpus/views.ts';
import { locale } from '../../lib/locale/index.ts';
import { chosenReader, chosenTag, readSettings } from '../../lib/settings/index.ts';
import { indexSearch, ready } from './store.ts';

/** Browsers show no more. */
const MOST = 6;
const LONGEST = 200;

export function answerOmnibox(): void {
	const { omnibox } = browser;
	omnibox.onInputChanged.addListener((text, suggest) => {
		suggestions(text).then(suggest, (error) => console.warn('sidelight: omnibox', error));
	});
	omnibox.onInputEntered.addListener((text, disposition) => {
		const url = browser.runtime.getURL(`/corpus.html${placeOf(text)}` as '/');
		if (disposition === 'currentTab') void browser.tabs.update({ url });
		else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
	});
}

/** A suggestion's content is its place already. */
const placeOf = (text: string): string =>
	/^#\/(?:entity|event|source|article)\/[^/]+$/.test(text)
		? text
		: `#/search?q=${encodeURIComponent(text.slice(0, LONGEST).toWellFormed())}`;

async function suggestions(text: string) {
	const settings = await readSettings(browser.storage.local);
	const { t, when, day } = locale(chosenTag(settings, navigator.languages));
	browser.omnibox.setDefaultSuggestion({ description: plain(t('omnibox', text.slice(0, LONGEST))) });
	const { corpus } = await ready();
	const found = await search(corpus, text, chosenReader(settings, navigator.languages)).catch(
		(error): SearchView => {
			if (!(error instanceof SearchDamaged)) throw error;
			void indexSearch({ anew: true });
			return { entities: [], events: [], sources: [], articles: [] };
		},
	);
	const line = (kind: string, id: string, ...parts: string[]) => ({
		content: `#/${kind}/${encodeURIComponent(id)}`,
		description: plain(parts.join(' — ')),
	});
	return [
		...found.entities.slice(0, 3).map((one) => line('entity', one.id, one.name.text, one.description.text)),
		...found.events.map((one) => line('event', one.id, one.name.text, when(one.when))),
		...found.sources.map((one) => line('source', one.id, one.name.text)),
		...found.articles.map((one) =>
			line('article', one.id, one.title?.text ?? one.outlet.text, day(one.date)),
		),
	].slice(0, MOST);
}

/** Chromium reads a description as XML, Firefox as it stands. */
function plain(text: string): string {
	const clean = text.toWellFormed().replace(/\p{Cc}/gu, ' ');
	if (import.meta.env.FIREFOX) return clean;
	return clean.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
