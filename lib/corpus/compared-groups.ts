/** Which claims stand together, and in what order: an accusation and its denial never apart. Touches nothing. */
import type { State } from '../events/index.ts';
import {
	type ComparedLine,
	type ComparedThread,
	GROUPS,
	type Group,
	type GroupKind,
} from './comparison-views.ts';

const KIND: Record<State, GroupKind> = {
	differs: 'differs',
	worded: 'worded',
	'finer-elsewhere': 'finer-elsewhere',
	'no-match': 'no-match',
	'came-later': 'came-later',
	found: 'found',
	'finer-here': 'found',
};
/** What weighs most in a thread decides where it stands: a denial the page leaves out counts more than the word it has. */
const WEIGHT: GroupKind[] = ['differs', 'worded', 'finer-elsewhere', 'no-match', 'found', 'came-later'];

/** Lines without a state come in only as part of a thread that has one. */
export function groupsOf(lines: readonly ComparedLine[]): Group[] {
	const held = new Map<GroupKind, ComparedThread[]>();
	for (const thread of threadsOf(lines)) {
		const kind = kindOf(thread);
		if (kind) held.set(kind, [...(held.get(kind) ?? []), thread]);
	}
	return GROUPS.flatMap((kind) => {
		const threads = held.get(kind);
		return threads ? [{ kind, threads: threads.sort(ORDER[kind] ?? byOrigins) }] : [];
	});
}

function kindOf({ claim, answers }: ComparedThread): GroupKind | null {
	const kinds = [claim, ...answers].flatMap(({ state }) => (state ? [KIND[state]] : []));
	return WEIGHT.find((kind) => kinds.includes(kind)) ?? null;
}

const most = ({ claim, answers }: ComparedThread) =>
	Math.max(claim.origins, ...answers.map((one) => one.origins));
const byOrigins = (a: ComparedThread, b: ComparedThread) =>
	most(b) - most(a) || b.claim.reports.length - a.claim.reports.length;
const place = ({ claim: { quotes } }: ComparedThread) => {
	const spot = quotes[0]?.spot;
	return spot ? spot.block * 1e6 + spot.start : Number.POSITIVE_INFINITY;
};
const byPlace = (a: ComparedThread, b: ComparedThread) => place(a) - place(b);

/** What the page says stands as the page has it; what it does not, by how many say it. */
const ORDER: Partial<Record<GroupKind, typeof byOrigins>> = {
	differs: byPlace,
	worded: byPlace,
	'finer-elsewhere': byPlace,
	found: byPlace,
};

function threadsOf(lines: readonly ComparedLine[]): ComparedThread[] {
	const byId = new Map(lines.map((line) => [line.id, line]));
	const byRoot = Map.groupBy(lines, (line) => rootOf(line, byId));
	return [...byRoot].map(([claim, members]) => ({
		claim,
		answers: members.filter((line) => line !== claim),
	}));
}

/** An answer to an answer stays in the thread; in a ring the first by id leads. */
function rootOf(line: ComparedLine, byId: ReadonlyMap<string, ComparedLine>): ComparedLine {
	const seen = new Set<ComparedLine>();
	let at = line;
	while (!seen.has(at)) {
		seen.add(at);
		const next = at.answers === null ? undefined : byId.get(at.answers);
		if (!next) return at;
		at = next;
	}
	return [...seen].sort((a, b) => (a.id < b.id ? -1 : 1))[0] as ComparedLine;
}
