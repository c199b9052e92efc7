/**
 * What the text around a name found says about it: whether it is one at all, and whether somebody else's.
 * Local to one text; the evidence of the page comes later, see meaning.ts.
 */
import { hanDoubt } from './context-han.ts';
import { latinDoubt } from './context-latin.ts';
import { KIND, type Kind } from './found.ts';
import { HanWords } from './han-words.ts';
import type { NamesIndex } from './load.ts';
import type { Bearer } from './name.ts';

/**
 * straddles: parts of two words. longer-name: part of a longer name that no pack knows. stranger: another person's.
 * lookalike: the pack says that it is not. unsure: may be part of a stranger's name.
 */
export type Doubt = 'straddles' | 'longer-name' | 'stranger' | 'lookalike' | 'unsure';

/** A name found, before the page is asked. Offsets in UTF-16 units. */
export interface Local {
	start: number;
	end: number;
	/** null: no name; it only stays for those who ask why. */
	kind: Kind | null;
	person: boolean;
	bearers: readonly Bearer[];
	doubt: Doubt | null;
}

const HAN = /\p{Script=Han}/u;

/** All that the index finds in `text`, each with what its surroundings make of it; in order. */
export function namesIn(index: NamesIndex, text: string): Local[] {
	const found = locals(index, text, 0, text.length);
	const words = new HanWords(text);
	for (let at = 0; at < found.length; at++) {
		const local = found[at] as Local;
		if (local.kind === KIND.nobody) continue;
		const doubtOf = HAN.test(text.slice(local.start, local.end)) ? hanDoubt : latinDoubt;
		const doubt = doubtOf({
			text,
			words,
			start: local.start,
			end: local.end,
			person: local.person,
			weak: local.kind === KIND.weak,
			from: lastEnd(found, at),
			to: found[at + 1]?.start ?? text.length,
		});
		if (!doubt) continue;
		local.doubt = doubt;
		local.kind = KIND_OF[doubt];
		if (local.kind === null) found.splice(at + 1, 0, ...hidden(index, text, local, found[at + 1]?.start));
	}
	return found;
}

function locals(index: NamesIndex, text: string, from: number, to: number): Local[] {
	const hits = index.scan(from === 0 && to === text.length ? text : text.slice(from, to));
	const found: Local[] = [];
	for (let i = 0; i < hits.length; i += 3) {
		const [start, end, ref] = [hits[i], hits[i + 1], hits[i + 2]] as [number, number, number];
		const all = index.bearers(ref);
		const real = all.filter(({ strength }) => strength !== 'lookalike');
		const bearers = real.length > 0 ? real : all;
		const person = bearers.every((bearer) => bearer.person);
		const kind = kindOf(bearers);
		const doubt = kind === KIND.nobody ? 'lookalike' : null;
		found.push({ start: start + from, end: end + from, kind, person, bearers, doubt });
	}
	return found;
}

/** Where the name before ends, if it is one. */
function lastEnd(found: readonly Local[], at: number): number {
	let before = at - 1;
	while (before >= 0 && found[before]?.kind === null) before--;
	return found[before]?.end ?? 0;
}

/** Names that the longest match hid and that stand there when it is none: "South Korean" behind "The South". */
function hidden(index: NamesIndex, text: string, { start, end }: Local, next = text.length): Local[] {
	const han = HAN.test(text.slice(start, end));
	const space = text.slice(start, end).search(/\s/);
	const later = han ? start + 1 : space < 0 ? end : start + space + 1;
	const shorter = han && end - start > 2 ? locals(index, text, start, end - 1) : [];
	if (shorter.length > 0) return shorter;
	return locals(index, text, later, Math.min(next, end + WINDOW)).filter((local) => local.start < end);
}

/** Names looked for behind a place that turned out to be none are no longer than this, in UTF-16 units. */
const WINDOW = 64;

const KIND_OF: Record<Doubt, Kind | null> = {
	straddles: null,
	'longer-name': null,
	stranger: KIND.nobody,
	lookalike: KIND.nobody,
	unsure: KIND.doubtful,
};

/** What a doubt looks at. */
export interface Surroundings {
	text: string;
	words: HanWords;
	start: number;
	end: number;
	person: boolean;
	weak: boolean;
	/** Where the name before ends, and the one behind starts. */
	from: number;
	to: number;
}

function kindOf(bearers: readonly Bearer[]): Kind {
	if (bearers[0]?.strength === 'lookalike') return KIND.nobody;
	return bearers.every(({ strength }) => strength === 'strong') ? KIND.strong : KIND.weak;
}
