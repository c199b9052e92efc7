/** From wanted terms to documents: every term must be met, and how well it is met adds up. Reads segments. */
import type { Dictionary } from './dictionary.ts';
import { isPair, type Lists } from './pairs.ts';
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

type Lead = (Span | { lists: Lists }) & { grade: Grade };

/** A pack's index, with the pairs in it that are asked for. */
interface Asked {
	segment: Segment;
	pairs: ReadonlyMap<string, Lists>;
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
	const pairs = readings.flat().flatMap(({ term }) => (isPair(term) ? term : []));
	const all = await Promise.all(
		segments.map(async (segment) => ({ segment, pairs: await segment.pairs(pairs) })),
	);
	return findIn(all, readings);
}

async function findIn(segments: readonly Asked[], readings: readonly Wanted[][]): Promise<Hit[]> {
	const [typed, ...others] = await Promise.all(readings.map((wanted) => strictly(segments, wanted)));
	if (!typed) return [];
	const found = others.flatMap(({ hits }) => hits);
	// Mistakes are forgiven where what was typed is not just there; in another reading only where all else fails.
	if (typed.hits.length > 0 || found.length === 0) found.push(...(await forgiving(segments, typed)));
	for (const other of others) if (found.length === 0) found.push(...(await forgiving(segments, other)));
	return found.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}

async function strictly(segments: readonly Asked[], wanted: readonly Wanted[]): Promise<Met> {
	const found = wanted.map(({ term, latin }) => segments.map((one) => leads(one, term, latin)));
	return { wanted, leads: found, ...(await meet(segments, found)) };
}

/** Words that stand in no name may be mistyped; where nothing is found, all of them. Then they are read otherwise. */
async function forgiving(segments: readonly Asked[], { wanted, leads, ...met }: Met): Promise<Hit[]> {
	const mistyped = async (may: (at: number) => boolean) => {
		const near = wanted.map(({ term, latin }, at) =>
			segments.map(({ segment }) => (latin && may(at) ? nearLeads(segment.dictionary, term) : [])),
		);
		if (!near.flat(2).length) return met.hits;
		const all = leads.map((bySegment, at) =>
			bySegment.map((list, segment) => [...list, ...(near[at]?.[segment] ?? [])]),
		);
		return (await meet(segments, all)).hits;
	};
	let hits = await mistyped((at) => !met.named[at]);
	if (hits.length === 0 && met.named.includes(true)) hits = await mistyped(() => true);
	const other = hits.length === 0 && otherwise(segments, wanted);
	return other ? findIn(segments, [other]) : hits;
}

function leads({ segment: { dictionary }, pairs }: Asked, term: string, begins: boolean): Lead[] {
	if (isPair(term)) {
		const lists = pairs.get(term);
		return lists ? [{ lists, grade: 'exact' }] : [];
	}
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

/** Whether `leads` would find any. */
function isIn({ segment: { dictionary }, pairs }: Asked, term: string, begins: boolean): boolean {
	if (isPair(term)) return pairs.has(term);
	const cursor = dictionary.seek(term);
	return !cursor.ended && (begins ? cursor.begins(term) : cursor.against(term) === 0);
}

const nearLeads = (dictionary: Dictionary, term: string): Lead[] =>
	nearTerms(dictionary, term, MOST_NEAR).map(({ from, to, distance }) => ({
		from,
		to,
		grade: distance === 1 ? 'near' : 'far',
	}));

async function meet(segments: readonly Asked[], all: Met['leads']): Promise<Pick<Met, 'hits' | 'named'>> {
	const met = await Promise.all(
		segments.map(async ({ segment }, at) => {
			const terms = all.map((leads) => leads[at] as Lead[]);
			const flat = terms.flat();
			const read = await segment.postings(flat.filter((lead) => 'from' in lead));
			return meetIn(
				segment,
				terms,
				flat.map((lead) => ('lists' in lead ? lead.lists : (read.shift() as Lists))),
			);
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
	lists: readonly Lists[],
): { hits: Hit[]; named: boolean[] } {
	let next = 0;
	const graded = terms.map((leads) => {
		const own = leads.map(({ grade }) => [GRADES[grade], lists[next++] as Lists] as const);
		return own.flatMap(([grades, both]) =>
			both.flatMap((list, at) =>
				list.length > 0 ? { grade: grades[at] as number, list, isName: at === 0 } : [],
			),
		);
	});
	const named = graded.map((own) => own.some(({ isName }) => isName));
	return { hits: graded.every((own) => own.length > 0) ? bestOf(segment, graded) : [], named };
}

/** By ordinal: terms that a document has met, and how well. The same for all packs: new ones each time would keep the browser's collector busy. */
let met = new Uint8Array();
let score = new Uint16Array();

/** The first few of each score that meet all terms, kind by kind. */
function bestOf(segment: Segment, terms: readonly { grade: number; list: Uint32Array }[][]): Hit[] {
	const { ends } = segment.dictionary;
	const size = ends.at(-1) ?? 0;
	if (met.length < size) {
		met = new Uint8Array(size);
		score = new Uint16Array(size);
	} else met.fill(0, 0, size);
	const all: number[] = [];
	for (const [at, graded] of terms.entries()) {
		for (const { grade, list } of graded.sort((a, b) => b.grade - a.grade)) {
			for (const doc of list) {
				if (met[doc] !== at) continue;
				met[doc] = at + 1;
				score[doc] = (at === 0 ? 0 : (score[doc] as number)) + grade;
				if (at === terms.length - 1) all.push(doc);
			}
		}
	}
	const hits: Hit[] = [];
	const ordinals = Uint32Array.from(all).sort();
	let from = 0;
	for (const [at, end] of ends.entries()) {
		const kind = KINDS[at] as Kind;
		const byScore = new Map<number, number[]>();
		for (; from < ordinals.length && (ordinals[from] as number) < end; from++) {
			const ordinal = ordinals[from] as number;
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
function otherwise(segments: readonly Asked[], wanted: readonly Wanted[]): Wanted[] | null {
	const known = (term: string, begins: boolean) => segments.some((one) => isIn(one, term, begins));
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
