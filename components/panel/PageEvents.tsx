/** The events of the page: its own, with this text beside all others on it; those it only mentions folded. */
import { Comparison, type ComparisonProps } from '../compare/Comparison.tsx';
import { Times } from '../compare/Times.tsx';
import { EventCoverage } from '../event/EventCoverage.tsx';
import { EventFold } from '../event/EventFold.tsx';
import { EventHead } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import type { PanelAsk, PanelPage } from './ask.ts';
import { Keep } from './Keep.tsx';

/** Events one page can have to do with before the list says nothing any more. */
const MOST = 8;

export interface PageEventsProps extends Omit<ComparisonProps, 'view' | 'page' | 'corrected'> {
	ask: PanelAsk;
	events: PanelPage['events'];
}

export function PageEvents({ ask, events, ...shown }: PageEventsProps) {
	const { t } = useLocale();
	const about = events.find(({ relation }) => relation === 'about');
	const others = events.filter((event) => event !== about).slice(0, MOST);
	return (
		<>
			{about ? (
				<OwnEvent ask={ask} event={about} {...shown} />
			) : (
				<div class="calm no-event">
					<p>{t('compareNoEvent')}</p>
					<p>{t('compareNoEventDo')}</p>
				</div>
			)}
			{others.length > 0 && <Others ask={ask} events={others} own={about !== undefined} />}
		</>
	);
}

type OwnProps = Omit<PageEventsProps, 'events'> & { event: PanelPage['events'][number] };

function OwnEvent({ ask, event, ...shown }: OwnProps) {
	const { t } = useLocale();
	const compared = useAsked(() => ask.compare(), [ask.key, event.id]);
	if (compared.answer)
		return (
			<>
				<Comparison
					view={compared.answer.view}
					corrected={compared.answer.corrected}
					page={ask.page}
					{...shown}
				/>
				{compared.answer.view.groups.length === 0 && <Covered ask={ask} event={event} headed={false} />}
				<Times times={compared.answer.times} onSentence={shown.onSentence} />
				<Keep ask={ask} />
			</>
		);
	if (compared.failed || compared.answer === null) return <Covered ask={ask} event={event} />;
	return <p class="calm">{t('comparing')}</p>;
}

/** What is known of the event all the same, where the text could not be compared. */
function Covered({
	ask,
	event: { id },
	headed = true,
}: Pick<OwnProps, 'ask' | 'event'> & { headed?: boolean }) {
	const { t } = useLocale();
	const { answer: event, failed } = useAsked(() => ask.event(id), [ask.key, id]);
	if (failed) return <p class="calm">{t('lookupFailed')}</p>;
	if (!event) return null;
	return (
		<article class="event">
			{headed && <EventHead event={event} level={2} />}
			<EventCoverage event={event} level={3} />
			<p class="provenance">
				{t('editorWords')} {t('machineEvent')}
			</p>
		</article>
	);
}

function Others({ ask, events, own }: Pick<PageEventsProps, 'ask' | 'events'> & { own: boolean }) {
	const { t } = useLocale();
	const ids = events.map(({ id }) => id);
	const { answer, failed } = useAsked(
		async () => (await Promise.all(ids.map((id) => ask.event(id)))).filter((event) => event !== null),
		[ask.key, ids.join()],
	);
	if (failed) return <p class="calm">{t('lookupFailed')}</p>;
	if (!answer || answer.length === 0) return null;
	return (
		<section class="folds">
			<h2 class="part-title">{t(own ? 'otherEvents' : 'events')}</h2>
			<ul>
				{answer.map((event) => (
					<li key={event.id}>
						<EventFold event={event} />
					</li>
				))}
			</ul>
		</section>
	);
}
