/** Holds what was found of a text's claims against what a careful reader found. */
import type { Comparison } from '../../../lib/events/index.ts';

export interface Wanted {
	/** Claims the text states. */
	claims: ReadonlySet<string>;
	/** Claims on which careful readers may part: counted nowhere. */
	near?: ReadonlySet<string>;
	/** Claims that may not be counted in the list of what is not told. */
	unlisted?: ReadonlySet<string>;
}

export interface Score {
	right: string[];
	extra: string[];
	missed: string[];
	/** The list a reader is shown first: five at most. */
	list: { right: string[]; wrong: string[] };
	/** Everything on that list. */
	whole: { right: number; wrong: string[] };
}

const FOUND = new Set(['found', 'worded', 'finer-here', 'finer-elsewhere', 'differs']);
const SHOWN = 5;

/** Whether a state says that the text states the claim, alike or not. */
export const isFound = (state: string | undefined) => state !== undefined && FOUND.has(state);

export function score(comparison: Comparison | null, { claims, near, unlisted }: Wanted): Score {
	const known = (comparison?.claims ?? []).filter(({ claim }) => !near?.has(claim));
	const found = known.filter(({ state }) => FOUND.has(state)).map(({ claim }) => claim);
	const listed = known
		.filter(({ claim, state }) => state === 'no-match' && !unlisted?.has(claim))
		.map(({ claim }) => claim);
	const shown = listed.slice(0, SHOWN);
	return {
		right: found.filter((id) => claims.has(id)),
		extra: found.filter((id) => !claims.has(id)),
		missed: [...claims].filter((id) => !found.includes(id)),
		list: {
			right: shown.filter((id) => !claims.has(id)),
			wrong: shown.filter((id) => claims.has(id)),
		},
		whole: {
			right: listed.filter((id) => !claims.has(id)).length,
			wrong: listed.filter((id) => claims.has(id)),
		},
	};
}

/** Sums over texts: precision and recall of claims, and how much of the lists of what is not told is right. */
export function sum(scores: readonly Score[]) {
	const count = (of: (one: Score) => number) => scores.reduce((total, one) => total + of(one), 0);
	const right = count((one) => one.right.length);
	const found = right + count((one) => one.extra.length);
	const wanted = right + count((one) => one.missed.length);
	const listed = count(({ whole }) => whole.right + whole.wrong.length);
	const shown = count(({ list }) => list.right.length + list.wrong.length);
	return {
		right,
		found,
		wanted,
		precision: found === 0 ? 1 : right / found,
		recall: wanted === 0 ? 1 : right / wanted,
		list: listed === 0 ? 1 : count(({ whole }) => whole.right) / listed,
		shown: shown === 0 ? 1 : count(({ list }) => list.right.length) / shown,
	};
}

export function show(name: string, one: Score): void {
	const list = (ids: readonly string[]) => ids.join(', ') || '–';
	console.log(
		`  ${name}: ${one.right.length} right, missed ${list(one.missed)}; extra ${list(one.extra)}; ` +
			`of "no match" ${one.whole.right} right, wrong ${list(one.whole.wrong)}`,
	);
}
