/**
 * The search terms of one shard, made when its rows are written and merged with those of its pack at the flip. A claim is
 * found through its event, an event through its participants and places too. Touches nothing.
 */
import { sorting } from '../../names/index.ts';
import type { Shard, Texts } from '../../packs/index.ts';
import { Reader, SearchDamaged, sumOf, Writer } from './bytes.ts';
import { addPinyin, addTerms } from './words.ts';

/** In the order in which ordinals are given. */
export const KINDS = ['entity', 'event', 'source', 'article'] as const;
export type Kind = (typeof KINDS)[number];

/** Terms written between two breaths. */
const STEP = 128;

export interface Part {
	/** Kind's number and local id: `1harbour-2021`. */
	docs: string[];
	/** By doc: when it happened or was published; null where its record is in another shard. */
	dates: (string | null)[];
	/** By doc: local ids of entities in an event, of the source of an article; with spaces between. */
	links: string[];
	/** Terms in order, each with the docs that bear it in their name and those that say it elsewhere. */
	terms: Uint8Array<ArrayBuffer>;
	sum: number;
}

interface Doc {
	date: string | null;
	links: string;
	name: Set<string>;
	text: Set<string>;
}

/** In steps. */
export function* partOf({
	sources,
	articles,
	entities,
	events,
	claims,
}: Omit<Shard, 'packId' | 'terms'>): Generator<void, Part> {
	const docs = new Map<string, Doc>();
	const doc = (kind: Kind, id: string, own?: Pick<Doc, 'date' | 'links'>): Doc => {
		const key = `${KINDS.indexOf(kind)}${id}`;
		const known = docs.get(key) ?? { date: null, links: '', name: new Set(), text: new Set() };
		docs.set(key, Object.assign(known, own));
		return known;
	};
	for (const { id, name, aliases, native, pinyin } of entities) {
		const { name: terms } = doc('entity', id, { date: '', links: '' });
		for (const text of [...formsOf(name), ...aliases.map((alias) => alias.text)]) addTerms(terms, text, true);
		if (native) addTerms(terms, native.text, true);
		for (const one of pinyin ?? []) addPinyin(terms, one);
		yield;
	}
	for (const { id, name, pinyin } of sources) {
		const { name: terms } = doc('source', id, { date: '', links: '' });
		for (const text of formsOf(name)) addTerms(terms, text, true);
		for (const one of pinyin ?? []) addPinyin(terms, one);
	}
	for (const { id, title, published, source } of articles) {
		const { name, text } = doc('article', id, { date: published, links: source });
		if (title) addTerms(name, title, true);
		addTerms(text, published.slice(0, 10), false);
		yield;
	}
	for (const { id, name, summary, when, where, participants, pinyin } of events) {
		const links = [...participants.map(({ entity }) => entity), ...where];
		const own = doc('event', id, { date: when.start, links: links.join(' ') });
		for (const text of formsOf(name)) addTerms(own.name, text, true);
		for (const one of pinyin ?? []) addPinyin(own.name, one);
		for (const text of formsOf(summary)) addTerms(own.text, text, false);
		addTerms(own.text, when.start.slice(0, 10), false);
		yield;
	}
	for (const { event, text } of claims) {
		const { text: terms } = doc('event', event);
		for (const one of formsOf(text)) addTerms(terms, one, false);
		yield;
	}
	// The same from a shard as it came and from its rows.
	const sorted = [...docs].sort(([a], [b]) => (a < b ? -1 : 1));
	const terms = yield* encode(sorted.map(([, one]) => one));
	return {
		docs: sorted.map(([key]) => key),
		dates: sorted.map(([, { date }]) => date),
		links: sorted.map(([, { links }]) => links),
		terms,
		sum: sumOf(terms),
	};
}

const formsOf = (texts: Texts | undefined): Set<string> =>
	new Set(Object.values(texts ?? {}).filter((text) => text !== undefined));

function* encode(docs: readonly Doc[]): Generator<void, Uint8Array<ArrayBuffer>> {
	const lists = new Map<string, [name: number[], text: number[]]>();
	for (const [at, { name, text }] of docs.entries()) {
		for (const [place, terms] of [name, text].entries()) {
			for (const term of terms) {
				if (place === 1 && name.has(term)) continue;
				const both = lists.get(term) ?? ([[], []] as [number[], number[]]);
				lists.set(term, both);
				both[place as 0 | 1].push(at);
			}
		}
		yield;
	}
	const out = new Writer();
	let before = '';
	for (const [at, term] of (yield* sorting([...lists.keys()], (a, b) => (a < b ? -1 : 1))).entries()) {
		const [name, text] = lists.get(term) as [number[], number[]];
		out.text(term, before);
		out.list(name);
		out.list(text);
		before = term;
		if (at % STEP === 0) yield;
	}
	return out.taken();
}

export interface TermOfPart {
	term: string;
	name: Uint32Array;
	text: Uint32Array;
}

/** Throws SearchDamaged. */
export function checkPart({ terms, sum }: Part): void {
	if (sumOf(terms) !== sum) throw new SearchDamaged('part');
}

/** Of a part that was checked. */
export function* termsOf({ terms }: Part): Generator<TermOfPart> {
	const reader = new Reader(terms);
	for (let term = ''; reader.at < terms.length; ) {
		term = reader.text(term);
		yield { term, name: reader.list(), text: reader.list() };
	}
}
