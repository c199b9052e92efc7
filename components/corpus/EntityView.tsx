/** The whole of a person, place or thing. */
import type { EntityPage } from '../../lib/corpus/pages.ts';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { At } from '../text/At.tsx';
import { Outlink } from '../text/Outlink.tsx';
import { Say, SayAll } from '../text/Say.tsx';
import { useDoor } from './context.ts';
import { EventRow } from './EventRow.tsx';
import { Meetings, Roles } from './later.tsx';
import { NamesTable, UsageTable } from './Names.tsx';
import { Loaded, Page, Section } from './Page.tsx';
import { Provenance } from './Provenance.tsx';
import { Rows } from './Rows.tsx';
import { to, toEvents } from './route.ts';
import { useWords } from './texts/index.ts';

export function EntityView({ id }: { id: string }) {
	const door = useDoor();
	const asked = useAsked(() => door.entity(id), [door, id]);
	return (
		<Loaded asked={asked} id={id}>
			{(page) => <Whole page={page} />}
		</Loaded>
	);
}

function Whole({ page }: { page: EntityPage }) {
	const w = useWords();
	const { t } = useLocale();
	const door = useDoor();
	const scripts = [...page.others, ...(page.native ? [page.native] : [])];
	const place = page.kind === 'place' || page.kind === 'facility';
	const read = (positions: readonly number[]) =>
		door.events(positions.flatMap((position) => page.events[position] ?? []));
	const lead = (
		<>
			{scripts.length > 0 && (
				<p class="scripts">
					<SayAll said={scripts} />
				</p>
			)}
			<p class="prose lead">
				<Say said={page.description} />
			</p>
			<p class="facts">
				{page.within && (
					<a href={to('entity', page.within.id)}>
						<Say said={page.within.name} />
					</a>
				)}
				{page.sameAs.map((url) => (
					<Outlink key={url} url={url} />
				))}
			</p>
		</>
	);
	return (
		<Page title={page.name} kicker={w(`kind_${page.kind}`)} lead={lead}>
			{page.elsewhere.length > 0 && (
				<Section title={w('otherPacks')} note={w('otherPacksNameNote')}>
					<ul class="plain">
						{page.elsewhere.map((one) => (
							<li key={one.id}>
								<a href={to('entity', one.id)}>
									<Say said={one.name} />
								</a>
								<At>
									<Say said={one.description} />
								</At>
								<span class="meta at">
									<Say said={one.pack} />
								</span>
							</li>
						))}
					</ul>
				</Section>
			)}
			{(page.names.length > 0 || page.weak.length > 0) && (
				<Section title={w('namesByRegion')}>
					<NamesTable page={page} />
				</Section>
			)}
			{page.usage.length > 0 && (
				<Section
					title={w('seenWritten')}
					note={page.usedIn.more ? w('seenWrittenNoteNewest', page.usedIn.articles) : w('seenWrittenNote')}
				>
					<UsageTable usage={page.usage} />
				</Section>
			)}
			{page.roles.length > 0 && (
				<Section title={w('roles')}>
					<Roles roles={page.roles} />
				</Section>
			)}
			{page.meetings.nodes.length > 0 && (
				<Section
					title={w('meetings')}
					note={
						page.meetings.looked < page.meetings.all
							? w('meetingsNoteNewest', page.meetings.looked)
							: w('meetingsNote')
					}
				>
					<Meetings of={page} meetings={page.meetings} />
				</Section>
			)}
			<Section title={w('events')} count={page.events.length}>
				{page.events.length === 0 ? (
					<p class="meta">{t('noEvents')}</p>
				) : (
					<>
						<p>
							<a href={toEvents({ [place ? 'place' : 'person']: page.id, parts: '1' })}>{w('onTimeline')}</a>
						</p>
						<Rows total={page.events.length} of={page.id} read={read} label={w('events')}>
							{(event) => <EventRow event={event} />}
						</Rows>
					</>
				)}
			</Section>
			<Provenance pack={page.pack} />
		</Page>
	);
}
