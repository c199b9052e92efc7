/** Names found in texts, as they travel to the page. */
import { namesIn } from './context.ts';
import { type Found, PERSON } from './found.ts';
import type { NamesIndex } from './load.ts';

/** Candidates of each text, flat. `idOf`: public id by ordinal. */
export async function find(
	index: NamesIndex,
	idOf: (ordinal: number) => Promise<string>,
	texts: readonly string[],
): Promise<Found> {
	const marks: number[] = [];
	const discreet: number[] = [];
	const places = new Map<number, number>();
	for (const [text, content] of texts.entries()) {
		for (const { start, end, kind, person, bearers } of namesIn(index, content)) {
			if (kind === null) continue;
			marks.push(text, start, end, kind + (person ? PERSON : 0), bearers.length);
			for (const { entity, discreet: quiet } of bearers) {
				let place = places.get(entity);
				if (place === undefined) {
					place = places.size;
					places.set(entity, place);
					if (quiet) discreet.push(place);
				}
				marks.push(place);
			}
		}
	}
	// All in one go: the store reads them in one.
	return { marks, ids: await Promise.all([...places.keys()].map(idOf)), discreet };
}
