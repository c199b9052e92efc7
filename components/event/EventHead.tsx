/** An event's name, when and where, and what the page has to do with it. */
import type { EventLine, EventTop } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say } from '../text/Say.tsx';

interface Props {
	event: EventTop;
	level: 2 | 3;
	/** For what the heading names. */
	id?: string;
}

export function EventHead({ event, level, id }: Props) {
	const { t, whenAtReader } = useLocale();
	const Heading = `h${level}` as const;
	const readers = whenAtReader(event.when);
	return (
		<header class="event-head">
			<div class="above">
				<RelationLabel event={event} />
				{event.series !== null && (
					<p class="meta">
						<Say said={event.series.name} /> {t('seriesAt', event.series.at, event.series.of)}
					</p>
				)}
			</div>
			<Heading class="event-name" id={id}>
				<Say said={event.name} />
			</Heading>
			<p class="meta">
				<EventFacts event={event} />
				{readers !== null && <At whole>{t('whenReader', readers)}</At>}
				<OfPack line={event} />
			</p>
		</header>
	);
}

export function RelationLabel({ event }: { event: EventLine }) {
	const { t } = useLocale();
	if (event.relation === 'none') return null;
	return (
		<span class="relation" data-relation={event.relation}>
			{t(`relation_${event.relation}`)}
		</span>
	);
}

/** Date and place, on one line. */
export function EventFacts({ event }: { event: EventLine }) {
	const { when } = useLocale();
	return (
		<>
			<span>{when(event.when)}</span>
			{event.place !== null && (
				<At>
					<Say said={event.place} />
				</At>
			)}
		</>
	);
}
