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
/** Words that name somebody. */
export interface Name {
	text: string;
	/** Those who bear the name are people. */
	person: boolean;
	/** Positions in `ids`. */
	bearers: number[];
}

/** Numbers of one place: text, start, end, kind, position in `names`, and -1, where the page notes whom it means. */
export const PLACE = 6;

/** All candidates of some texts. */
export interface Found {
	/** In the order of the texts, runs of `PLACE`. */
	marks: number[];
	names: Name[];
	/** Public ids of all bearers. */
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
export function unpack({ marks, names, ids }: Found, texts: number): Candidate[][] {
	const lists: Candidate[][] = Array.from({ length: texts }, () => []);
	for (let i = 0; i < marks.length; i += PLACE) {
		const [text, start, end, kind, name] = marks.slice(i, i + PLACE) as [
			number,
			number,
			number,
			Kind,
			number,
		];
		const { person, bearers } = names[name] as Name;
		lists[text]?.push({ start, end, kind, person, entities: bearers.map((at) => ids[at] as string) });
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
