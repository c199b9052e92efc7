/** What extension pages ask of the store; the door behind it is the background or, in the looks page, a sample. */
import type { CardView, EventLine, EventView, PageView, SearchView } from '../../lib/corpus/views.ts';

export interface Ask {
	/** Latest first. */
	events(): Promise<EventLine[]>;
	event(id: string): Promise<EventView | null>;
	entity(id: string): Promise<CardView | null>;
	search(text: string): Promise<SearchView>;
	/** The page in the current tab; null where there is none. */
	page(): Promise<PageView | null>;
}
