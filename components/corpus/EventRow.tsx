/** One event in a list, as a link to all of it. */
import type { EventLine } from '../../lib/corpus/views.ts';
import { EventFacts } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say } from '../text/Say.tsx';
import { to } from './route.ts';
import { useWords } from './texts/index.ts';

export function EventRow({ event }: { event: EventLine }) {
	const { count } = useLocale();
	const w = useWords();
	return (
		<div class="event-row">
			<a href={to('event', event.id)} class="event-name">
				<Say said={event.name} />
			</a>
			<p class="meta">
				<EventFacts event={event} />
				{event.articles > 0 && <At whole>{count('articles', event.articles)}</At>}
				{event.claims > 0 && <At whole>{w.count('countClaims', event.claims)}</At>}
				<OfPack line={event} />
			</p>
		</div>
	);
}

export function EventList({ events, label }: { events: readonly EventLine[]; label: string }) {
	return (
		<ul class="rows" aria-label={label}>
			{events.map((event) => (
				<li key={event.id} class="row">
					<EventRow event={event} />
				</li>
			))}
		</ul>
	);
}
