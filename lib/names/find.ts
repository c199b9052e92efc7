/** Names found in texts, as they travel to the page. */
import { namesIn } from './context.ts';
import type { Found, Name } from './found.ts';
import type { NamesIndex } from './load.ts';

/** Candidates of each text, flat. `idOf`: public id by ordinal. */
export async function find(
	index: NamesIndex,
	idOf: (ordinal: number) => Promise<string>,
	texts: readonly string[],
): Promise<Found> {
	const marks: number[] = [];
	const names: Name[] = [];
	const discreet: number[] = [];
	/** By its words: within one index these alone say who bears a name, whatever stands around them. */
	const numbers = new Map<string, number>();
	const places = new Map<number, number>();
	const placeOf = ({ entity, discreet: quiet }: { entity: number; discreet: boolean }) => {
		let place = places.get(entity);
		if (place === undefined) {
			place = places.size;
			places.set(entity, place);
			if (quiet) discreet.push(place);
		}
		return place;
	};
	for (const [at, content] of texts.entries()) {
		for (const { start, end, kind, person, bearers } of namesIn(index, content)) {
			if (kind === null) continue;
			const text = content.slice(start, end);
			let number = numbers.get(text);
			if (number === undefined) {
				number = names.push({ text, person, bearers: bearers.map(placeOf) }) - 1;
				numbers.set(text, number);
			}
			marks.push(at, start, end, kind, number, -1);
		}
	}
	// All in one go: the store reads them in one.
	return { marks, names, ids: await Promise.all([...places.keys()].map(idOf)), discreet };
}
