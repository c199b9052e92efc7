/**
 * Candidates as they travel from background to page: flat numbers, cheap to clone.
 * Touches nothing; small enough for the overlay.
 */

/**
 * strong: certain by itself. weak: needs evidence on the page. nobody: surely none that is known, and a rival to weak
 * names like it. doubtful: weak unless it turns out to be part of a stranger's name; only English asks that.
 */
export const KIND = { strong: 0, weak: 1, nobody: 2, doubtful: 3 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];
/** Added to a kind in `marks`: those who bear the name are people. */
export const PERSON = 4;

/** All candidates of some texts. `marks` is a run of [text, start, end, kind (+ PERSON), n, entity × n]. */
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
	person: boolean;
	/** Public ids of all who bear that name. */
	entities: string[];
}

/** A name of somebody no pack knows: [start, end]. */
export type Span = readonly [start: number, end: number];

/** Candidates by text, in order. */
export function unpack({ marks, ids }: Found, texts: number): Candidate[][] {
	const lists: Candidate[][] = Array.from({ length: texts }, () => []);
	for (let i = 0; i < marks.length; ) {
		const [text, start, end, kind, n] = marks.slice(i, i + 5) as [number, number, number, number, number];
		const entities = marks.slice(i + 5, i + 5 + n).map((at) => ids[at] as string);
		lists[text]?.push({ start, end, kind: (kind & 3) as Kind, person: kind >= PERSON, entities });
		i += 5 + n;
	}
	return lists;
}

/** Candidates once the strangers of their text are known. */
export function withStrangers(candidates: readonly Candidate[], strangers: readonly Span[]): Candidate[] {
	return candidates.map((candidate) => ({ ...candidate, kind: kindAmong(candidate, strangers) }));
}

/** Part of a stranger's name is nobody, and other doubts are lifted. What is certain stays: strangers are guesses. */
export function kindAmong(
	{ start, end, kind }: Pick<Candidate, 'start' | 'end' | 'kind'>,
	strangers: readonly Span[],
): Kind {
	if (kind === KIND.strong) return kind;
	const part = strangers.some(([from, to]) => from <= start && end <= to && to - from > end - start);
	if (part) return KIND.nobody;
	return kind === KIND.doubtful ? KIND.weak : kind;
}
