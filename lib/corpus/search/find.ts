/** From wanted terms to documents: every term must be met, and how well it is met adds up. Reads segments. */
import type { Dictionary } from './dictionary.ts';
import { KINDS, type Kind } from './part.ts';
import { piecesOf, type Wanted } from './query.ts';
import type { Segment, Span } from './segment.ts';
import { nearTerms } from './typos.ts';
import { MOST_TERMS, wideKey } from './wide.ts';

export interface Hit {
	segment: Segment;
	kind: Kind;
	ordinal: number;
	score: number;
}

/** Results of one kind in one pack that are looked at more closely. */
const KEPT = 24;
const MOST_NEAR = 24;

/** How well a document meets a term: in its name, or elsewhere. */
const GRADES = { exact: [12, 6], begins: [9, 4], near: [3, 1], far: [2, 1] } as const;
type Grade = keyof typeof GRADES;

interface Lead extends Span {
	grade: Grade;
}

/** One reading of what was typed. */
interface Met {
	wanted: readonly Wanted[];
	/** By term, then by segment. */
	leads: readonly (readonly Lead[][])[];
	hits: Hit[];
	/** By term: whether it stands in a name. */
	named: boolean[];
}

/** `readings`: what was typed, and other ways to read it. In the order of score, then of the pack. Throws SearchDamaged. */
export async function findAll(segments: readonly Segment[], readings: readonly Wanted[][]): Promise<Hit[]> {
	const [typed, ...others] = await Promise.all(readings.map((wanted) => strictly(segments, wanted)));
	if (!typed) return [];
	const found = others.flatMap(({ hits }) => hits);
	// Mistakes are forgiven where what was typed is not just there; in another reading only where all else fails.
	if (typed.hits.length > 0 || found.length === 0) found.push(...(await forgiving(segments, typed)));
	for (const other of others) if (found.length === 0) found.push(...(await forgiving(segments, other)));
	return found.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}

async function strictly(segments: readonly Segment[], wanted: readonly Wanted[]): Promise<Met> {
	const found = wanted.map(({ term, latin }) =>
		segments.map(({ dictionary }) => leads(dictionary, term, latin)),
	);
	return { wanted, leads: found, ...(await meet(segments, found)) };
}

/** Words that stand in no name may be mistyped; where nothing is found, all of them. Then they are read otherwise. */
async function forgiving(segments: readonly Segment[], { wanted, leads, ...met }: Met): Promise<Hit[]> {
	const mistyped = async (may: (at: number) => boolean) => {
		const near = wanted.map(({ term, latin }, at) =>
			segments.map(({ dictionary }) => (latin && may(at) ? nearLeads(dictionary, term) : [])),
		);
		if (!near.flat(2).length) return met.hits;
		const all = leads.map((bySegment, at) =>
			bySegment.map((list, segment) => [...list, ...(near[at]?.[segment] ?? [])]),
		);
		return (await meet(segments, all)).hits;
	};
	let hits = await mistyped((at) => !met.named[at]);
	if (hits.length === 0) hits = await mistyped(() => true);
	const other = hits.length === 0 && otherwise(segments, wanted);
	return other ? findAll(segments, [other]) : hits;
}

function leads(dictionary: Dictionary, term: string, begins: boolean): Lead[] {
	const found: Lead[] = [];
	const cursor = dictionary.seek(term);
	if (!cursor.ended && cursor.against(term) === 0) {
		found.push({ from: cursor.from, to: cursor.to, grade: 'exact' });
		cursor.next();
	}
	if (!begins) return found;
	const more: Lead[] = [];
	for (; !cursor.ended && cursor.begins(term); cursor.next()) {
		if (more.length === MOST_TERMS) {
			const wide = dictionary.seek(wideKey(term));
			if (!wide.ended && wide.against(wideKey(term)) === 0) {
				return [...found, { from: wide.from, to: wide.to, grade: 'begins' }];
			}
			break;
		}
		more.push({ from: cursor.from, to: cursor.to, grade: 'begins' });
	}
	return [...found, ...more];
}

const nearLeads = (dictionary: Dictionary, term: string): Lead[] =>
	nearTerms(dictionary, term, MOST_NEAR).map(({ from, to, distance }) => ({
		from,
		to,
		grade: distance === 1 ? 'near' : 'far',
	}));

async function meet(segments: readonly Segment[], all: Met['leads']): Promise<Pick<Met, 'hits' | 'named'>> {
	const met = await Promise.all(
		segments.map(async (segment, at) => {
			const terms = all.map((leads) => leads[at] as Lead[]);
			const lists = await segment.postings(terms.flat());
			return meetIn(segment, terms, lists);
		}),
	);
	return {
		hits: met.flatMap(({ hits }) => hits),
		named: all.map((_, at) => met.some(({ named }) => named[at])),
	};
}

function meetIn(
	segment: Segment,
	terms: readonly Lead[][],
	lists: readonly [Uint32Array, Uint32Array][],
): { hits: Hit[]; named: boolean[] } {
	const { ends } = segment.dictionary;
	const size = ends.at(-1) ?? 0;
	const met = new Uint8Array(size);
	const score = new Uint16Array(size);
	const named: boolean[] = [];
	let next = 0;
	for (const [at, leads] of terms.entries()) {
		const graded = leads.flatMap(({ grade }) => {
			const [name, text] = lists[next++] as [Uint32Array, Uint32Array];
			return [
				{ grade: GRADES[grade][0], list: name },
				{ grade: GRADES[grade][1], list: text },
			];
		});
		named.push(graded.some(({ list }, i) => i % 2 === 0 && list.length > 0));
		for (const { grade, list } of graded.sort((a, b) => b.grade - a.grade)) {
			for (const doc of list) {
				if (met[doc] !== at) continue;
				met[doc] = at + 1;
				score[doc] = (score[doc] as number) + grade;
			}
		}
	}
	return { hits: bestOf(segment, met, score, terms.length), named };
}

/** The first few of each score, kind by kind. */
function bestOf(segment: Segment, met: Uint8Array, score: Uint16Array, terms: number): Hit[] {
	const hits: Hit[] = [];
	let ordinal = 0;
	for (const [at, end] of segment.dictionary.ends.entries()) {
		const kind = KINDS[at] as Kind;
		const byScore = new Map<number, number[]>();
		for (; ordinal < end; ordinal++) {
			if (met[ordinal] !== terms) continue;
			const of = score[ordinal] as number;
			const list = byScore.get(of);
			if (!list) byScore.set(of, [ordinal]);
			else if (list.length < KEPT) list.push(ordinal);
		}
		const best = [...byScore].sort(([a], [b]) => b - a).flatMap(([of, list]) => list.map((one) => [of, one]));
		for (const [of, one] of best.slice(0, KEPT) as [number, number][]) {
			hits.push({ segment, kind, ordinal: one, score: of });
		}
	}
	return hits;
}

/** Long words taken apart, and Chinese that stands nowhere side by side left out; null when nothing is to be had. */
function otherwise(segments: readonly Segment[], wanted: readonly Wanted[]): Wanted[] | null {
	const known = (term: string, begins: boolean) =>
		segments.some(({ dictionary }) => leads(dictionary, term, begins).length > 0);
	const other = wanted.flatMap(({ term, latin }): Wanted[] => {
		if (!latin) return known(term, false) ? [{ term, latin }] : [];
		if (term.length < 8 || known(term, true)) return [{ term, latin }];
		const pieces = piecesOf(
			term,
			(one) => known(one, false),
			(one) => known(one, true),
		);
		return (pieces ?? [term]).map((one) => ({ term: one, latin }));
	});
	const han = (list: readonly Wanted[]) => list.filter(({ latin }) => !latin).length;
	if (han(other) * 2 < han(wanted)) return null;
	const same = other.length === wanted.length && other.every(({ term }, at) => term === wanted[at]?.term);
	return same || other.length === 0 ? null : other;
}
