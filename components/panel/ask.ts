/** What the side panel asks of its door. */
import type { ComparisonView } from '../../lib/corpus/comparison-views.ts';
import type { Ask } from '../popup/ask.ts';

export interface PanelAsk extends Pick<Ask, 'event'> {
	/** Another one whenever the page's text is another. */
	readonly key: string;
	/** What notes name. */
	readonly page: { title: string; url: string };
	/** The page beside all others on its event; null where there is none. */
	compare(): Promise<ComparisonView | null>;
}
