/** One name in all scripts and regions, and the events it takes part in. */
import { useId } from 'preact/hooks';
import { Head } from '../card/Head.tsx';
import { useLocale } from '../locale.ts';
import type { Ask } from './ask.ts';
import { Events } from './Home.tsx';
import { Loaded } from './Loaded.tsx';
import type { Screen } from './Popup.tsx';
import { useAsked } from './useAsked.ts';

export function EntityScreen({
	ask,
	id,
	onOpen,
}: {
	ask: Ask;
	id: string;
	onOpen: (screen: Screen) => void;
}) {
	const { t } = useLocale();
	const heading = useId();
	return (
		<Loaded asked={useAsked(() => ask.entity(id), [ask, id])} heading={heading}>
			{(view) => (
				<>
					<Head view={view} id={heading} all />
					<section class="group">
						<h3 class="part-title">{t('events')}</h3>
						{view.events.length === 0 && <p class="meta">{t('noEvents')}</p>}
						<Events events={view.events} onOpen={onOpen} />
					</section>
				</>
			)}
		</Loaded>
	);
}
