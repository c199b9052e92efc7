/**
 * What a text is found by: words of alphabets, and of Chinese every character and every two that meet; pinyin by up to
 * four syllables from each on. Touches nothing.
 */
import { foldKey } from '../../text/index.ts';

/** UTF-16 units of a word that count. */
const LONGEST_WORD = 40;
const SYLLABLES = 4;

const RUN = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)|[\p{L}\p{N}\p{M}]+/gu;

/** A stretch of letters, folded; `han`: its characters where it is written in Chinese or Japanese. */
export interface Run {
	text: string;
	han: string[] | null;
}

export function runsOf(text: string): Run[] {
	const folded = foldKey(text).replace(/(?<=\p{L})'s(?!\p{L})/gu, '');
	return [...folded.matchAll(RUN)].map(([run, han]) =>
		han === undefined ? { text: run.slice(0, LONGEST_WORD), han: null } : { text: run, han: [...run] },
	);
}

/** Adds the terms of `text`; those of a name have the single characters too. */
export function addTerms(to: Set<string>, text: string, isName: boolean): void {
	for (const { text: run, han } of runsOf(text)) {
		if (!han) to.add(run);
		else {
			for (let i = 0; i < han.length; i++) {
				if (isName || han.length === 1) to.add(han[i] as string);
				if (i > 0) to.add(`${han[i - 1]}${han[i]}`);
			}
		}
	}
}

/** `pinyin`: syllables with spaces between, as `pack build` writes them. Found from every second-last syllable on, and by initials. */
export function addPinyin(to: Set<string>, pinyin: string): void {
	const syllables = foldKey(pinyin).split(' ').filter(Boolean);
	for (let i = 0; i === 0 || i < syllables.length - 1; i++) {
		to.add(syllables.slice(i, i + SYLLABLES).join(''));
	}
	if (syllables.length > 1)
		to.add(
			syllables
				.map((one) => one[0])
				.join('')
				.slice(0, LONGEST_WORD),
		);
	to.delete('');
}
