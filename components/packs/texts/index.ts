/** The packs page's words in the UI's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { UiLang } from '../../../lib/locale/index.ts';
import { useLocale } from '../../locale.ts';
import { en, type PackTexts } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type PackKey = keyof PackTexts;
export type Words = (key: PackKey, ...args: (string | number)[]) => string;

const TEXTS: Record<UiLang, PackTexts> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

export const wordsIn =
	(lang: UiLang): Words =>
	(key, ...args) =>
		TEXTS[lang][key].replace(/\$([1-3])/g, (_, at: string) => String(args[Number(at) - 1] ?? ''));

/** A number with what is counted, in the form that goes with it. */
export function useCount(): (kind: Counted, n: number) => string {
	const say = useWords();
	const { lang, number } = useLocale();
	return (kind, n) => counted(lang, say(`kind_${kind}`), n, number(n));
}

export type Counted = PackKey extends infer K ? (K extends `kind_${infer Kind}` ? Kind : never) : never;

export function counted(lang: UiLang, forms: string, n: number, shown: string): string {
	const [one = '', other = one] = forms.split('|');
	const form = new Intl.PluralRules(lang).select(n) === 'one' ? one : other;
	return `${shown}\u00a0${form}`;
}

/** A code the page has no sentence for is shown as a fault of ours. */
export const known = (code: string): PackKey => (code in en ? (code as PackKey) : 'failed');

export const WordsContext = createContext<Words>(wordsIn('en'));
export const useWords = (): Words => useContext(WordsContext);
