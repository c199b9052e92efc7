/** The popup's first screen: search, then this page, then all events, latest first. */
import type { EventLine, PageView } from '../../lib/corpus/views.ts';
import { Pause } from '../control/Pause.tsx';
import { EventFacts, RelationLabel } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Icon } from '../text/Icon.tsx';
import { Say } from '../text/Say.tsx';
import type { Ask } from './ask.ts';
import type { Screen } from './Popup.tsx';
import { Search } from './Search.tsx';
import { useAsked } from './useAsked.ts';

interface Props {
	ask: Ask;
	page: PageView | null;
	text: string;
	/** Asks again when it changes. */
	fresh: string;
	onText: (text: string) => void;
	onOpen: (screen: Screen) => void;
	onGrant: (host: string) => void;
	onOnce: () => void;
	paused: number;
	onPause: (until: number) => void;
}

export function Home({ ask, page, text, fresh, onText, ...rest }: Props) {
	const { onOpen } = rest;
	const { t } = useLocale();
	const events = useAsked(() => ask.events(), [ask, fresh]);
	return (
		<>
			<Search ask={ask} text={text} onText={onText} onOpen={onOpen} />
			{text.trim() === '' && (
				<div class="scroll">
					{page !== null && <ThisPage page={page} {...rest} />}
					<section class="group">
						<h2 class="part-title">{t('events')}</h2>
						{events.failed && <p class="calm">{t('lookupFailed')}</p>}
						{events.answer?.length === 0 && <p class="meta">{t('noEvents')}</p>}
						<Events events={events.answer ?? []} onOpen={onOpen} />
					</section>
				</div>
			)}
		</>
	);
}

type PageProps = Omit<Props, 'ask' | 'page' | 'text' | 'fresh' | 'onText'> & { page: PageView };

function ThisPage({ page, paused, onOpen, onGrant, onOnce, onPause }: PageProps) {
	const { t, count } = useLocale();
	const { host, access, running, events, names } = page;
	if (access === 'impossible') return <p class="calm">{t('pageImpossible')}</p>;
	if (paused > Date.now())
		return (
			<div class="calm">
				<Pause paused={paused} onPause={onPause} />
			</div>
		);
	if (page.off) return <p class="calm">{t('siteIsOff', host)}</p>;
	return (
		<>
			{access === 'none' && (
				<div class="calm">
					<p>{t('grantWhy', host)}</p>
					<button type="button" class="main" onClick={() => onGrant(host)}>
						{t('grantSite')}
					</button>
					{!running && (
						<p class="once">
							{t('readOnceWhy')}{' '}
							<button type="button" class="more" onClick={onOnce}>
								{t('readOnce')}
							</button>
						</p>
					)}
				</div>
			)}
			{events.length + names.length > 0 && (
				<section class="group">
					<h2 class="part-title">
						{t('onThisPage')}
						{page.mentions > 0 && <span class="number"> {count('names', page.mentions)}</span>}
					</h2>
					<Events events={events} onOpen={onOpen} />
					{names.length > 0 && (
						<ul class="chips" aria-label={t('names')}>
							{names.map(({ id, name }) => (
								<li key={id}>
									<button type="button" onClick={() => onOpen({ kind: 'entity', id })}>
										<Say said={name} />
									</button>
								</li>
							))}
						</ul>
					)}
				</section>
			)}
			{(access !== 'none' || running) && events.length + names.length === 0 && (
				<p class="calm">{t('nothingOnPage')}</p>
			)}
		</>
	);
}

export function Events({ events, onOpen }: { events: readonly EventLine[]; onOpen: Props['onOpen'] }) {
	const { count } = useLocale();
	return (
		<ul class="lines">
			{events.map((event) => (
				<li key={event.id}>
					<button type="button" class="line" onClick={() => onOpen({ kind: 'event', id: event.id })}>
						<span>
							<RelationLabel event={event} />
							<Say said={event.name} class="event-name" />
							<span class="meta">
								<EventFacts event={event} />
								<At whole>{count('articles', event.articles)}</At>
							</span>
						</span>
						<Icon name="open" />
					</button>
				</li>
			))}
		</ul>
	);
}
