/** The records that a set of claims stands on: their events, who and what these name, and so on outwards. Reads the store. */
import type { Claim, Entity, Event, Source, Term } from '../packs/index.ts';
import type { Corpus } from './corpus.ts';
import { publicId } from './store.ts';

export interface ClaimRecords {
	events: Event[];
	claims: Claim[];
	entities: Entity[];
	terms: Term[];
	sources: Source[];
}

/** `ids`: local ids of claims of one pack; those that are no more are left out. */
export async function recordsOf(corpus: Corpus, pack: string, ids: readonly string[]): Promise<ClaimRecords> {
	const rows = await Promise.all([...new Set(ids)].map((id) => corpus.claim(pack, id)));
	const claims = rows.flatMap((row) => row?.record ?? []);
	const eventRows = await Promise.all(
		[...new Set(claims.map(({ event }) => event))].map((id) => corpus.event(publicId(pack, id))),
	);
	const events = eventRows.flatMap((row) => row?.record ?? []);
	const named = new Set([
		...claims.flatMap(({ cues, speaker, values }) => [
			...cues.flat().filter((cue) => typeof cue === 'string'),
			...(speaker ? [speaker] : []),
			...Object.values(values).flatMap((value) => ('place' in value ? [value.place] : [])),
		]),
		...events.flatMap(({ where, what, participants }) => [
			...where,
			...what,
			...participants.map((one) => one.entity),
		]),
	]);
	const entities = await entitiesOf(corpus, pack, named);
	const sources = await corpus.sources(pack, [...named]);
	const terms = await corpus.terms(pack, [...named]);
	return {
		claims,
		events,
		entities,
		terms: [...terms.values()].map(({ record }) => record),
		sources: [...sources.values()].map(({ record: { entity, ...source } }) => ({
			...source,
			...(entity && named.has(entity) ? { entity } : {}),
		})),
	};
}

/** With the places they lie in, and those they speak for. */
async function entitiesOf(corpus: Corpus, pack: string, ids: Iterable<string>): Promise<Entity[]> {
	const known = new Map<string, Entity>();
	for (let next = [...ids]; next.length > 0; ) {
		const rows = await corpus.entities(next.map((id) => publicId(pack, id)));
		for (const { id, record } of rows) known.set(id, record);
		next = rows.flatMap(({ record: { within, speaksFor } }) =>
			[within, speaksFor].filter((id) => id !== undefined && !known.has(id)).map(String),
		);
	}
	return [...known.values()];
}
