/** The events of the page: its own with all that is said of it, those it only mentions folded. */
import type { EventLine } from '../../lib/corpus/views.ts';
import { EventCoverage } from '../event/EventCoverage.tsx';
import { EventFold } from '../event/EventFold.tsx';
import { EventHead } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import type { Ask } from '../popup/ask.ts';
import { useAsked } from '../popup/useAsked.ts';

/** Events one page can have to do with before the list says nothing any more. */
const MOST = 8;

export function PageEvents({ ask, events }: { ask: Pick<Ask, 'event'>; events: readonly EventLine[] }) {
	const { t } = useLocale();
	const ids = events.slice(0, MOST).map(({ id }) => id);
	const { answer, failed } = useAsked(
		async () => (await Promise.all(ids.map((id) => ask.event(id)))).filter((event) => event !== null),
		[ask, events.map(({ id, relation }) => id + relation).join()],
	);
	if (failed) return <p class="calm">{t('lookupFailed')}</p>;
	const own = answer?.find(({ relation }) => relation === 'about');
	const others = answer?.filter((event) => event !== own) ?? [];
	return (
		<>
			{own && (
				<article class="event">
					<EventHead event={own} level={2} />
					<EventCoverage event={own} level={3} />
					<p class="provenance">
						{t('editorWords')} {t('machineEvent')}
					</p>
				</article>
			)}
			{others.length > 0 && (
				<section class="folds">
					<h2 class="part-title">{t(own ? 'otherEvents' : 'events')}</h2>
					<ul>
						{others.map((event) => (
							<li key={event.id}>
								<EventFold event={event} />
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	);
}
