/**
 * What comparing a page with the reports of its event comes to, as plain data: made by the background, drawn by panel,
 * card and second mark. Offsets are UTF-16 in the text of `PageText.blocks[block]`. Touches nothing.
 */
import type { Match } from './values.ts';

export interface Spot {
	block: number;
	start: number;
	end: number;
}

/**
 * found · finer-here, finer-elsewhere: more or less exact than the others · worded: one remark in another strength ·
 * differs · no-match: nothing like it in this text · came-later: first known after the page's date.
 */
export type State =
	| 'differs'
	| 'worded'
	| 'finer-elsewhere'
	| 'finer-here'
	| 'found'
	| 'no-match'
	| 'came-later';

/** One claim of the event and what the page does with it. Claims in between the two thresholds are left out. */
export interface Compared {
	/** Public id. */
	claim: string;
	state: State;
	/** Sentences of the page that state it, whole; none for no-match and came-later. */
	sentences: Spot[];
	/** The words the state rests on: names, terms, values. */
	words: Spot[];
	/** How the claim's values stand here, by name. */
	values: Record<string, Match>;
	/** Public ids of the articles whose reports are worded unlike this page, or differ from it. */
	unlike: string[];
	/** 0 … 1. */
	score: number;
}

export interface Comparison {
	/** Public id of the event. */
	event: string;
	/** The pack's article that this page is or copies, and how that is known; its states were entered by the pack's editor. */
	article: { id: string; by: 'url' | 'title' | 'quotes' } | null;
	/** Why there is no list of what was not found; null when there is one. */
	noList: 'undated' | 'cut-off' | 'brief' | 'live' | 'older' | 'unsure' | null;
	claims: Compared[];
}
