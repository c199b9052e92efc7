/**
 * A page held against the reports of its event, as side panel, card and notes show it. Plain data; every string for a
 * reader carries its language. Touches nothing.
 */
import type { Comparison, Spot, State } from '../events/index.ts';
import type { ClaimLine, EventTop, Said } from './views.ts';

/** A sentence of the page that states a claim. */
export interface Quote extends Said {
	spot: Spot;
	/** What in it the state rests on: offsets in its text, in order, not overlapping. */
	words: [start: number, end: number][];
}

/**
 * How an article stands to the page: says it too, more exactly, in other words, differently; or the pack records
 * nothing of it there.
 */
export type Stand = 'says' | 'finer' | 'worded' | 'differs' | 'silent';

/** One of the other articles. */
export interface Column {
	article: string;
	outlet: Said;
	/** Who made it, when the outlet carries another's work. */
	maker: Said | null;
	/** ISO 8601, as exact as known. */
	date: string;
	title: Said | null;
	url: string | null;
	archive: string | null;
	/** Kept by the reader, not in a pack. */
	kept: boolean;
}

/** A claim and what the page does with it. Reports of the page's own article are left out. */
export interface ComparedLine extends ClaimLine {
	/** null: neither found nor missed for certain; shown only beside what it answers or what answers it. */
	state: State | null;
	quotes: Quote[];
	/** As the columns are. */
	stands: Stand[];
	/** Outlets that carry one agency are one. */
	origins: number;
	/** 0 … 1: how sure the machine is. */
	score: number;
}

export interface ComparedThread {
	claim: ComparedLine;
	/** Denials and answers to it: never shown apart from it. */
	answers: ComparedLine[];
}

/** In the order they are shown. `no-match`: the reader sees its first five. */
export const GROUPS = ['differs', 'worded', 'finer-elsewhere', 'no-match', 'came-later', 'found'] as const;
export type GroupKind = (typeof GROUPS)[number];

export interface Group {
	kind: GroupKind;
	threads: ComparedThread[];
}

export interface ComparisonView {
	event: EventTop;
	/** The pack's article that this page is: its states were entered by the pack's editor. */
	article: (Column & { by: NonNullable<Comparison['article']>['by'] }) | null;
	noList: Comparison['noList'];
	columns: Column[];
	/** Those that hold anything. */
	groups: Group[];
	pack: ComparedPack;
}

/** A day or time that a text names, made whole. */
export interface TimeLine {
	/** As it is told there. */
	said: Said;
	spot: Spot;
	/** ISO, by the clock it is told in. */
	day: string;
	precision: 'day' | 'part' | 'hour' | 'minute';
	/** Whose clock that is; null where it cannot be said, and so not what it is elsewhere. */
	clock: Clock | null;
	/** The text does not say whose clock: the event's place is taken. */
	assumed: boolean;
	/** ms since 1970; `until` is the first that is not meant. The same for a minute, and both 0 without a clock. */
	from: number;
	until: number;
}

export interface Clock {
	place: Said;
	/** IANA zone. */
	zone: string;
}

export interface TimesView {
	lines: TimeLine[];
	/** The event's place first, then others the text names. */
	clocks: Clock[];
}

export interface ComparedPack {
	id: string;
	title: Said;
	/** Day of its newest article, ISO. */
	asOf: string;
	/** What a report names, so that its editor sees what the reader saw. */
	version: string;
	corrections: string | null;
}

/** One sentence of the page beside the others. */
export interface SentenceView {
	line: ComparedLine;
	/** Other claims that the same sentence states. */
	more: number;
	/** With the line's own thread alone. */
	view: ComparisonView;
	/** Named in it. */
	times: TimesView;
}
