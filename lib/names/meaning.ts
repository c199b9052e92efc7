/**
 * Which entity a candidate means, by the evidence of the whole page. When unsure: nobody.
 * Touches nothing; runs in the page, over candidates that the index found.
 */
import { type Candidate, KIND, type Span, withStrangers } from './found.ts';

export interface Mention {
	block: number;
	start: number;
	end: number;
	entity: string;
	strength: 'strong' | 'weak';
}

interface Block {
	text: string;
	candidates: readonly Candidate[];
}

/** nobody, doubtful: as the candidate's kind. no-evidence: no certain name of a bearer on the page. */
export type Unmeant = 'nobody' | 'doubtful' | 'no-evidence' | 'rival-nearer';

/** What becomes of one candidate: a mention, or the reason why it is none. */
export type Verdict = Mention | (Omit<Mention, 'entity'> & { entity: null; why: Unmeant });

/** A candidate with its own words and its place on the page. */
export interface Seen extends Candidate {
	block: number;
	/** How far into the page, in UTF-16 units. */
	at: number;
	text: string;
	certain: boolean;
}

/**
 * A verdict on every candidate of a page, by what is known of its texts so far; and the texts that would gain from
 * knowing their strangers.
 */
export function weigh(
	texts: readonly string[],
	known: ReadonlyMap<string, readonly Candidate[]>,
	strangers: ReadonlyMap<string, readonly Span[] | undefined>,
): { verdicts: Verdict[]; unsure: string[] } {
	const verdicts = judge(
		texts.map((text) => {
			const [candidates = [], met] = [known.get(text), strangers.get(text)];
			return { text, candidates: met ? withStrangers(candidates, met) : candidates };
		}),
	);
	const unsure = verdicts.flatMap((verdict) =>
		verdict.entity === null && verdict.why === 'doubtful' ? [texts[verdict.block] as string] : [],
	);
	return { verdicts, unsure: [...new Set(unsure)] };
}

/** A verdict on every candidate; both in the order of the page. */
export const judge = (blocks: readonly Block[]): Verdict[] => judgeAll(placed(blocks));

/** A verdict on every candidate; both in the order of the page. */
export function judgeAll(all: readonly Seen[]): Verdict[] {
	/** By weak name: all that speak for or against it, in order. A page says the same name many times. */
	const witnesses = new Map<string, Seen[]>();
	return all.map((seen) => {
		const { block, start, end, kind, certain, entities, text } = seen;
		const place = { block, start, end };
		if (certain) return { ...place, entity: entities[0] as string, strength: 'strong' };
		const no = (why: Unmeant) => ({ ...place, entity: null, strength: 'weak' as const, why });
		if (kind === KIND.nobody) return no('nobody');
		const key = `${text} ${entities}`;
		let speaking = witnesses.get(key);
		if (!speaking) {
			const other = all.filter((one) => speaksFor(one, seen) || isRival(one, seen));
			speaking = other.some((one) => speaksFor(one, seen)) ? other : [];
			witnesses.set(key, speaking);
		}
		const nearest = nearestTo(seen.at, speaking);
		if (!nearest) return no('no-evidence');
		if (kind === KIND.doubtful) return no('doubtful');
		if (!speaksFor(nearest, seen)) return no('rival-nearer');
		return { ...place, entity: sharedBy(nearest, seen), strength: 'weak' };
	});
}

function placed(blocks: readonly Block[]): Seen[] {
	let before = 0;
	return blocks.flatMap(({ text, candidates }, block) => {
		const from = before;
		before += text.length + 1;
		return candidates.map((candidate) => ({
			...candidate,
			block,
			at: from + candidate.start,
			text: text.slice(candidate.start, candidate.end),
			certain: candidate.kind === KIND.strong && candidate.entities.length === 1,
		}));
	});
}

/** The last one before or the first one behind: names refer back more often than forward. */
function nearestTo(at: number, seen: readonly Seen[]): Seen | undefined {
	let low = 0;
	for (let high = seen.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((seen[middle] as Seen).at <= at) low = middle + 1;
		else high = middle;
	}
	const [before, behind] = [seen[low - 1], seen[low]];
	if (!before || !behind) return before ?? behind;
	return at - before.at <= 4 * (behind.at - at) ? before : behind;
}

const sharedBy = (one: Seen, other: Seen) => one.entities.find((id) => other.entities.includes(id)) ?? '';
const speaksFor = (seen: Seen, weak: Seen) => seen.certain && sharedBy(seen, weak) !== '';

/** Words on a country's ways, and letters, stand in the names of too many things to be taken for these. */
const COMMON = /(ans?|se|sh|[A-Z.])$/;

/** Another person of that surname; or what is not a bearer of the name though its own longer name holds it. */
function isRival(seen: Seen, weak: Seen): boolean {
	const nobody = seen.kind === KIND.nobody && sharedBy(seen, weak) !== '';
	if (weak.person) return (nobody || (seen.certain && seen.person)) && shares(seen.text, weak.text);
	return nobody && seen.text.includes(weak.text) && !COMMON.test(weak.text);
}

const HAN = /\p{Script=Han}/u;

/** A surname: the last word of a Latin name (Mr Kim), the first character of a Han one (金先生). */
function shares(text: string, name: string): boolean {
	if (HAN.test(name)) return text[0] === name[0];
	const surname = name.split(/[\s-]/).at(-1) ?? name;
	return text.split(/[\s-]/).some((word) => word.toLowerCase() === surname.toLowerCase());
}
