/** The page as others need it: what events are recognised by, and what popup, side panel and `read` are told. */
import type { Spot } from '../events/index.ts';
import type { PageReport, PageText, Role } from '../messages/page.ts';
import { rangeOf } from './blocks.ts';
import type { Kept } from './choice.ts';
import { pageFacts } from './facts.ts';
import { type Ledger, placesIn } from './ledger.ts';
import { rolesOf } from './roles.ts';
import type { Fresh, Section, Sections } from './sections.ts';

/** A section whose blocks were read. */
type Read = Pick<Fresh, 'section' | 'blocks'>;

/** The head of a page tells what it is about. Enough for any article, and bounded on any page. */
const HEAD = { blocks: 800, units: 100_000 };
const EVENT_BLOCKS = 400;
/** A report holds no more than this. */
const MOST = { blocks: 20_000, units: 2_000_000 };

export interface Gathered {
	readonly read: Read[];
	/** false: nothing more is wanted. */
	add(one: Read): boolean;
}

/** Sections from the head of the page on, until there is enough of them. */
export function gathering({ blocks, units } = HEAD): Gathered {
	const read: Read[] = [];
	return {
		read,
		add(one) {
			if (blocks <= 0 || units <= 0) return false;
			blocks -= one.blocks.length;
			for (const { text } of one.blocks) units -= text.length;
			read.push(one);
			return true;
		},
	};
}

/** The head of the page as it is now. */
export function gather(sections: Sections, most = HEAD): readonly Read[] {
	const gathered = gathering(most);
	for (const section of sections.all()) {
		const blocks = sections.read(section);
		if (blocks && !gathered.add({ section, blocks })) break;
	}
	return gathered.read;
}

/** Blocks at the head of the page and their roles, in the same order. */
export interface Head {
	read: readonly Read[];
	roles: readonly Role[];
	/** What the roles follow from: others are to be found where this is another. */
	from: string;
}

/** Gives the blocks at the head of the page their roles: those of `last`, where these follow from the same. */
export function head(
	read: readonly Read[],
	kept: ReadonlyMap<Section, Kept>,
	title: string,
	closing: ReadonlySet<string>,
	last: Head | null,
): Head {
	const all = read.flatMap(({ blocks }) => blocks);
	// Both only grow while a page is read for the first time.
	const from = `${all.length + closing.size} ${title}`;
	if (last?.from !== from) last = { read, roles: rolesOf(all, title, closing), from };
	const { roles } = last;
	let at = 0;
	for (const { section, blocks } of read) {
		const one = kept.get(section);
		if (one) one.roles = roles.slice(at, at + blocks.length);
		at += blocks.length;
	}
	return last;
}

export function pageText(
	document: Document,
	{ read, roles }: Head,
	kept: ReadonlyMap<Section, Kept>,
	ledger: Ledger,
): PageText {
	const all: PageText['blocks'] = [];
	let at = 0;
	for (const { section, blocks } of read) {
		const entities = entitiesIn(kept.get(section), ledger);
		blocks.forEach(({ text }, i) => {
			all.push({ role: roles[at++] as Role, text, entities: entities.get(i) ?? [] });
		});
	}
	return {
		...pageFacts(document),
		url: document.URL.slice(0, 4096),
		blocks: all.filter(({ role }) => ARTICLE.has(role)).slice(0, EVENT_BLOCKS),
	};
}

const ARTICLE: ReadonlySet<Role> = new Set(['title', 'dateline', 'body', 'caption']);

/** Where places in a page's text stand on the page. */
export function rangesOf({ read, roles }: Head, spots: readonly Spot[]): StaticRange[] {
	const all = read.flatMap(({ blocks }) => blocks).filter((_, at) => ARTICLE.has(roles[at] as Role));
	return spots.flatMap(({ block, start, end }) => {
		const there = all[block];
		return (there && rangeOf(there, start, end)) ?? [];
	});
}

function entitiesIn(kept: Kept | undefined, ledger: Ledger): Map<number, string[]> {
	const found = new Map<number, string[]>();
	for (const { block, entity } of kept ? placesIn(kept.places) : []) {
		if (entity >= 0) found.set(block, [...(found.get(block) ?? []), ledger.entity(entity)]);
	}
	return found;
}

/** What a report tells of, read anew: nobody keeps a page's text. */
export const reportText = (sections: Sections): readonly Read[] => gather(sections, MOST);

export function reportOf(
	document: Document,
	sections: Sections,
	kept: ReadonlyMap<Section, Kept>,
	ledger: Ledger,
	closing: ReadonlySet<string>,
): Omit<PageReport, 'firstMarks' | 'events'> {
	const read = reportText(sections);
	const all = read.flatMap(({ blocks }) => blocks);
	const roles = rolesOf(all, document.title, closing);
	const mentions: PageReport['mentions'] = [];
	let from = 0;
	for (const { section, blocks } of read) {
		const one = kept.get(section);
		for (const { place, block, start, end, entity } of one ? placesIn(one.places) : []) {
			if (entity < 0) continue;
			const marked = one?.drawn.has(place) ?? false;
			mentions.push({ block: from + block, start, end, entity: ledger.entity(entity), marked });
		}
		from += blocks.length;
	}
	return {
		...pageFacts(document),
		url: document.URL,
		blocks: all.map(({ text }, i) => ({ role: roles[i] as Role, text })),
		mentions,
	};
}
