/** One event with its whole coverage. */
import { useId } from 'preact/hooks';
import { EventCoverage } from '../event/EventCoverage.tsx';
import { EventHead } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import { Say } from '../text/Say.tsx';
import type { Ask } from './ask.ts';
import { Loaded } from './Loaded.tsx';
import { useAsked } from './useAsked.ts';

export function EventScreen({ ask, id }: { ask: Ask; id: string }) {
	const { t } = useLocale();
	const heading = useId();
	return (
		<Loaded asked={useAsked(() => ask.event(id), [ask, id])} heading={heading}>
			{(event) => (
				<>
					<EventHead event={event} level={2} id={heading} />
					{event.summary !== null && (
						<p class="summary">
							<Say said={event.summary} />
						</p>
					)}
					<EventCoverage event={event} level={3} />
					<p class="provenance">{t('editorWords')}</p>
				</>
			)}
		</Loaded>
	);
}
