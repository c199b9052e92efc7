/** What comparing needs of the store: an event with all its claims and those of what led to it or followed, and a page read by names and terms. Reads through Corpus only. */
import { cuedSentences, type EventFacts, type PlacedSentence } from '../events/index.ts';
import { type Found, KIND, unpack, withLoose } from '../names/index.ts';
import type { Corpus } from './corpus.ts';
import { claimsWithin } from './coverage.ts';
import type { Same } from './same.ts';
import { publicId } from './store.ts';

/** A term found in a text. */
export interface TermPlace {
	start: number;
	end: number;
	/** Public id. */
	id: string;
}

interface Block {
	text: string;
	/** Public ids that the page itself found there. */
	entities: readonly string[];
}

/** null where no live pack knows the event. */
export async function eventFacts(corpus: Corpus, id: string): Promise<EventFacts | null> {
	const event = await corpus.event(id);
	if (!event) return null;
	const { pack, record } = event;
	const own = await claimsWithin(corpus, event);
	const related = await Promise.all(record.relatedTo.map((other) => corpus.event(publicId(pack, other))));
	const around = await Promise.all(
		related.filter((row) => row !== null).map((row) => claimsWithin(corpus, row)),
	);
	const claims = [...new Map([...own, ...around.flat()].map((row) => [row.id, row.record])).values()];
	const articles = await corpus.articles(
		pack,
		claims.flatMap(({ reports }) => reports.map(({ article }) => article)),
	);
	const sources = await corpus.sources(pack, [
		...[...articles.values()].flatMap(({ record }) => [record.source, record.carries ?? record.source]),
		...claims.flatMap(({ reports }) => reports.flatMap(({ via }) => via.map(({ source }) => source))),
	]);
	return {
		id,
		start: record.when.start,
		participants: record.participants.map(({ entity }) => entity),
		places: record.where,
		claims,
		articles: [...articles.values()].map((row) => row.record),
		when: await timesOf(corpus, pack, claims),
		within: new Set(own.map((row) => row.id)),
		media: new Set([...sources.values()].flatMap((row) => row.record.entity ?? [])),
		publicId: (local) => publicId(pack, local),
	};
}

async function timesOf(
	corpus: Corpus,
	pack: string,
	claims: EventFacts['claims'],
): Promise<EventFacts['when']> {
	const rows = await Promise.all(
		[...new Set(claims.map(({ event }) => event))].map((id) => corpus.event(publicId(pack, id))),
	);
	return new Map(
		rows.flatMap((row) =>
			row
				? [[row.id, { start: row.record.when.start, end: row.record.when.end ?? row.record.when.start }]]
				: [],
		),
	);
}

/** Sentences with the ids that the records of `pack` use; what only other packs know keeps its public id. */
export function readSentences(
	blocks: readonly Block[],
	found: Found,
	terms: readonly (readonly TermPlace[])[],
	pack: string,
	same: Same,
): PlacedSentence[] {
	const own = `${pack}/`;
	const known = new Map<string, string>();
	const local = (id: string) => {
		let short = known.get(id);
		if (short === undefined) {
			const meant = same.inPack(id, pack);
			short = meant.startsWith(own) ? meant.slice(own.length) : id;
			known.set(id, short);
		}
		return short;
	};
	const lists = unpack(found, blocks.length).map((list, i) =>
		// The page has weighed more than can be weighed here: who it found there is meant.
		list.map((one) => {
			const meant = one.entities.filter((id) => blocks[i]?.entities.includes(id));
			return one.kind !== KIND.nobody && meant.length === 1
				? { ...one, kind: KIND.strong, entities: meant }
				: one;
		}),
	);
	const { mentions, loose } = withLoose(
		blocks.map(({ text }) => text),
		lists,
	);
	const names = Map.groupBy([...mentions, ...loose], ({ block }) => block);
	return cuedSentences(
		blocks.map(({ text }, i) => ({
			text,
			mentions: (names.get(i) ?? []).map(({ start, end, entity }) => ({ start, end, id: local(entity) })),
			terms: (terms[i] ?? []).map(({ start, end, id }) => ({ start, end, id: local(id) })),
		})),
	);
}
