/**
 * Which sentences a claim may have to do with, by the names and terms that stand in them: found without reading one.
 * Touches nothing.
 */
import type { Claim } from '../packs/index.ts';
import type { Setting } from './cues.ts';
import { once } from './once.ts';
import type { PlacedSentence } from './sentences.ts';

type Cue = Claim['cues'][number][number];

export const isWord = (cue: Cue): cue is string => typeof cue === 'string';

/** Who is named in so large a share of a text tells nothing by being named. */
const COMMON = 0.2;
/** Sentences; in shorter texts all are looked at. */
const LONG = 80;

/** Where each name and term stands, in order. */
function standing(sentences: readonly PlacedSentence[]): ReadonlyMap<string, readonly number[]> {
	const index = new Map<string, number[]>();
	for (const [at, { entities, terms }] of sentences.entries()) {
		for (const id of [...entities, ...terms]) {
			const places = index.get(id);
			if (places) places.push(at);
			else index.set(id, [at]);
		}
	}
	return index;
}

/**
 * Sentences that a claim may have to do with, in order, each with the groups its words meet as bits: those with one of
 * its words, but not those that only name people whom all of the text is about. A claim that asks for figures alone may
 * stand anywhere.
 */
export function touched(
	{ cues }: Pick<Claim, 'cues'>,
	sentences: readonly PlacedSentence[],
	{ participants }: Pick<Setting, 'participants'>,
): Map<number, number> {
	const words = once(cues, wordsOf, cues);
	if (words.length === 0) return new Map(sentences.map((_, at) => [at, 0]));
	const index = once(sentences, standing, sentences);
	const common = (id: string) => {
		const at = index.get(id) ?? [];
		return (
			sentences.length > LONG &&
			at.length > COMMON * sentences.length &&
			(sentences[at[0] as number]?.entities.has(id) ?? false)
		);
	};
	const telling = participants ? words.filter((id) => !participants.has(id) && !common(id)) : words;
	const masks = new Uint32Array(sentences.length);
	for (let i = 0; i < cues.length; i++)
		for (const cue of cues[i] ?? [])
			if (isWord(cue)) for (const at of index.get(cue) ?? []) (masks[at] as number) |= 1 << i;
	const tells = new Uint8Array(sentences.length);
	for (const id of telling.length > 0 ? telling : words) for (const at of index.get(id) ?? []) tells[at] = 1;
	const found = new Map<number, number>();
	for (let at = 0; at < tells.length; at++) if (tells[at] === 1) found.set(at, masks[at] as number);
	return found;
}

const wordsOf = (cues: Claim['cues']) => cues.flat().filter(isWord);

/** Groups of a claim as bits: all of them; those that a value may meet, whom the text is about, who takes part. */
export interface Bits {
	all: number;
	values: number;
	topical: number;
	parts: number;
}

export function bitsOf(
	cues: Claim['cues'],
	{ topical, participants }: Pick<Setting, 'topical' | 'participants'>,
): Bits {
	const where = (is: (cue: Cue) => boolean) =>
		cues.reduce((bits, group, i) => (group.some(is) ? bits | (1 << i) : bits), 0);
	return {
		all: (1 << cues.length) - 1,
		values: where((cue) => !isWord(cue)),
		topical: where((cue) => isWord(cue) && (topical?.has(cue) ?? false)),
		parts: where((cue) => isWord(cue) && (participants?.has(cue) ?? false)),
	};
}

/** Whether whom the text is about may stand for what the words and values of a sentence miss; see withTopic. */
export function mayFill(mask: number, { all, values, topical, parts }: Bits): boolean {
	const met = mask | values;
	const missed = all & ~met;
	if ((missed & ~topical) !== 0) return false;
	return (missed & ~parts) === 0 || (met & (met - 1)) !== 0;
}
