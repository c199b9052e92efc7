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
	/** A text of the reader's; `date`: ISO day or ''. null where it is about no event. */
	paste(text: string, date: string): Promise<ComparisonView | null>;
	/** null where the page is about no event. */
	keeping(): Promise<Keeping | null>;
	/** `date`: the reader's, where the page states none. */
	keep(date: string): Promise<void>;
	forget(): Promise<void>;
	/** The reader's switch, on. */
	allowKeeping(): Promise<void>;
}

export interface Keeping {
	may: 'yes' | 'undated' | 'private' | 'in-pack';
	/** The reader wants pages to be kept. */
	on: boolean;
	kept: boolean;
	/** Claims of kept pages that a pack has since altered or withdrawn. */
	corrected: number;
}
