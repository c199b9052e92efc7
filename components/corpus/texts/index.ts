/** The corpus page's words in the UI's language. */
import { useContext } from 'preact/hooks';
import type { UiLang } from '../../../lib/locale/index.ts';
import { LocaleContext } from '../../locale.ts';
import { type CorpusTexts, en } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type CorpusKey = keyof CorpusTexts;
type CountKey = CorpusKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

export interface CorpusWords {
	(key: CorpusKey, ...args: (string | number)[]): string;
	/** The form for a number, which is also `$1`. */
	count(key: CountKey, n: number): string;
}

export const CORPUS_TEXTS: Record<UiLang, CorpusTexts> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

export function corpusWords(lang: UiLang, number: (n: number) => string = String): CorpusWords {
	const plurals = new Intl.PluralRules(lang);
	const say = (key: CorpusKey, ...args: (string | number)[]) =>
		CORPUS_TEXTS[lang][key].replace(/\$([1-3])/g, (_, at: string) => String(args[Number(at) - 1] ?? ''));
	return Object.assign(say, {
		count: (key: CountKey, n: number) =>
			say(`${key}_${plurals.select(n) === 'one' ? 'one' : 'other'}` as CorpusKey, number(n)),
	});
}

export function useWords(): CorpusWords {
	const { lang, number } = useContext(LocaleContext);
	return corpusWords(lang, number);
}
