/**
 * Which entity a candidate means, by the evidence of the whole page. When unsure: nobody.
 * Touches nothing; runs in the page, over candidates that the index found.
 */
import { type Candidate, KIND } from './found.ts';

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

interface Seen extends Candidate {
	block: number;
	/** How far into the page, in UTF-16 units. */
	at: number;
	text: string;
	certain: boolean;
}

/** Mentions in the order of the page. */
export function resolve(blocks: readonly Block[]): Mention[] {
	return judge(blocks).filter((verdict) => verdict.entity !== null);
}

/** A verdict on every candidate, in the order of the page. */
export function judge(blocks: readonly Block[]): Verdict[] {
	const all = placed(blocks);
	/** By weak name: all that speak for or against it. A page says the same name many times. */
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
			speaking = all.filter((other) => speaksFor(other, seen) || isRival(other, seen));
			witnesses.set(key, speaking);
		}
		if (!speaking.some((other) => speaksFor(other, seen))) return no('no-evidence');
		if (kind === KIND.doubtful) return no('doubtful');
		const nearest = speaking.reduce((one, other) =>
			distance(other, seen.at) < distance(one, seen.at) ? other : one,
		);
		if (!speaksFor(nearest, seen)) return no('rival-nearer');
		return { ...place, entity: nearest.entities[0] as string, strength: 'weak' };
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

/** Names refer back more often than forward. */
const distance = (seen: Seen, at: number) => (seen.at <= at ? at - seen.at : 4 * (seen.at - at));

const haveOneIn = (one: Seen, other: Seen) => one.entities.some((id) => other.entities.includes(id));
const speaksFor = (seen: Seen, weak: Seen) => seen.certain && haveOneIn(seen, weak);

/** Words on a country's ways, and letters, stand in the names of too many things to be taken for these. */
const COMMON = /(ans?|se|sh|[A-Z.])$/;

/** Another person of that surname; or what is not a bearer of the name though its own longer name holds it. */
function isRival(seen: Seen, weak: Seen): boolean {
	const nobody = seen.kind === KIND.nobody && haveOneIn(seen, weak);
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
