/** The page as others need it: what events are recognised by, and what popup, side panel and `read` are told. */
import type { Recognised, Spot } from '../events/index.ts';
import type { PageReport, PageText, Role } from '../messages/page.ts';
import { rangeOf, type TextBlock } from './blocks.ts';
import type { Kept } from './choice.ts';
import { pageFacts } from './facts.ts';
import { type Ledger, placesIn } from './ledger.ts';
import { rolesOf } from './roles.ts';
import type { Section, Sections } from './sections.ts';

/** The head of a page tells what it is about. Enough for any article, and bounded on any page. */
const HEAD = { blocks: 800, units: 100_000 };
const EVENT_BLOCKS = 400;
/** A report holds no more than this. */
const MOST = { blocks: 20_000, units: 2_000_000 };

interface Read {
	section: Section;
	blocks: readonly TextBlock[];
}

/** Blocks at the head of the page and their roles, in the same order. */
export interface Head {
	read: readonly Read[];
	roles: readonly Role[];
}

/** Gives the blocks at the head of the page their roles; `read`: by those read so far. */
export function head(
	sections: Sections,
	kept: Map<Section, Kept>,
	title: string,
	read: readonly Read[] = upTo(sections, HEAD),
): Head {
	const roles = rolesOf(
		read.flatMap(({ blocks }) => blocks),
		title,
	);
	let at = 0;
	for (const { section, blocks } of read) {
		const one = kept.get(section);
		if (one) one.roles = roles.slice(at, at + blocks.length);
		at += blocks.length;
	}
	return { read, roles };
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
		for (const [i, { text }] of blocks.entries())
			all.push({ role: roles[at++] as Role, text, entities: entities.get(i) ?? [] });
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
	if (spots.length === 0) return [];
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

/** Everything, read anew: nobody keeps a page's text. */
export function reportOf(
	document: Document,
	sections: Sections,
	kept: ReadonlyMap<Section, Kept>,
	ledger: Ledger,
	events: readonly Recognised[],
	firstMarks: number | null,
): PageReport {
	const read = upTo(sections, MOST);
	const blocks = read.flatMap((one) => one.blocks);
	const roles = rolesOf(blocks, document.title);
	const mentions: PageReport['mentions'] = [];
	let from = 0;
	for (const { section, blocks } of read) {
		const one = kept.get(section);
		let place = 0;
		for (const { block, start, end, entity } of one ? placesIn(one.places) : []) {
			const marked = one?.drawn.has(place++) ?? false;
			if (entity >= 0)
				mentions.push({ block: from + block, start, end, entity: ledger.entity(entity), marked });
		}
		from += blocks.length;
	}
	return {
		...pageFacts(document),
		url: document.URL,
		firstMarks,
		blocks: blocks.map(({ text }, i) => ({ role: roles[i] as Role, text })),
		mentions,
		events: [...events],
	};
}

/** Where a sentence of a report stands now, in its block or, when the page has changed, in another; null when it is gone. */
export function rangeOfSentence(
	sections: Sections,
	{ block, start, text }: Spot & { text: string },
): StaticRange | null {
	const blocks = upTo(sections, MOST).flatMap((one) => one.blocks);
	const there = blocks[block];
	if (there?.text.startsWith(text, start)) return rangeOf(there, start, start + text.length);
	const other = blocks.find((one) => one.text.includes(text));
	const at = other?.text.indexOf(text) ?? -1;
	return other ? rangeOf(other, at, at + text.length) : null;
}

function upTo(sections: Sections, most: { blocks: number; units: number }): Read[] {
	const read: Read[] = [];
	let [count, units] = [0, 0];
	for (const section of sections.all()) {
		if (count >= most.blocks || units >= most.units) break;
		const blocks = sections.read(section);
		if (!blocks) continue;
		read.push({ section, blocks });
		count += blocks.length;
		for (const length of section.lengths) units += length;
	}
	return read;
}
