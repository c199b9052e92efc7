/** An event as one line that opens in place: the outlets are seen even while it is shut. */
import { useState } from 'preact/hooks';
import type { EventView } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Icon } from '../text/Icon.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say, SayAll } from '../text/Say.tsx';
import { EventCoverage } from './EventCoverage.tsx';
import { EventFacts, RelationLabel } from './EventHead.tsx';

export function EventFold({ event, all = false }: { event: EventView; all?: boolean }) {
	const { count } = useLocale();
	const [asked, setAsked] = useState(false);
	const open = all || asked;
	const outlets = [...new Map(event.sources.map(({ outlet }) => [outlet.text, outlet])).values()];
	return (
		<div class="fold">
			<button type="button" class="fold-head" aria-expanded={open} onClick={() => setAsked(!open)}>
				<Icon name="open" />
				<span>
					<Say said={event.name} class="event-name" />
				</span>
			</button>
			<div class="fold-body">
				<RelationLabel event={event} />
				<p class="meta">
					<EventFacts event={event} />
					<At whole>{count('articles', event.articles)}</At>
					<OfPack line={event} />
				</p>
				{open ? (
					<EventCoverage event={event} level={4} all={all} />
				) : (
					<p class="meta">
						<SayAll said={outlets} />
					</p>
				)}
			</div>
		</div>
	);
}
