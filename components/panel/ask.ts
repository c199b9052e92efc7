/** What the side panel asks of its door, and what it is told of the page. */
import type { ComparisonView, TimesView } from '../../lib/corpus/comparison-views.ts';
import type { CorrectedLine, PageView, Relation } from '../../lib/corpus/views.ts';
import type { May } from '../../lib/kept/index.ts';
import type { Ask } from '../popup/ask.ts';

/** The page in the tab, as far as it is known without a look at the store. */
export interface PanelPage extends Pick<PageView, 'host' | 'access' | 'off' | 'running'> {
	/** Its own first; by public id. */
	events: readonly { id: string; relation: Relation }[];
}

export interface PanelAsk extends Pick<Ask, 'event'> {
	/** Another one whenever the page's text is another. */
	readonly key: string;
	/** What notes name. */
	readonly page: { title: string; url: string };
	/** The page beside all others on its event; null where there is none. */
	compare(): Promise<Compared | null>;
	/** A text of the reader's; `date`: ISO day or ''. null where it is about no event. */
	paste(text: string, date: string): Promise<Compared | null>;
	/** null where the page is about no event. */
	keeping(): Promise<Keeping | null>;
	/** `date`: the reader's, where the page states none. */
	keep(date: string): Promise<void>;
	forget(): Promise<void>;
	/** The reader's switch, on. */
	allowKeeping(): Promise<void>;
}

export interface Compared {
	view: ComparisonView;
	/** Days and times that the text names. */
	times: TimesView;
	/** Of what was shown of this page before, what a newer version of its pack put otherwise or took back. */
	corrected: readonly CorrectedLine[];
}

export interface Keeping {
	may: May;
	/** The reader wants pages to be kept. */
	on: boolean;
	kept: boolean;
	/** Claims of kept pages that a pack has since altered or withdrawn. */
	corrected: number;
}
