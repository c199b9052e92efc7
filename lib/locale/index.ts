/**
 * The texts of Sidelight's own surfaces, in the reader's UI language. The JSON files are Chrome's, so that
 * manifest and views share one source; read directly, because a card must not wait for `chrome.i18n` and
 * pages outside the extension have none.
 */
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import zhTW from '../../public/_locales/zh_TW/messages.json' with { type: 'json' };
import type { When } from '../corpus/views.ts';
import { clockAt, day, moment, momentAtReader, type Stretch, soon, weekday } from './dates.ts';

export type Key = keyof typeof en;
/** A text in two forms, `x_one` and `x_other`. */
export type CountKey = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;
export type UiLang = 'en' | 'zh-CN' | 'zh-TW';

export interface Locale {
	/** For `lang` attributes on our own texts. */
	readonly lang: UiLang;
	t(key: Key, ...args: (string | number)[]): string;
	/** The form for a number, which is also `$1`. */
	count(key: CountKey, n: number): string;
	/** A full date with its year, as exact as `iso` is; a time in it is left out. */
	day(iso: string): string;
	/** When something happened, at its place, as exact as known. */
	when(when: When): string;
	/** The same moment on the reader's clock; null where no time is known or the clocks agree. */
	whenAtReader(when: When, zone?: string): string | null;
	/** A day in full, with its name in the week. */
	weekday(iso: string): string;
	/** What a clock in `zone`, else the reader's, shows then; with its date where that is not `day` (ISO). */
	clockAt(stretch: Stretch, zone: string | undefined, day: string): string;
	/** A moment soon to come, on the reader's clock. */
	time(at: Date): string;
	number(n: number): string;
	/** Names side by side, no conjunction. */
	list(items: string[]): string;
	/** A remark in brackets; `gap` comes before it. */
	aside(text: string): string;
	/** Between a label and what it labels. */
	readonly colon: string;
	/** Between two sentences, and before a bracket. */
	readonly gap: string;
}

type Messages = Record<Key, { message: string }>;
const MESSAGES: Record<UiLang, Messages> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** The UI's language for a reader's: Traditional script wherever it is customary, English for all others. */
export function uiLang(tag: string): UiLang {
	if (!/^zh\b/i.test(tag)) return 'en';
	const script = PLAIN_TAG.test(tag) ? new Intl.Locale(tag).maximize().script : 'Hans';
	return script === 'Hant' ? 'zh-TW' : 'zh-CN';
}

/** `Intl.Locale` throws on anything else, and a browser's setting is not ours to trust. */
const PLAIN_TAG = /^[a-z]{2}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/** @param tag the reader's UI language, BCP 47. Its region decides how dates are written. */
export function locale(tag: string): Locale {
	const lang = uiLang(tag);
	const messages = MESSAGES[lang];
	const intl = lang === 'en' ? (/^en\b/i.test(tag) && PLAIN_TAG.test(tag) ? tag : 'en-GB') : lang;
	const plurals = new Intl.PluralRules(lang);
	const numbers = new Intl.NumberFormat(intl);

	const t = (key: Key, ...args: (string | number)[]): string =>
		messages[key].message.replace(/\$([1-3])/g, (_, at: string) => String(args[Number(at) - 1] ?? ''));

	return {
		lang,
		t,
		count: (key, n) => t(`${key}_${plurals.select(n) === 'one' ? 'one' : 'other'}`, numbers.format(n)),
		day: (iso) => day(intl, iso),
		when: (when) => moment(intl, when),
		whenAtReader: (when, zone) => momentAtReader(intl, when, zone),
		weekday: (iso) => weekday(intl, iso),
		clockAt: (stretch, zone, iso) => clockAt(intl, stretch, zone, iso),
		time: (at) => soon(intl, at),
		number: (n) => numbers.format(n),
		list: (items) => items.join(lang === 'en' ? ', ' : '、'),
		aside: (text) => (lang === 'en' ? `(${text})` : `（${text}）`),
		colon: lang === 'en' ? ': ' : '：',
		gap: lang === 'en' ? ' ' : '',
	};
}
