/**
 * Look-ups over the derived indexes: which names stand in a text, and which events these point to.
 * Reads the Dexie store; what it holds in memory is a cache that may go at any time.
 */
import {
	type Comparable,
	type Comparison,
	compare,
	know,
	type Model,
	type Recognised,
	recognise,
	statedDay,
	type Text,
} from '../events/index.ts';
import {
	type Explained,
	everyTerm,
	explain,
	type Found,
	find,
	load,
	type NamesIndex,
	type Span,
} from '../names/index.ts';
import { lastDay } from '../text/index.ts';
import { topOf } from './card.ts';
import { eventFacts, readSentences, type TermPlace } from './comparing.ts';
import type { Corpus } from './corpus.ts';
import { IDS_A_ROW } from './derive.ts';
import { NoIndex, openDirectory } from './directory.ts';
import { revisionOf } from './revision.ts';
import { type EventRow, publicId, type Store, splitId } from './store.ts';

/** Events looked at for one page. */
const MOST_EVENTS = 200;
const MOST_PLACES = 12;

export interface Lookup {
	readonly revision: string;
	/** Candidates of each text, flat. */
	scan(texts: readonly string[]): Promise<Found>;
	/** What becomes of every candidate on a page of these texts; `strangers` finds people the packs do not know. */
	explain(
		texts: readonly string[],
		strangers: (texts: readonly string[]) => Promise<Span[][]>,
	): Promise<Explained[]>;
	/** Events the page is about or mentions. */
	recognise(corpus: Corpus, page: Page): Promise<Recognised[]>;
	/** The page beside all others on an event; null where no pack knows it. */
	compare(corpus: Corpus, page: Page & { url: string }, event: string): Promise<Comparison | null>;
}

type Page = Omit<Text, 'blocks'> & { blocks: Omit<Text['blocks'][number], 'terms'>[] };

/** Loads the stored indexes. Throws NoIndex. */
export async function openLookup(store: Store): Promise<Lookup> {
	const wanted = revisionOf(await store.live.toArray());
	const { revision } = (await openDirectory(store, wanted)) ?? {};
	if (revision === undefined) throw new NoIndex();
	const [names, terms] = await store.derived.bulkGet([`${revision}/names`, `${revision}/terms`]);
	const nameIndex = await loadBlob(names?.bytes);
	const termIndex = await loadBlob(terms?.bytes);
	const entityId = ids(store, 'ids', revision);
	const termId = ids(store, 'termIds', revision);
	/** By event: what a page is compared with. A cache; another version of a pack opens another look-up. */
	const comparables = new Map<string, Comparable | null>();

	async function read(corpus: Corpus, blocks: Page['blocks'], pack: string) {
		const texts = blocks.map(({ text }) => text);
		const found = await find(nameIndex, entityId, texts);
		const terms = await termsIn(termIndex, termId, texts);
		return readSentences(blocks, found, terms, pack, await corpus.same());
	}

	return {
		revision,
		scan: (texts) => find(nameIndex, entityId, texts),
		explain: (texts, strangers) => explain(nameIndex, entityId, texts, strangers),
		async recognise(corpus, page) {
			const texts = page.blocks.map(({ text }) => text);
			const terms = await termsIn(termIndex, termId, texts);
			const blocks = page.blocks.map((block, at) => ({
				...block,
				terms: (terms[at] ?? []).map(({ id }) => id),
			}));
			const models = await modelsFor(corpus, new Set(page.blocks.flatMap((block) => block.entities)));
			return recognise({ ...page, blocks }, models);
		},
		async compare(corpus, page, event) {
			const pack = splitId(event)[0];
			let known = comparables.get(event);
			if (known === undefined) {
				const facts = await eventFacts(corpus, event);
				const readText = (text: string) => read(corpus, [{ role: 'body', text, entities: [] }], pack);
				known = facts && { facts, known: await know(facts, readText) };
				comparables.set(event, known);
			}
			if (!known) return null;
			const published = page.published || statedDay(page.title, page.blocks);
			return compare({ ...page, published, sentences: await read(corpus, page.blocks, pack) }, known);
		},
	};
}

async function loadBlob(blob: Blob | undefined): Promise<NamesIndex> {
	if (!blob) throw new NoIndex();
	return load(await blob.arrayBuffer());
}

/** Public ids by ordinal, a row of the store at a time. */
function ids(store: Store, name: 'ids' | 'termIds', revision: string) {
	const rows = new Map<number, string[]>();
	return async (ordinal: number): Promise<string> => {
		const at = Math.floor(ordinal / IDS_A_ROW);
		let row = rows.get(at);
		if (!row) {
			const kept = await store.one.derived(`${revision}/${name}/${at}`);
			// Another version became live under this look-up, and this one was cleaned away.
			if (!kept?.ids) throw new NoIndex();
			row = kept.ids;
			rows.set(at, row);
		}
		const id = row[ordinal % IDS_A_ROW];
		if (id === undefined) throw new NoIndex();
		return id;
	};
}

/** Terms of each text. A term stands in many places, and its id is looked up once. */
async function termsIn(
	index: NamesIndex,
	idOf: (ordinal: number) => Promise<string>,
	texts: readonly string[],
): Promise<TermPlace[][]> {
	const hits = texts.map((text) => everyTerm(index, text));
	const terms = [...new Set(hits.flat().map(({ term }) => term))];
	const named = await Promise.all(terms.map(idOf));
	const ids = new Map(terms.map((term, at) => [term, named[at] as string]));
	return hits.map((list) =>
		list.map(({ start, end, term }) => ({ start, end, id: ids.get(term) as string })),
	);
}

/** The events of which at least two participants are on the page, or all; parts stand behind their whole. */
async function modelsFor(corpus: Corpus, entities: ReadonlySet<string>): Promise<Model[]> {
	const tops = new Map<string, EventRow>();
	for (const entity of entities) {
		for (const event of await corpus.eventsOf(entity)) {
			if (tops.size >= MOST_EVENTS) break;
			const top = await topOf(corpus, event);
			if (top) tops.set(publicId(top.pack, top.id), top);
		}
	}
	return Promise.all([...tops].map(([id, event]) => modelOf(corpus, id, event)));
}

async function modelOf(corpus: Corpus, id: string, event: EventRow): Promise<Model> {
	const { pack, record, participants } = event;
	const same = await corpus.same();
	// As names on a page are told.
	const lead = (entity: string) => same.of(entity)[0] ?? entity;
	return {
		id,
		name: record.name.en,
		start: record.when.start,
		end: lastDay(record.when.end ?? record.when.start),
		participants: participants.map(lead),
		places: (await around(corpus, pack, record.where)).map(lead),
		what: record.what.map((term) => publicId(pack, term)),
		sites: (await corpus.partsOf(event)).flatMap((part) =>
			part.record.where.slice(0, 1).map((place) => lead(publicId(pack, place))),
		),
	};
}

/** The first place and all that it and the others lie in, from the inside out. */
async function around(corpus: Corpus, pack: string, where: readonly string[]): Promise<string[]> {
	const places = where.map((id) => publicId(pack, id));
	for (let i = 0; i < places.length && places.length < MOST_PLACES; i++) {
		const row = await corpus.entity(places[i] as string);
		const outer = row?.record.within ? publicId(pack, row.record.within) : null;
		if (outer && !places.includes(outer)) places.push(outer);
	}
	return places;
}
