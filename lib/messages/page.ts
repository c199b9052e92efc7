/**
 * The part of the messages that runs in pages: names and shapes, no schemas.
 * Touches nothing.
 */
import type { ComparisonView, SentenceView, TimesView } from '../corpus/comparison-views.ts';
import type { CardView, CorrectedLine, EventView, NameInside } from '../corpus/views.ts';
import type { Comparison, Recognised, Spot } from '../events/index.ts';
import type { Explained } from '../names/explain.ts';
import type { Found, Span } from '../names/page.ts';
import type { Request } from './index.ts';

export type { PageText, Request, ScanRequest } from './index.ts';

/** UTF-16 units in one scan request: each answer costs, however short. */
export const CHUNK = 128_000;

/** UTF-16 units of a request in one message: those over 64 kB go by a slower way in Chromium. */
export const MESSAGE = 30_000;

/**
 * A part of a scan request is one or more texts with `BREAK` between them; or, behind an empty part, markup that is to be
 * cut into texts. Stands in no text of a page, and in no markup that is sent. One long text is sent sooner than many; but
 * what is joined here only to be sent is copied once more.
 */
export const BREAK = '\x7f';
/** Between the parts of a scan request where they are sent as one. */
export const PART = BREAK + BREAK;

/** Name of the Port that carries scans. */
export const SCAN_PORT = 'scan';
/**
 * What was found in the texts of a request, and those that end articles. `cut`: UTF-16 units of the texts in each markup,
 * in their order; none where it is no run of even paragraphs.
 */
export type Scanned = Omit<Found, 'marks'> & { marks: ArrayLike<number>; closing: string[]; cut: number[][] };
export type ScanReply = { id: number; found: Scanned } | { id: number; error: string };

export const ROLES = ['title', 'dateline', 'body', 'caption', 'teaser', 'comment', 'chrome'] as const;
export type Role = (typeof ROLES)[number];

/** The last word of a sentence that differs from what others say, or is worded unlike it; ≤ 5 a page. */
export type Second = Spot & { state: 'differs' | 'worded'; claim: string };

export interface Answers {
	style: Record<string, never>;
	/** The reader's language, BCP 47. */
	'card-code': { reader: string };
	/** false: no panel can be opened from a page; the event is told to one that is open. */
	'show-event': { opened: boolean };
	/** `unlike`: statements of the page that others differ from or word otherwise, counted. */
	events: { recognised: Recognised[]; second: Second[]; unlike: Record<Second['state'], number> };
	/** JSON of a Comparison, or of null where the event is known to no pack; see compare.ts. */
	compare: { comparison: string };
	/** null where the text is about no event that a pack knows. */
	beside: { beside: Beside | null };
	event: { event: EventView | null };
	/** null where the sentence states nothing that is known. */
	sentence: { sentence: SentenceView | null };
	/** `corrected`: of the statements a card showed before. */
	card: { view: CardView; names: NameInside[]; corrected: CorrectedLine[]; reader: string; hidden: boolean };
	/** By text. */
	strangers: { spans: Span[][] };
	explain: { candidates: Explained[] };
	'hide-name': Record<string, never>;
	'open-corpus': Record<string, never>;
	'site-off': Record<string, never>;
	mode: { mode: Mode };
	/** Packs that are installed. */
	ready: { packs: number };
	'search-index': Record<string, never>;
}

export interface Beside {
	comparison: Comparison;
	view: ComparisonView;
	times: TimesView;
	/** Of the statements that were shown before. */
	corrected: CorrectedLine[];
	/** Statements of the reader's kept pages that a pack has since corrected. */
	keptCorrected: number;
}

/** How Sidelight shows itself on pages. */
export interface Mode {
	/** Which names are marked: each once a page, every time, or only where the page is about an event of a pack. */
	show: 'once' | 'every' | 'events';
	/** What opens a card: resting on a name, the same with Alt held, or nothing on the page itself. */
	open: 'hover' | 'key' | 'none';
	/** false: nothing is drawn before a card opens. */
	marks: boolean;
}

/** What the background or an extension page asks of the overlay in a tab. */
export type Command =
	| { type: 'step'; by: 1 | -1 }
	| { type: 'toggle-card' }
	/** How much of what is known stands on the page, said in one line. */
	| { type: 'summary' }
	/** What the reader chose could not be stored. */
	| { type: 'unkept'; code: string }
	| { type: 'report' }
	| { type: 'mode'; mode: Mode }
	/** The reader's selection, by context menu. `name`: one in it, for where no text is read: fields, editors. */
	| { type: 'look-up'; text: string; name?: { entity: string; text: string } | undefined }
	/** The mention at this place in the report's list: scrolled to, its card opened with the focus. */
	| { type: 'go-to'; at: number }
	/** A sentence of the report's text: scrolled to, and shown for a moment. */
	| ({ type: 'go-to-sentence'; text: string } & Spot)
	/** The reader took a name off the marks, or back, elsewhere than on this page. */
	| { type: 'hide-name'; entity: string; hide: boolean }
	/** Another version of a pack is live: names, events and open cards are asked for anew. */
	| { type: 'renewed' }
	| { type: 'stop' };

/** What the overlay met on its page, for popup, side panel and the `read` command. */
export interface PageReport {
	url: string;
	lang: string;
	title: string;
	/** As in `PageText`. */
	published: string;
	/** Ends of the ways: times in ms since navigation start, null while unknown. */
	firstMarks: number | null;
	blocks: { role: Role; text: string }[];
	mentions: { block: number; start: number; end: number; entity: string; marked: boolean }[];
	events: Recognised[];
}

/** Asks the background; throws `AskError` with its code when that failed. */
export async function ask<T extends Request['type']>(
	request: Extract<Request, { type: T }>,
	send: (message: unknown) => Promise<unknown>,
): Promise<Answers[T]> {
	const answer = (await send(request)) as Answers[T] | { error: string } | undefined;
	if (!answer) throw new AskError('no-answer');
	if ('error' in answer) throw new AskError(answer.error);
	return answer;
}

export class AskError extends Error {
	readonly code: string;
	constructor(code: string) {
		super(code);
		this.code = code;
	}
}
