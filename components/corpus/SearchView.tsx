/** What a search found. */
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { At } from '../text/At.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say, SayAll } from '../text/Say.tsx';
import { useDoor } from './context.ts';
import { EventList } from './EventRow.tsx';
import { Page, Section } from './Page.tsx';
import { to } from './route.ts';
import { useWords } from './texts/index.ts';

/** Of a long search in its heading. */
const SHOWN = 60;

export function SearchView({ q }: { q: string }) {
	const w = useWords();
	const { t, count, day } = useLocale();
	const door = useDoor();
	const wanted = q.trim();
	const asked = useAsked(async () => (wanted === '' ? null : await door.search(wanted)), [door, wanted]);
	const found = asked.answer;
	const total = found ? Object.values(found).reduce((sum, list) => sum + list.length, 0) : 0;
	const short = wanted.length > SHOWN ? `${wanted.slice(0, SHOWN)}…` : wanted;
	return (
		<Page title={short === '' ? w('searchTitle') : w('searchFor', short)}>
			<p role="status" class={total > 0 ? 'meta' : 'prose'}>
				{asked.failed && t('lookupFailed')}
				{found && (total > 0 ? count('searchCount', total) : t('searchNone', short))}
				{wanted === '' && w('searchHint')}
			</p>
			{found && found.entities.length > 0 && (
				<Section title={t('names')}>
					<ul class="rows">
						{found.entities.map((line) => (
							<li key={line.id} class="row">
								<a href={to('entity', line.id)} class="event-name">
									<Say said={line.name} />
								</a>
								{line.others.length > 0 && (
									<span class="meta at">
										<SayAll said={line.others} />
									</span>
								)}
								<p class="meta">
									<Say said={line.description} />
									<OfPack line={line} />
								</p>
							</li>
						))}
					</ul>
				</Section>
			)}
			{found && found.events.length > 0 && (
				<Section title={t('events')}>
					<EventList events={found.events} label={t('events')} />
				</Section>
			)}
			{found && found.sources.length > 0 && (
				<Section title={w('sources')}>
					<ul class="rows">
						{found.sources.map((line) => (
							<li key={line.id} class="row">
								<a href={to('source', line.id)} class="event-name">
									<Say said={line.name} />
								</a>
								<p class="meta">
									{w(`medium_${line.medium}`)}
									<OfPack line={line} />
								</p>
							</li>
						))}
					</ul>
				</Section>
			)}
			{found && found.articles.length > 0 && (
				<Section title={w('articles')}>
					<ul class="rows">
						{found.articles.map((line) => (
							<li key={line.id} class="row">
								<a href={to('article', line.id)} class="event-name">
									{line.title ? <Say said={line.title} /> : w('untitled', line.outlet.text)}
								</a>
								<p class="meta">
									<Say said={line.outlet} />
									<At whole>{day(line.date)}</At>
									<OfPack line={line} />
								</p>
							</li>
						))}
					</ul>
				</Section>
			)}
		</Page>
	);
}
