/**
 * Whether sentences state a claim, by its cues: every group must be met in one sentence, or in two when the second
 * goes on about the first's subject; and the clause around what is told must put it as the claim does. Works in any
 * language, since terms and entities are found by the same scan. Touches nothing.
 */
import type { Claim } from '../packs/index.ts';
import { goesOn, goOn } from './goes-on.ts';
import { type Expected, fits, NOT_PUT, type Put, putIn } from './mood-of.ts';
import { once } from './once.ts';
import type { Place, PlacedSentence } from './sentences.ts';
import { bitsOf, isWord, mayFill, touched } from './touched.ts';
import { type Match, matchValue } from './values.ts';

export interface Firing {
	/** Sentences it rests on, by position: one or two. */
	sentences: number[];
	/** Share of the groups that are met, the rare ones weighing more, 0 … 1. */
	score: number;
	/** Cues that were met, group by group; an empty list is a group that was missed. */
	met: string[][];
	/** How the claim's values stand there, by name. */
	values: Record<string, Match>;
	/** How it is put there. */
	put: Put;
	/** Whether that is how the claim puts itself. */
	fits: boolean;
}

/** A claim as far as recognising it needs. */
export interface Cued extends Pick<Claim, 'cues' | 'values' | 'speaker'> {
	/** How it must be put; without it, any way will do. */
	expected?: Expected;
	/** By group: how much it weighs, 0 … 1; without them all weigh the same. */
	weights?: readonly number[];
}

/** What is known of the text as a whole. */
export interface Setting {
	/** ISO 8601 of the article, '' when not known. */
	published: string;
	/** Whom the text is about: they need not be named in every sentence that goes on about them. */
	topical?: ReadonlySet<string>;
	/** Who takes part in what the text is about. */
	participants?: ReadonlySet<string>;
	/** Where it happened. */
	places?: ReadonlySet<string>;
	/** Agencies and outlets: they tell, and are no others whom a sentence is about. */
	media?: ReadonlySet<string>;
	/** Who stands in for participants: their countries and capitals. */
	kin?: ReadonlySet<string>;
}

/** What a text does with a claim: where every group is met, and what comes nearest where none is. */
export interface Held {
	full: Firing[];
	near: Firing | null;
}

/** The best firing of a claim over the text: the most groups met, in the fewest sentences, the earliest. */
export function fire(claim: Cued, sentences: readonly PlacedSentence[], setting: Setting): Firing | null {
	const { full, near } = hold(claim, sentences, setting);
	return full.find(({ fits }) => fits) ?? full[0] ?? near;
}

/** All places where every group is met and the claim is put as it puts itself. */
export function firings(claim: Cued, sentences: readonly PlacedSentence[], setting: Setting): Firing[] {
	return whole(hold(claim, sentences, setting, 0).full).filter((one) => one.fits);
}

/** Of firings with every group met those of one sentence, where there are any. */
export function whole(full: readonly Firing[]): readonly Firing[] {
	const single = full.filter((one) => one.sentences.length === 1 && one.fits);
	return single.length > 0 ? single : full;
}

/**
 * Holds a claim against every sentence, and every pair that goes together, as far as these may state it, or come nearer
 * than anything before. `enough`: how near is near enough to look no further.
 */
export function hold(claim: Cued, sentences: readonly PlacedSentence[], setting: Setting, enough = 1): Held {
	const held: Held = { full: [], near: null };
	const masks = touched(claim, sentences, setting);
	const bits = bitsOf(claim.cues, setting);
	const note = (firing: Firing) => {
		if (firing.score === 1) held.full.push(firing);
		else if (firing.score > (held.near?.score ?? 0)) held.near = firing;
	};
	/** Whether as much may be met there as counts. */
	const mayCount = (mask: number, filled: boolean) => {
		const most = filled ? 1 : share(claim, mask | bits.values);
		const near = held.near?.score ?? 0;
		return most === 1 || (near < enough && near < most);
	};
	const made = new Map<number, Firing>();
	const single = (at: number, mask: number) => {
		const firing = made.get(at) ?? met(claim, sentences[at] as PlacedSentence, at, mask, setting);
		made.set(at, firing);
		return firing;
	};
	for (const [at, mask] of masks) if (mayCount(mask, mayFill(mask, bits))) note(single(at, mask));
	for (const [at, mask] of masks) {
		for (const behind of [at + 1, at + 2]) {
			const next = masks.get(behind);
			if (next === undefined || !mayCount(mask | next, mayFill(mask | next, bits))) continue;
			const [one, other] = [single(at, mask), single(behind, next)];
			if ([one, other].some(({ score }) => score === 0 || score === 1)) continue;
			const [first, second] = [sentences[at], sentences[behind]] as [PlacedSentence, PlacedSentence];
			const together =
				behind === at + 1
					? goesOn(first, second, setting)
					: goOn(first, sentences[at + 1] as PlacedSentence, second);
			if (together && (first.block === second.block || !one.met.flat().some((cue) => first.terms.has(cue))))
				note(join(claim, [first, second], [one, other], setting));
		}
	}
	return held;
}

function met(claim: Cued, sentence: PlacedSentence, at: number, mask: number, setting: Setting): Firing {
	const { entities, terms, text } = sentence;
	const values: Record<string, Match> = {};
	const match = (name: string) => {
		const value = claim.values[name];
		if (value && !(name in values))
			values[name] = matchValue(text, value, { published: setting.published, entities, of: sentence });
		return values[name];
	};
	const own = claim.cues.map((group, i) => {
		const cues: string[] = [];
		for (const cue of group) {
			if (!isWord(cue)) {
				if (stated(match(cue.value))) cues.push(`= ${cue.value}`);
			} else if (mask & (1 << i) && (terms.has(cue) || entities.has(cue))) cues.push(cue);
		}
		return cues;
	});
	const groups = withTopic(claim, own, sentence, setting);
	const score = share(claim, metBits(groups));
	if (score === 1) for (const name of Object.keys(claim.values)) match(name);
	const firing = { sentences: [at], score, met: groups, values };
	return { ...firing, ...judged(claim, firing, [sentence], setting) };
}

const metBits = (groups: readonly string[][]) =>
	groups.reduce((bits, group, i) => (group.length > 0 ? bits | (1 << i) : bits), 0);

/** How a claim whose groups are all met is put: by the clause around what is told, the best of them where it is told twice. */
function judged(
	{ expected }: Cued,
	{ score, met: groups }: Pick<Firing, 'score' | 'met'>,
	sentences: readonly PlacedSentence[],
	{ published }: Setting,
): Pick<Firing, 'put' | 'fits'> {
	if (score < 1) return { put: NOT_PUT, fits: false };
	const group = groups.find((cues) => sentences.some(({ terms }) => cues.some((cue) => terms.has(cue))));
	const puts = sentences.flatMap((sentence) => {
		const cues = cuePlaces(groups, sentence);
		const words = cues.filter(({ id }) => group?.includes(id) && sentence.terms.has(id));
		return words.length > 0 || sentences.length === 1 ? putIn(sentence, words, cues) : [];
	});
	const good = expected ? puts.find((put) => fits(expected, put, published)) : puts[0];
	return { put: good ?? puts[0] ?? NOT_PUT, fits: good !== undefined };
}

/**
 * Whom the text is about need not be named where a sentence meets all else by its own words and nobody else comes before
 * what it tells. That somebody said it must be said, if only by a "he".
 */
function withTopic(
	{ cues, speaker }: Cued,
	groups: string[][],
	sentence: PlacedSentence,
	{ topical, participants, places, media, kin }: Setting,
): string[][] {
	if (!topical) return groups;
	let [met, all, byPart] = [0, true, true];
	for (let i = 0; i < groups.length; i++) {
		if ((groups[i] as string[]).length > 0) {
			met++;
			continue;
		}
		const group = cues[i] ?? [];
		if (!group.some((cue) => isWord(cue) && topical.has(cue))) return groups;
		all = false;
		byPart &&= group.some((cue) => isWord(cue) && (participants?.has(cue) ?? false));
		if (group.length === 1 && group[0] === speaker && !HE.test(sentence.text)) return groups;
		if (speaker && group.includes(speaker) && !participants?.has(speaker)) return groups;
	}
	if (all || met === 0 || (met < 2 && !byPart)) return groups;
	const asked = once(cues, askedFor, cues);
	const both = BOTH.test(sentence.text);
	const strangers = [...sentence.entities].filter(
		(id) => !(topical.has(id) || asked.has(id) || media?.has(id) || kin?.has(id)),
	);
	if (strangers.length > (both ? 2 : 0)) return groups;
	// One of them named alone has done it alone, or with others.
	const missing = [...(participants ?? [])].filter((id) => !sentence.entities.has(id));
	const left = cues.some(
		(group, i) =>
			(groups[i] as string[]).length === 0 && group.length === 1 && missing.includes(String(group[0])),
	);
	const alone = missing.length > 0 && missing.length < (participants?.size ?? 0);
	if (left && alone && !both && !PARTNER.test(sentence.text)) return groups;
	// A place that is only in the air is not meant where anything else is named, nor where one of them is alone.
	const placed = cues.some(
		(group, i) =>
			(groups[i] as string[]).length === 0 &&
			group.every((cue) => !(isWord(cue) && topical.has(cue)) || places?.has(cue as string)),
	);
	const others = [...sentence.entities].some((id) => !(participants?.has(id) || asked.has(id)));
	if (placed && (others || (alone && !both))) return groups;
	return groups.map((group, i) =>
		group.length > 0 ? group : (cues[i] ?? []).filter((cue) => isWord(cue) && topical.has(cue)).map(String),
	);
}

const askedFor = (cues: Cued['cues']): ReadonlySet<unknown> => new Set(cues.flat());

const HE = /他|\bhe\b/i;
/** Whoever is not named is spoken of. */
const PARTNER =
	/他|[她它]|[对對]方|客人|[来來][宾賓]|[东東]道主|[访訪]客|[贵貴][宾賓客]|\b(?:he|him|his|its (?:leader|ruler)|guest|host|visitor|counterpart|(?:russian|korean|north.s) (?:leader|president|ruler))\b/i;
/** Of two of whom the text is about. */
const BOTH =
	/[两兩二]人|[双雙]方|[两兩][国國位]?(?:[领領][导導]人|[领領]袖|元首|首[脑腦])|\b(?:the (?:two|pair|leaders)|both (?:men|leaders|sides)|two (?:men|leaders|sides)|each other|they)\b/i;

/** Places of the words that met the cues. */
export function cuePlaces(groups: readonly string[][], { places }: PlacedSentence): Place[] {
	const cues = new Set(groups.flat());
	return places.filter(({ id }) => cues.has(id));
}

/** Alike, or as exact as either side is. */
export const stated = (match: Match | undefined) =>
	match === 'same' || match === 'coarser' || match === 'finer';

/** Of the groups those whose bits are set. */
function share({ cues, weights }: Cued, bits: number): number {
	let [all, missed] = [0, 0];
	for (let i = 0; i < cues.length; i++) {
		const weight = weights?.[i] ?? 1;
		all += weight;
		if ((bits & (1 << i)) === 0) missed += weight;
	}
	return missed === 0 ? 1 : (all - missed) / all;
}

function join(
	claim: Cued,
	sentences: [PlacedSentence, PlacedSentence],
	[one, other]: [Firing, Firing],
	setting: Setting,
): Firing {
	const own = claim.cues.map((_, i) => [...new Set([...(one.met[i] ?? []), ...(other.met[i] ?? [])])]);
	const filled = sentences.map((sentence) => withTopic(claim, own, sentence, setting));
	const groups = filled.every((one) => one.every((group) => group.length > 0)) ? (filled[0] ?? own) : own;
	const values = { ...other.values };
	for (const [name, match] of Object.entries(one.values)) if (match !== 'none') values[name] = match;
	const firing = {
		sentences: [...one.sentences, ...other.sentences],
		score: share(claim, metBits(groups)),
		met: groups,
		values,
	};
	return { ...firing, ...judged(claim, firing, sentences, setting) };
}
