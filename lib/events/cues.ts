/**
 * Whether sentences state a claim, by its cues: every group must be met in one sentence, or in two when the second
 * goes on about the first's subject. Works in any language, since terms and entities are found by the same scan. Touches nothing.
 */
import type { Claim } from '../packs/index.ts';
import { type Context, type Match, matchValue } from './values.ts';

/** A sentence of the article's own text. Ids are the pack's own, as cues name them. */
export interface CuedSentence {
	text: string;
	entities: ReadonlySet<string>;
	terms: ReadonlySet<string>;
	/** The block it stands in: only sentences of one block go on about the same thing. */
	block: number;
}

export interface Firing {
	/** Sentences it rests on, by position: one or two. */
	sentences: number[];
	/** Share of the groups that are met, 0 … 1. */
	score: number;
	/** Cues that were met, group by group; an empty list is a group that was missed. */
	met: string[][];
	/** How the claim's values stand there, by name. */
	values: Record<string, Match>;
}

type Cues = Pick<Claim, 'cues' | 'values'>;

/** The best firing of each claim over the text: the most groups met, in the fewest sentences, the earliest. */
export function fire(claim: Cues, sentences: readonly CuedSentence[], published: string): Firing | null {
	let best: Firing | null = null;
	const better = (one: Firing) => !best || one.score > best.score;
	const single = sentences.map((sentence, i) => met(claim, sentence, [i], published));
	for (const one of single) if (better(one)) best = one;
	for (let i = 0; i + 1 < sentences.length; i++) {
		const [first, second] = [sentences[i], sentences[i + 1]] as [CuedSentence, CuedSentence];
		if (best?.score === 1) break;
		if (!goesOn(first, second)) continue;
		const both = join(claim, single[i] as Firing, single[i + 1] as Firing);
		if (better(both)) best = both;
	}
	return best && best.score > 0 ? best : null;
}

/** All places where every group is met. */
export function firings(claim: Cues, sentences: readonly CuedSentence[], published: string): Firing[] {
	const single = sentences.map((sentence, i) => met(claim, sentence, [i], published));
	const whole = single.filter(({ score }) => score === 1);
	if (whole.length > 0) return whole;
	const best = fire(claim, sentences, published);
	return best?.score === 1 ? [best] : [];
}

function met({ cues, values }: Cues, sentence: CuedSentence, at: number[], published: string): Firing {
	const context: Context = { published, entities: sentence.entities };
	const matches: Record<string, Match> = {};
	for (const [name, value] of Object.entries(values))
		matches[name] = matchValue(sentence.text, value, context);
	const groups = cues.map((group) =>
		group.flatMap((cue) => {
			if (typeof cue === 'string') return sentence.entities.has(cue) || sentence.terms.has(cue) ? [cue] : [];
			return stated(matches[cue.value]) ? [`= ${cue.value}`] : [];
		}),
	);
	return { sentences: at, score: share(groups), met: groups, values: matches };
}

const stated = (match: Match | undefined) => match === 'same' || match === 'coarser' || match === 'finer';
const share = (groups: readonly string[][]) =>
	groups.filter((group) => group.length > 0).length / groups.length;

function join({ cues }: Cues, one: Firing, other: Firing): Firing {
	const groups = cues.map((_, i) => [...new Set([...(one.met[i] ?? []), ...(other.met[i] ?? [])])]);
	const values = { ...other.values };
	for (const [name, match] of Object.entries(one.values)) if (match !== 'none') values[name] = match;
	return { sentences: [...one.sentences, ...other.sentences], score: share(groups), met: groups, values };
}

/** The second sentence is about who the first was about: it names one of them, or nobody else. */
function goesOn(first: CuedSentence, second: CuedSentence): boolean {
	if (first.block !== second.block) return false;
	if (second.entities.size === 0) return true;
	return [...second.entities].some((id) => first.entities.has(id));
}
