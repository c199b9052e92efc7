/** An event that was asked for in a card, before what the page itself is about. */
import { EventCoverage } from '../event/EventCoverage.tsx';
import { EventHead } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import type { Ask } from '../popup/ask.ts';
import { useAsked } from '../popup/useAsked.ts';
import { Icon } from '../text/Icon.tsx';

interface Props {
	ask: Pick<Ask, 'event'>;
	/** Public id. */
	id: string;
	onBack: () => void;
}

export function Wanted({ ask, id, onBack }: Props) {
	const { t } = useLocale();
	const { answer: event, failed } = useAsked(() => ask.event(id), [id]);
	if (event === undefined && !failed) return null;
	return (
		<article class="event wanted">
			<button type="button" class="more" onClick={onBack}>
				<Icon name="back" /> {t('onThisPage')}
			</button>
			{event ? (
				<>
					<EventHead event={event} level={2} />
					<EventCoverage event={event} level={3} all />
				</>
			) : (
				<p class="calm">{t('lookupFailed')}</p>
			)}
			<p role="status" class="spoken">
				{event?.name.text}
			</p>
		</article>
	);
}
