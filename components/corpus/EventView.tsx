/** The whole of one event. */
import type { EventPage } from '../../lib/corpus/pages.ts';
import { ClaimThread } from '../event/Claim.tsx';
import { EventFacts } from '../event/EventHead.tsx';
import { threads } from '../event/threads.ts';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { At } from '../text/At.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { useDoor, usePaper } from './context.ts';
import { EventList } from './EventRow.tsx';
import { Exports, Origins, Parts } from './later.tsx';
import { Matrix } from './Matrix.tsx';
import { Loaded, Page, Section } from './Page.tsx';
import { Provenance } from './Provenance.tsx';
import { to, toCompare, toEvents } from './route.ts';
import { useWords } from './texts/index.ts';

export function EventView({ id }: { id: string }) {
	const door = useDoor();
	const asked = useAsked(() => door.event(id), [door, id]);
	return (
		<Loaded asked={asked} id={id}>
			{(page) => <Whole page={page} />}
		</Loaded>
	);
}

function Whole({ page }: { page: EventPage }) {
	const w = useWords();
	const { t, whenAtReader, count, colon } = useLocale();
	const paper = usePaper();
	const { event, parts, others, related, elsewhere, places } = page;
	const { unlike, alike } = threads(event.claimLines);
	const readers = whenAtReader(event.when);
	const lead = (
		<>
			<p class="facts">
				<EventFacts event={event} />
				{readers !== null && <At whole>{t('whenReader', readers)}</At>}
				{event.articles > 0 && <At whole>{count('articles', event.articles)}</At>}
				{event.claims > 0 && <At whole>{w.count('countClaims', event.claims)}</At>}
			</p>
			{event.summary && (
				<p class="prose lead">
					<Say said={event.summary} />
				</p>
			)}
			<People page={page} />
		</>
	);
	return (
		<Page title={event.name} kicker={<Kicker page={page} />} lead={lead}>
			{elsewhere.length > 0 && (
				<Section title={w('otherPacks')} note={w('otherPacksNote')}>
					<ul class="plain">
						{elsewhere.map((one) => (
							<li key={one.id}>
								<a href={to('event', one.id)}>
									<Say said={one.name} />
								</a>
								<span class="meta">
									<OfPack line={one} />
								</span>
								<At>
									<a href={toCompare(event.id, one.id)}>{w('compareGo')}</a>
								</At>
							</li>
						))}
					</ul>
				</Section>
			)}
			{event.claimLines.length > 0 && (
				<Section title={w('matrix')} note={w('matrixNote')}>
					<Matrix page={page} />
				</Section>
			)}
			{!page.series && event.claimLines.length === 0 && <p class="calm">{w('noClaims')}</p>}
			{parts.length > 0 && (
				<Section title={w(page.series ? 'seriesEvents' : 'parts')} count={parts.length}>
					<Parts events={parts} />
					{page.series && (
						<p>
							<a href={toEvents({ series: event.id })}>{w('onTimeline')}</a>
						</p>
					)}
				</Section>
			)}
			{page.origins.links.length > 0 && (
				<Section title={w('origins')} note={w('originsNote')}>
					<Origins origins={page.origins} />
				</Section>
			)}
			{event.claimLines.length > 0 && (
				<Section title={t('whatIsSaid')} count={event.claimLines.length}>
					<Shortened
						items={[...unlike, ...alike]}
						first={8}
						all={paper}
						class="threads"
						keyOf={({ claim }) => claim.id}
					>
						{(thread) => <ClaimThread thread={thread} />}
					</Shortened>
				</Section>
			)}
			{page.articles.length > 0 && (
				<Section title={w('articles')} count={page.articles.length}>
					<Shortened items={page.articles} first={25} all={paper} class="rows" keyOf={({ id }) => id}>
						{(article) => <ArticleRow article={article} />}
					</Shortened>
				</Section>
			)}
			{places.length > 0 && (
				<Section title={w('where')}>
					<dl class="pairs">
						{places.map((place) => (
							<div key={place.id}>
								<dt>
									<a href={to('entity', place.id)}>
										<Say said={place.name} />
									</a>
								</dt>
								<dd>
									<Say said={place.description} />
								</dd>
							</div>
						))}
					</dl>
				</Section>
			)}
			{others.length > 0 && (
				<Section title={w('sameSeries')}>
					<EventList events={others} label={w('sameSeries')} />
					<p class="compare">
						{w('compareWith')}
						{colon}
						{others.map((one, at) => (
							<span key={one.id}>
								{at > 0 && ' · '}
								<a href={toCompare(event.id, one.id)}>
									<Say said={one.name} />
								</a>
							</span>
						))}
					</p>
				</Section>
			)}
			{related.length > 0 && (
				<Section title={w('related')}>
					<EventList events={related} label={w('related')} />
				</Section>
			)}
			{event.claimLines.length > 0 && <Exports page={page} />}
			<Provenance pack={page.pack} statements={event.claimLines.length > 0} />
		</Page>
	);
}

function Kicker({ page: { above, series, event } }: { page: EventPage }) {
	const w = useWords();
	const { t } = useLocale();
	return (
		<>
			{w(series ? 'aSeries' : 'anEvent')}
			{above && (
				<At>
					<a href={to('event', above.id)}>
						<Say said={above.name} />
					</a>
					{event.series && <> {t('seriesAt', event.series.at, event.series.of)}</>}
				</At>
			)}
		</>
	);
}

function People({ page: { participants } }: { page: EventPage }) {
	const w = useWords();
	if (participants.length === 0) return null;
	return (
		<ul class="people" aria-label={w('participants')}>
			{participants.map(({ id, name, role }) => (
				<li key={id}>
					<a href={to('entity', id)}>
						<Say said={name} />
					</a>
					{role && (
						<span class="meta">
							{' '}
							<Say said={role} />
						</span>
					)}
				</li>
			))}
		</ul>
	);
}
