/**
 * The corpus page: a header with search, and the view its address names. After each step the heading has the focus,
 * so that a screen reader says once where it is; back and forward are the browser's own.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../lib/locale/index.ts';
import { LocaleContext, useLocale } from '../locale.ts';
import { ArticleView } from './ArticleView.tsx';
import { DoorContext, PaperContext } from './context.ts';
import type { CorpusDoor } from './door.ts';
import { EntityView } from './EntityView.tsx';
import { EventView } from './EventView.tsx';
import { CompareView, EventsView } from './later.tsx';
import { PageContext } from './Page.tsx';
import { parse, type Route, toEvents, toSearch } from './route.ts';
import { SearchView } from './SearchView.tsx';
import { SourcesView } from './SourcesView.tsx';
import { SourceView } from './SourceView.tsx';
import { useWords } from './texts/index.ts';
import { UnknownView } from './UnknownView.tsx';

interface Props {
	locale: Locale;
	door: CorpusDoor;
	/** The one calm line about the store; null when all is well. */
	state: string | null;
	/** While it is printed. */
	paper?: boolean;
	/** Of the packs page; '' where there is none. */
	packsUrl: string;
}

export function Corpus({ locale, paper = false, ...rest }: Props) {
	return (
		<LocaleContext value={locale}>
			<PaperContext value={paper}>
				<Frame {...rest} />
			</PaperContext>
		</LocaleContext>
	);
}

function Frame({ door, state, packsUrl }: Omit<Props, 'locale' | 'paper'>) {
	const [hash, setHash] = useState(location.hash);
	/** Whether the reader came here by a step within the page: then the heading takes the focus. */
	const stepped = useRef(false);
	useEffect(() => {
		const follow = () => {
			stepped.current = true;
			setHash(location.hash);
		};
		addEventListener('hashchange', follow);
		// It may have changed before anybody listened.
		setHash(location.hash);
		return () => removeEventListener('hashchange', follow);
	}, []);
	const route = parse(hash);
	// Another window of the same list is the same view.
	const key = route.page === 'events' ? 'events' : hash;
	return (
		<DoorContext value={door}>
			<div class="sidelight corpus">
				<Header route={route} packsUrl={packsUrl} />
				{state !== null && (
					<p class="calm" role="status">
						{state}
					</p>
				)}
				<main id="main" tabIndex={-1}>
					<PageContext value={stepped}>
						<View key={key} route={route} />
					</PageContext>
				</main>
			</div>
		</DoorContext>
	);
}

function View({ route }: { route: Route }) {
	switch (route.page) {
		case 'events':
			return <EventsView query={route.query} />;
		case 'sources':
			return <SourcesView />;
		case 'event':
			return <EventView id={route.id} />;
		case 'entity':
			return <EntityView id={route.id} />;
		case 'article':
			return <ArticleView id={route.id} />;
		case 'source':
			return <SourceView id={route.id} />;
		case 'compare':
			return <CompareView a={route.a} b={route.b} />;
		case 'search':
			return <SearchView q={route.q} />;
		case 'unknown':
			return <UnknownView />;
	}
}

function Header({ route, packsUrl }: { route: Route; packsUrl: string }) {
	const w = useWords();
	const { t } = useLocale();
	const skip = () => {
		const heading = document.querySelector<HTMLElement>('#main h1') ?? document.getElementById('main');
		heading?.focus();
	};
	return (
		<header class="masthead">
			<button type="button" class="skip" onClick={skip}>
				{w('skip')}
			</button>
			<a class="wordmark" href={toEvents()}>
				{t('extName')}
			</a>
			<nav aria-label={w('sections')}>
				<a href={toEvents()} aria-current={route.page === 'events' ? 'page' : undefined}>
					{w('events')}
				</a>
				<a href="#/sources" aria-current={route.page === 'sources' ? 'page' : undefined}>
					{w('sources')}
				</a>
				{packsUrl !== '' && <a href={packsUrl}>{w('packs')}</a>}
			</nav>
			<SearchBox q={route.page === 'search' ? route.q : ''} />
		</header>
	);
}

function SearchBox({ q }: { q: string }) {
	const w = useWords();
	return (
		<search>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					const typed = new FormData(event.currentTarget).get('q');
					location.hash = toSearch(String(typed ?? '').slice(0, 200));
				}}
			>
				<input
					key={q}
					type="search"
					name="q"
					aria-label={w('searchLabel')}
					placeholder={w('searchLabel')}
					autocomplete="off"
					spellcheck={false}
					defaultValue={q}
				/>
				<button type="submit">{w('searchGo')}</button>
			</form>
		</search>
	);
}
