/** Two sources, or two events, side by side. */
import type { EventComparison, Named, SourceComparison } from '../../lib/corpus/pages.ts';
import type { ClaimLine } from '../../lib/corpus/views.ts';
import { ClaimThread } from '../event/Claim.tsx';
import { EventFacts } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { Say } from '../text/Say.tsx';
import { Shortened } from '../text/Shortened.tsx';
import { useDoor, usePaper } from './context.ts';
import { EventRow } from './EventRow.tsx';
import { Forms } from './Names.tsx';
import { Page, Section } from './Page.tsx';
import { to, toEvents } from './route.ts';
import { Scroll } from './Scroll.tsx';
import { useWords } from './texts/index.ts';

export function CompareView({ a, b }: { a: string; b: string }) {
	const w = useWords();
	const { t } = useLocale();
	const door = useDoor();
	const asked = useAsked(() => door.compare(a, b), [door, a, b]);
	if (asked.failed) return <Page title={t('lookupFailed')} />;
	if (asked.answer === undefined) return <p class="waiting">{w('reading')}</p>;
	if (asked.answer === null)
		return (
			<Page title={w('compareNone')}>
				<p class="prose">{w('compareNoneWhy')}</p>
				<p>
					<a href={toEvents()}>{w('toEvents')}</a>
				</p>
			</Page>
		);
	return asked.answer.kind === 'events' ? <Events {...asked.answer} /> : <Sources {...asked.answer} />;
}

function Heads({ a, b, page }: { a: Named; b: Named; page: 'event' | 'source' }) {
	return (
		<tr>
			<td />
			{[a, b].map(({ id, name }) => (
				<th key={id} scope="col">
					<a href={to(page, id)} class="event-name">
						<Say said={name} />
					</a>
				</th>
			))}
		</tr>
	);
}

function Events({ a, b }: EventComparison) {
	const w = useWords();
	const { count } = useLocale();
	const paper = usePaper();
	const pages = [a, b];
	const both = (ids: readonly string[][], id: string) => ids.every((list) => list.includes(id));
	const people = pages.map(({ participants }) => participants.map(({ id }) => id));
	const outlets = pages.map(({ articles }) => [
		...new Map(articles.map(({ source }) => [source.id, source])).values(),
	]);
	const outletIds = outlets.map((list) => list.map(({ id }) => id));
	const list = (items: readonly Named[], ids: readonly string[][], page: 'entity' | 'source') => (
		<ul class="plain">
			{items.map(({ id, name }) => (
				<li key={id}>
					<a href={to(page, id)}>
						<Say said={name} />
					</a>
					{both(ids, id) && <span class="meta"> · {w('inBoth')}</span>}
				</li>
			))}
		</ul>
	);
	return (
		<Page title={`${a.event.name.text} · ${b.event.name.text}`} kicker={w('compareEvents')}>
			<Scroll label={w('compareEvents')}>
				<table class="sides">
					<thead>
						<Heads a={{ ...a.event }} b={{ ...b.event }} page="event" />
					</thead>
					<tbody>
						<tr>
							<th scope="row">{w('whenAndWhere')}</th>
							{pages.map(({ event }) => (
								<td key={event.id}>
									<EventFacts event={event} />
								</td>
							))}
						</tr>
						<tr>
							<th scope="row">{w('summary')}</th>
							{pages.map(({ event }) => (
								<td key={event.id}>{event.summary ? <Say said={event.summary} /> : '–'}</td>
							))}
						</tr>
						<tr>
							<th scope="row">{w('participants')}</th>
							{pages.map(({ event, participants }) => (
								<td key={event.id}>{list(participants, people, 'entity')}</td>
							))}
						</tr>
						<tr>
							<th scope="row">{w('coverage')}</th>
							{pages.map(({ event }) => (
								<td key={event.id}>
									{count('articles', event.articles)} · {w.count('countClaims', event.claims)}
								</td>
							))}
						</tr>
						<tr>
							<th scope="row">{w('sources')}</th>
							{pages.map(({ event }, at) => (
								<td key={event.id}>{list(outlets[at] ?? [], outletIds, 'source')}</td>
							))}
						</tr>
						<tr>
							<th scope="row">{w('unlikeStatements')}</th>
							{pages.map(({ event }) => (
								<td key={event.id}>
									<Shortened
										items={event.claimLines.filter(({ unlike }) => unlike !== null)}
										first={5}
										all={paper}
										class="plain"
										keyOf={({ id }) => id}
									>
										{(claim) => <Say said={claim.text} />}
									</Shortened>
								</td>
							))}
						</tr>
					</tbody>
				</table>
			</Scroll>
		</Page>
	);
}

function Sources({ a, b, shared, all }: SourceComparison) {
	const w = useWords();
	const { number, list } = useLocale();
	const pages = [a, b];
	const names = a.names.filter(({ entity }) => b.names.some((other) => other.entity.id === entity.id));
	return (
		<Page title={`${a.name.text} · ${b.name.text}`} kicker={w('compareSources')}>
			<Scroll label={w('compareSources')}>
				<table class="sides">
					<thead>
						<Heads a={a} b={b} page="source" />
					</thead>
					<tbody>
						<tr>
							<th scope="row">{w('articles')}</th>
							{pages.map(({ id, articles }) => (
								<td key={id}>{number(articles.length)}</td>
							))}
						</tr>
						<tr>
							<th scope="row">{w('credits')}</th>
							{pages.map(({ id, credits }) => (
								<td key={id}>
									{credits.length > 0
										? list(credits.slice(0, 12).map(({ source }) => source.name.text))
										: '–'}
								</td>
							))}
						</tr>
						{names.map(({ entity, forms }) => (
							<tr key={entity.id}>
								<th scope="row">
									<a href={to('entity', entity.id)}>
										<Say said={entity.name} />
									</a>
								</th>
								<td>
									<Forms forms={forms} />
								</td>
								<td>
									<Forms forms={b.names.find((other) => other.entity.id === entity.id)?.forms ?? []} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</Scroll>
			<Section
				title={w('sharedEvents')}
				count={all}
				note={all > shared.length ? w('sharedNote', shared.length) : undefined}
			>
				{all === 0 && <p class="meta">{w('sharedNone')}</p>}
				{shared.map((one) => (
					<section key={one.event.id} class="shared" aria-label={one.event.name.text}>
						<EventRow event={one.event} />
						<Claims title={w('reportedByBoth')} claims={one.both} />
						<Claims title={w('notInOther', a.name.text, b.name.text)} claims={one.a} />
						<Claims title={w('notInOther', b.name.text, a.name.text)} claims={one.b} />
					</section>
				))}
			</Section>
		</Page>
	);
}

function Claims({ title, claims }: { title: string; claims: readonly ClaimLine[] }) {
	const { number } = useLocale();
	const paper = usePaper();
	if (claims.length === 0) return null;
	return (
		<>
			<h3 class="part-title">
				{title} <span class="number">{number(claims.length)}</span>
			</h3>
			<Shortened items={claims} first={4} all={paper} class="threads" keyOf={({ id }) => id}>
				{(claim) => <ClaimThread thread={{ claim, answers: [] }} />}
			</Shortened>
		</>
	);
}
