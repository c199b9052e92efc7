/** Who takes part in an event, and whose word a speaker's is. Reads through Corpus only; ids are the pack's own. */
import type { Entity } from '../packs/index.ts';
import type { Corpus } from './corpus.ts';
import { type EventRow, publicId } from './store.ts';

/** A spokesman's office, its government, its state: no chain is longer. */
const LINKS = 4;

/** Entities with all they speak for. */
export async function bodiesOf(
	corpus: Corpus,
	pack: string,
	ids: readonly string[],
): Promise<Map<string, Entity>> {
	const known = new Map<string, Entity>();
	let next = [...new Set(ids)];
	for (let link = 0; next.length > 0 && link < LINKS; link++) {
		const rows = await corpus.entities(next.map((id) => publicId(pack, id)));
		for (const { id, record } of rows) known.set(id, record);
		next = rows.flatMap(({ record: { speaksFor } }) =>
			speaksFor !== undefined && !known.has(speaksFor) ? [speaksFor] : [],
		);
	}
	return known;
}

/** The speaker, and whom it speaks for, nearest first. */
export function voicesOf(id: string, bodies: ReadonlyMap<string, Entity>): string[] {
	const voices: string[] = [];
	for (
		let at: string | undefined = id;
		at !== undefined && !voices.includes(at);
		at = bodies.get(at)?.speaksFor
	)
		voices.push(at);
	return voices;
}

/** Its participants, and whom they speak for. */
export async function partiesOf(corpus: Corpus, { pack, record }: EventRow): Promise<string[]> {
	const ids = record.participants.map(({ entity }) => entity);
	const bodies = await bodiesOf(corpus, pack, ids);
	return [...new Set(ids.flatMap((id) => voicesOf(id, bodies)))];
}
