/**
 * What the corpus page shows, as plain data: a view a page, each built by reads of bounded size.
 * Ids are public. Touches nothing.
 */
import type { Source } from '../packs/index.ts';
import type {
	ChainLink,
	ClaimLine,
	EntityLine,
	EventLine,
	EventView,
	NameForms,
	PackLine,
	Said,
} from './views.ts';

/** Sources in one list, the first by their ids. */
export const MOST_SOURCES = 500;

/** Something with a page of its own. */
export interface Named {
	id: string;
	name: Said;
}

/** One article as a bibliography has it. */
export interface ArticleRecord {
	id: string;
	source: Named;
	maker: Named | null;
	date: string;
	/** Language of the article itself. */
	lang: string;
	title: Said | null;
	dateline: Said | null;
	byline: string | null;
	url: string | null;
	archive: string | null;
	/** ISO day. */
	retrieved: string | null;
	note: Said | null;
}

/** Who credits whom: outlets first, then agencies, then who speaks. */
export interface Origins {
	nodes: (Named & { kind: 'source' | 'entity'; layer: number; claims: number })[];
	/** `claims`: how many statements go this way. */
	links: { from: string; to: string; claims: number; basis: NonNullable<ChainLink['basis']> | 'speaks' }[];
}

export interface EventPage {
	event: EventView;
	/** true: holds events and has no coverage of its own. */
	series: boolean;
	above: (Named & { series: boolean }) | null;
	/** Its parts, or a series' events, in the order of time. */
	parts: EventLine[];
	/** Others of its series. */
	others: EventLine[];
	related: EventLine[];
	participants: (Named & { role: Said | null; description: Said })[];
	/** Most exact first. */
	places: (Named & { description: Said })[];
	articles: ArticleRecord[];
	origins: Origins;
	/** What other packs have on that day with the same people. */
	elsewhere: EventLine[];
	pack: PackLine | null;
	license: string;
}

/** How often a source writes a name so, in titles and in the words that are pointed at. */
export interface Usage {
	source: Named;
	forms: { text: string; times: number }[];
}

export interface Meetings {
	nodes: (Named & { kind: string; events: number })[];
	links: { a: string; b: string; events: number }[];
	/** Events looked at, and all there are. */
	looked: number;
	all: number;
}

export interface EntityPage extends Omit<EntityLine, 'pack'> {
	native: Said | null;
	names: NameForms[];
	/** Chinese names that no region has for itself. */
	everywhere: string[];
	/** Names that it shares with others. */
	weak: string[];
	roles: { title: Said; from: string | null; until: string | null }[];
	within: Named | null;
	sameAs: string[];
	/** Latest first. */
	events: string[];
	meetings: Meetings;
	usage: Usage[];
	/** Articles counted for that, and whether there are more. */
	usedIn: { articles: number; more: boolean };
	elsewhere: (EntityLine & { pack: Said })[];
	pack: PackLine | null;
}

export interface ArticlePage {
	article: ArticleRecord;
	events: EventLine[];
	/** What it reports, with everyone else who does. */
	claims: ClaimLine[];
	pack: PackLine | null;
}

export interface SourcePage extends Named {
	medium: Source['medium'];
	country: string;
	url: string | null;
	entity: Named | null;
	/** Newest first. */
	articles: string[];
	/** How many of the newest are looked at for what follows. */
	looked: number;
	credits: { source: Named; reports: number; articles: number }[];
	/** Names it writes, with how others write them. */
	names: { entity: Named; forms: Usage['forms']; others: Said[] }[];
	/** Events it reports, newest article first. */
	events: string[];
	pack: PackLine | null;
}

export interface SourceComparison {
	kind: 'sources';
	a: SourcePage;
	b: SourcePage;
	/** Events both report, with the statements of either. */
	shared: { event: EventLine; both: ClaimLine[]; a: ClaimLine[]; b: ClaimLine[] }[];
	/** Events both report, counted. */
	all: number;
}
export interface EventComparison {
	kind: 'events';
	a: EventPage;
	b: EventPage;
}
export type Comparison = SourceComparison | EventComparison;
