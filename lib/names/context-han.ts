/** Chinese names in their surroundings. `Intl.Segmenter` gives hints: where its words end depends on what it has read. */
import type { Doubt, Surroundings } from './context.ts';
import {
	HAN_BEGINNINGS,
	HAN_BENIGN,
	HAN_ENDINGS,
	HAN_FAMILY,
	HAN_OTHER_PLACE,
	HAN_STATE,
	HAN_SURNAMES,
	HAN_TAILS,
} from './words.ts';

/** Longer names do not come about by chance. */
const SHORT = 3;
/** Text looked at on each side, in UTF-16 units. */
const REACH = 6;

const HAN_RUN_BEFORE = /\p{Script=Han}*$/u;
const HAN_RUN_AFTER = /^\p{Script=Han}*/u;
const DOT_BEFORE = /\p{Script=Han}[·‧•・･．]$/u;
const DOT_AFTER = /^[·‧•・･．]\p{Script=Han}/u;

/** Between two names it is a word of its own: 美方向俄方. */
const PREPOSITION = /^[向和同与與对對跟将將及在是]$/;

let segmenter: Intl.Segmenter | undefined;

export function hanDoubt({ text, start, end, person, weak, from, to }: Surroundings): Doubt | null {
	const name = text.slice(start, end);
	if (from < start - 1 && DOT_BEFORE.test(text.slice(Math.max(from, start - 3), start))) return 'stranger';
	if (to > end + 1 && DOT_AFTER.test(text.slice(end, end + 3))) return 'stranger';
	if (end - start > SHORT) return null;
	const left = text.slice(Math.max(from, start - REACH), start).match(HAN_RUN_BEFORE)?.[0] ?? '';
	const right = text.slice(end, Math.min(to, end + REACH)).match(HAN_RUN_AFTER)?.[0] ?? '';
	if (left === '' && right === '') return null;
	if (/[国國]$/.test(name) && HAN_STATE.test(right)) return 'straddles';

	const cut = { start: left.length, end: left.length + name.length };
	const words = segment(left + name + right);
	const around = words.find((word) => word.start <= cut.start && cut.end <= word.end);
	if (around && around.end - around.start > name.length) {
		const [before, after] = [left.slice(around.start), right.slice(0, around.end - cut.end)];
		if (before !== '' || !HAN_BENIGN.test(after)) return 'longer-name';
	}
	const [leftWords, rightWords] = [segment(left), segment(right)];
	const bound = to - end === 1 && PREPOSITION.test(right);
	const crossed =
		!bound &&
		!(person && name.length === SHORT) &&
		words.some(
			(word) =>
				(word.start < cut.start && word.end > cut.start && word.end < cut.end) ||
				(word.start > cut.start && word.start < cut.end && word.end > cut.end),
		);
	if (crossed) {
		const apart = cost(words);
		const together = cost(leftWords) + 1 + cost(rightWords);
		if (together > apart || (together === apart && name.length < SHORT)) return 'straddles';
	}
	const before = left.slice(leftWords.at(-1)?.start ?? 0);
	const after = right.slice(0, rightWords[0]?.end ?? 0);
	return person ? besidePerson(before, after, weak) : besideOther(before, after, weak);
}

function besidePerson(before: string, after: string, weak: boolean): Doubt | null {
	if (HAN_FAMILY.test(after) || HAN_ENDINGS.test(after)) return 'stranger';
	return weak && (HAN_SURNAMES.has(before) || HAN_BEGINNINGS.test(before)) ? 'stranger' : null;
}

function besideOther(before: string, after: string, weak: boolean): Doubt | null {
	if (HAN_TAILS.test(after) || HAN_OTHER_PLACE.test(before)) return 'longer-name';
	return weak && (HAN_ENDINGS.test(after) || HAN_BEGINNINGS.test(before)) ? 'longer-name' : null;
}

interface Word {
	start: number;
	end: number;
}

function segment(text: string): Word[] {
	if (text === '') return [];
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	return Array.from(segmenter.segment(text), ({ index, segment }) => ({
		start: index,
		end: index + segment.length,
	}));
}

/** The fewer words and the fewer of one character, the likelier. */
const cost = (words: readonly Word[]) =>
	words.reduce((sum, { start, end }) => sum + (end - start === 1 ? 1.5 : 1), 0);
