/** The way from a card or the side panel to all of an event, or of a name, in the corpus page. Nothing where nobody opens it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Key } from '../../lib/locale/index.ts';
import { useLocale } from '../locale.ts';

export interface Place {
	kind: 'event' | 'entity';
	/** Public id. */
	id: string;
}

export const WholeContext = createContext<((place: Place) => void) | null>(null);

const TEXTS: Record<Place['kind'], Key> = { event: 'wholeEvent', entity: 'wholeName' };

export function Whole(place: Place) {
	const { t } = useLocale();
	const open = useContext(WholeContext);
	if (open === null) return null;
	return (
		<p>
			<button type="button" class="more" onClick={() => open(place)}>
				{t(TEXTS[place.kind])}
			</button>
		</p>
	);
}
