/**
 * Candidates as they travel from background to page: flat numbers, cheap to clone.
 * Touches nothing; small enough for the overlay.
 */

export const KIND = { strong: 0, weak: 1, nobody: 2 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** All candidates of some texts. `marks` is a run of [text, start, end, kind, n, entity × n]. */
export interface Found {
	marks: number[];
	/** Public ids that `marks` names by position. */
	ids: string[];
	/** Positions in `ids` that are never marked on pages. */
	discreet: number[];
}

/** One place in a text that may be a name. Offsets in UTF-16 units. */
export interface Candidate {
	start: number;
	end: number;
	kind: Kind;
	/** Public ids of all who bear that name. */
	entities: string[];
}

/** Candidates by text, in order. */
export function unpack({ marks, ids }: Found, texts: number): Candidate[][] {
	const lists: Candidate[][] = Array.from({ length: texts }, () => []);
	for (let i = 0; i < marks.length; ) {
		const [text, start, end, kind, n] = marks.slice(i, i + 5) as [number, number, number, Kind, number];
		const entities = marks.slice(i + 5, i + 5 + n).map((at) => ids[at] as string);
		lists[text]?.push({ start, end, kind, entities });
		i += 5 + n;
	}
	return lists;
}
