/** Chinese names in their surroundings. `Intl.Segmenter` gives hints: where its words end depends on what it has read. */
import type { Doubt, Surroundings } from './context.ts';
import { segment } from './han-words.ts';
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
/** 《西班牙世界报》 is a paper. */
const PAPER_AFTER = /^[^《》。！？\n]{1,8}[报報志誌刊]》/;
const DOT_BEFORE = /\p{Script=Han}[·‧•・･．]$/u;
const DOT_AFTER = /^[·‧•・･．]\p{Script=Han}/u;

/** Between two names it is a word of its own: 美方向俄方. */
const PREPOSITION = /^[向和同与與对對跟将將及在是]$/;

export function hanDoubt(at: Surroundings): Doubt | null {
	const { text, start, end, from, to, words } = at;
	const name = text.slice(start, end);
	if (from < start - 1 && DOT_BEFORE.test(text.slice(Math.max(from, start - 3), start))) return 'stranger';
	if (to > end + 1 && DOT_AFTER.test(text.slice(end, end + 3))) return 'stranger';
	if (text[start - 1] === '《' && PAPER_AFTER.test(text.slice(end, end + 10))) return 'longer-name';
	if (end - start > SHORT) return null;
	const left = HAN_RUN_BEFORE.exec(text.slice(Math.max(from, start - REACH), start))?.[0] ?? '';
	const right = HAN_RUN_AFTER.exec(text.slice(end, Math.min(to, end + REACH)))?.[0] ?? '';
	if (left === '' && right === '') return null;
	if (/[国國]$/.test(name) && HAN_STATE.test(right)) return 'straddles';
	if (!words.begins(start) || !words.begins(end)) {
		const doubt = againstWords(at, left, name, right);
		if (doubt) return doubt;
	}
	const before = left === '' ? '' : text.slice(words.before(start, start - left.length), start);
	const after = right === '' ? '' : text.slice(end, words.after(end, end + right.length));
	return at.person ? besidePerson(before, after, at.weak) : besideOther(before, after, at.weak);
}

/** The name does not begin and end where words do: is it inside a longer word, or over parts of two? */
function againstWords(
	{ person, weak, end, to }: Surroundings,
	left: string,
	name: string,
	right: string,
): Doubt | null {
	const words = segment(left + name + right);
	const cut = [left.length, left.length + name.length] as const;
	const around = words.find(([from, to]) => from <= cut[0] && cut[1] <= to && to - from > name.length);
	if (around) {
		const after = right.slice(0, around[1] - cut[1]);
		return around[0] < cut[0] || !HAN_BENIGN.test(after) ? 'longer-name' : null;
	}
	if (person && !weak && name.length === SHORT) return null;
	if (to - end === 1 && PREPOSITION.test(right)) return null;
	const crossed = words.some(
		([from, to]) => (from < cut[0] && to > cut[0]) || (from > cut[0] && from < cut[1] && to > cut[1]),
	);
	if (!crossed) return null;
	const apart = cost(words);
	const together = cost(segment(left)) + 1 + cost(segment(right));
	return together > apart || (together === apart && name.length < SHORT) ? 'straddles' : null;
}

/** The fewer words and the fewer of one character, the likelier. */
const cost = (words: readonly (readonly [number, number])[]) =>
	words.reduce((sum, [from, to]) => sum + (to - from === 1 ? 1.5 : 1), 0);

function besidePerson(before: string, after: string, weak: boolean): Doubt | null {
	if (HAN_FAMILY.test(after) || HAN_ENDINGS.test(after)) return 'stranger';
	return weak && (HAN_SURNAMES.has(before) || HAN_BEGINNINGS.test(before)) ? 'stranger' : null;
}

function besideOther(before: string, after: string, weak: boolean): Doubt | null {
	if (HAN_TAILS.test(after) || HAN_OTHER_PLACE.test(before)) return 'longer-name';
	return weak && (HAN_ENDINGS.test(after) || HAN_BEGINNINGS.test(before)) ? 'longer-name' : null;
}
