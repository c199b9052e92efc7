/**
 * What readers are shown, as plain data: built in the background from the store, drawn by components/.
 * Every string for a reader carries its language. Touches nothing.
 */
import type { Claim, Entity, Source } from '../packs/index.ts';

/** A text and the language it is in (BCP 47), so that a screen reader says it right. */
export interface Said {
	text: string;
	lang: string;
}

export type Region = 'CN' | 'TW' | 'HK' | 'SG' | 'MY' | 'EN';

/** What the page has to do with an event: it is about it, only mentions it, or neither is known. */
export type Relation = 'about' | 'mentions' | 'none';

/** A point in time as far as it is known. `text` is ISO 8601, cut to what is known; without a zone, none is known. */
export interface When {
	start: string;
	end: string | null;
	precision: 'minute' | 'hour' | 'day' | 'month' | 'year';
	/** IANA zone of the event's place. */
	zone: string | null;
}

/** One link of a report's chain. `basis`: how it is known; absent for the outlet itself and for speakers. */
export interface ChainLink extends Said {
	basis?: 'credited' | 'same-text' | 'inferred';
	/** Of a government's own site: the party to the event whose word that is. */
	party?: Said;
}

/** One article's report of one claim. */
export interface ReportLine {
	article: string;
	/** From the outlet back to who was first: outlet ← agency ← speaker or witness. */
	chain: ChainLink[];
	stance: 'reports' | 'words-otherwise' | 'differs';
	/** What this article says, where that is not the claim's own wording. */
	wording: Said | null;
	/** ISO 8601, as exact as known. */
	date: string;
	/** The article, pointing at the passage where the browser can (`#:~:text=`). */
	url: string | null;
	/** The few words of the source that are pointed at. */
	pointer: Said;
	/** true: this page is that article. */
	here: boolean;
}

/** One claim with everyone who reports it. `unlike`: its reports are not all alike. */
export interface ClaimLine {
	id: string;
	text: Said;
	kind: Claim['kind'];
	modality: Claim['modality'];
	speaker: Said | null;
	/** The party to the event whose word it is: the speaker, or whom it speaks for. null: the speaker takes no part. */
	party: Said | null;
	unlike: 'differs' | 'words-otherwise' | null;
	reports: ReportLine[];
	/** The claim this one denies or answers. */
	answers: string | null;
}

/** One article that covers an event, with what it says. */
export interface SourceLine {
	article: string;
	outlet: Said;
	/** Who made it, when the outlet carries another's work. */
	maker: Said | null;
	date: string;
	/** null where the record has no title: show outlet, date and dateline. */
	title: Said | null;
	dateline: Said | null;
	url: string | null;
	here: boolean;
	/** Its claims on this event, as it words them. */
	says: { claim: string; text: Said; stance: ReportLine['stance'] }[];
}

/** A line's pack by its title, where the list has the same name out of another one. */
interface OfPack {
	pack?: Said;
}

/** One event in a list. */
export interface EventLine extends OfPack {
	id: string;
	name: Said;
	when: When;
	place: Said | null;
	/** Articles that report on it. */
	articles: number;
	claims: number;
	relation: Relation;
}

/** An event as it is headed. */
export interface EventTop extends EventLine {
	summary: Said | null;
	/** The series it belongs to, and its place there, counted from 1. */
	series: { name: Said; at: number; of: number } | null;
}

/** An event with all that is said of it. */
export interface EventView extends EventTop {
	sources: SourceLine[];
	/** Claims with two origins or more, and those reported unlike, first. */
	claimLines: ClaimLine[];
}

/** How a name is written, and where. */
export interface NameForms {
	regions: Region[];
	forms: (Said & { usedBy: string[]; until: string | null })[];
}

export interface CardView {
	entity: string;
	kind: Entity['kind'];
	/** As the page spells it. */
	heading: Said;
	/** The reader's own form, when another than the heading. */
	own: Said | null;
	native: Said | null;
	/** The main name in the other scripts (en, Simplified, Traditional), without heading and own form. */
	scripts: Said[];
	names: NameForms[];
	description: Said;
	/** What it was at the event's date. */
	role: Said | null;
	/** What other packs say of the same one; then each event names its pack too. */
	elsewhere: { pack: Said; name: Said; description: Said }[];
	/** This article's event first, then the latest. */
	events: EventView[];
	pack: PackLine | null;
}

/** A name in the words of a card: the whole text it stands in, and where. UTF-16 offsets. */
export interface NameInside {
	text: string;
	start: number;
	end: number;
	entity: string;
}

/** A statement that a newer version of its pack altered or withdrew. */
export interface CorrectedLine {
	claim: string;
	was: Said;
	/** null when it was withdrawn. */
	now: Said | null;
}

/** The pack that the shown facts are from. `asOf`: day of its newest article. */
export interface PackLine {
	id: string;
	title: Said;
	asOf: string;
	/** Root's and own number, 1.41; of a pack that came with the extension how its manifest's hash begins. */
	version: string;
	articles: number;
	/** Who answers for the pack's words, where the pack says so. */
	editor?: Said | null;
	corrections: string | null;
}

/** An entity in a list. */
export interface EntityLine extends OfPack {
	id: string;
	name: Said;
	others: Said[];
	kind: Entity['kind'];
	description: Said;
}

/** An outlet or agency in a list. */
export interface OutletLine extends OfPack {
	id: string;
	name: Said;
	medium: Source['medium'];
	/** ISO 3166. */
	country: string;
}

/** An article in a list. */
export interface ArticleLine extends OfPack {
	id: string;
	title: Said | null;
	outlet: Said;
	date: string;
}

/** Each kind with the best first. */
export interface SearchView {
	entities: EntityLine[];
	events: EventLine[];
	sources: OutletLine[];
	articles: ArticleLine[];
}

/** One occurrence of a name on the page, for a list of them all. */
export interface MentionLine {
	/** Its place in the overlay's list. */
	at: number;
	/** As the page spells it. */
	said: Said;
	/** A few words around it, in the page's language. */
	before: string;
	after: string;
}

/** What Sidelight knows of the page in the current tab. Nothing of it is stored. */
export interface PageView {
	host: string;
	/** all: every site is granted; granted: this one; none: not asked or refused; impossible: no extension may. */
	access: 'all' | 'granted' | 'none' | 'impossible';
	/** Switched off for this host by the reader. */
	off: boolean;
	/** An overlay runs there, granted or let in by a click. */
	running: boolean;
	/** Names found there, each time counted. */
	mentions: number;
	/** Events the page is about or mentions, its own first. */
	events: EventLine[];
	names: EntityLine[];
}
