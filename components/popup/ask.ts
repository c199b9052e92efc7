/** What extension pages ask of the store; the door behind it is the background or, in the looks page, a sample. */
import type { EventLine, EventView, PackLine, PageView, SearchView } from '../../lib/corpus/views.ts';

export interface Ask {
	/** Latest first. */
	events(): Promise<EventLine[]>;
	event(id: string): Promise<EventView | null>;
	search(text: string): Promise<SearchView>;
	/** The page in the current tab; null where there is none. */
	page(): Promise<PageView | null>;
	packs(): Promise<PacksLook>;
}

/** What the popup asks. */
export interface PopupAsk extends Omit<Ask, 'event'> {
	/** Makes ready for a search, while nobody waits. */
	warm(): void;
}

/** All packs in one line. */
export interface PacksLook {
	count: number;
	/** The only one; null when there are more, or none. */
	one: PackLine | null;
	articles: number;
	/** Day of the newest article; '' when there is none. */
	asOf: string;
	/** Packs whose last update failed. */
	failed: number;
}
