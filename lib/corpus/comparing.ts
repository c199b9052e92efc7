/** What comparing needs of the store: an event with all its claims and those of what led to it or followed, and a page read by names and terms. Reads through Corpus only. */
import { cuedSentences, type EventFacts, type PlacedSentence } from '../events/index.ts';
import { type Found, KIND, resolve, unpack } from '../names/index.ts';
import type { Corpus } from './corpus.ts';
import { claimsWithin } from './coverage.ts';
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
	const related = await Promise.all(
		event.record.relatedTo.map((other) => corpus.event(publicId(event.pack, other))),
	);
	const within = [event, ...related.filter((row) => row !== null)];
	const rows = (await Promise.all(within.map((row) => claimsWithin(corpus, row)))).flat();
	const claims = [...new Map(rows.map(({ id, record }) => [id, record])).values()];
	const articles = await corpus.articles(
		event.pack,
		claims.flatMap(({ reports }) => reports.map(({ article }) => article)),
	);
	return {
		id,
		start: event.record.when.start,
		claims,
		articles: [...articles.values()].map(({ record }) => record),
		publicId: (local) => publicId(event.pack, local),
	};
}

/** Sentences with the ids that the records of `pack` use; what only other packs know keeps its public id. */
export function readSentences(
	blocks: readonly Block[],
	found: Found,
	terms: readonly (readonly TermPlace[])[],
	pack: string,
): PlacedSentence[] {
	const local = (id: string) => (id.startsWith(`${pack}/`) ? id.slice(pack.length + 1) : id);
	const lists = unpack(found, blocks.length).map((list, i) =>
		// The page has weighed more than can be weighed here: who it found there is meant.
		list.map((one) => {
			const meant = one.entities.filter((id) => blocks[i]?.entities.includes(id));
			return one.kind !== KIND.nobody && meant.length === 1
				? { ...one, kind: KIND.strong, entities: meant }
				: one;
		}),
	);
	const mentions = resolve(blocks.map(({ text }, i) => ({ text, candidates: lists[i] ?? [] })));
	return cuedSentences(
		blocks.map(({ text }, i) => ({
			text,
			mentions: mentions
				.filter(({ block }) => block === i)
				.map(({ start, end, entity }) => ({ start, end, id: local(entity) })),
			terms: (terms[i] ?? []).map((term) => ({ ...term, id: local(term.id) })),
		})),
	);
}
