/** The language names are shown in, each with one name as that place writes it: why the choice is there. */
import { useLocale } from '../locale.ts';
import { Radios } from './Radios.tsx';

/** Languages a reader may have names in; zh-Hant is not one place. */
const NAME_LANGS = ['en', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'] as const;
export type NameLang = (typeof NAME_LANGS)[number];

const KEYS = {
	auto: 'lang_auto',
	en: 'lang_en',
	'zh-Hans': 'lang_zh_Hans',
	'zh-Hant-TW': 'lang_zh_Hant_TW',
	'zh-Hant-HK': 'lang_zh_Hant_HK',
} as const;
const EXAMPLES: Record<NameLang, string> = {
	en: 'Putin',
	'zh-Hans': '普京',
	'zh-Hant-TW': '普丁',
	'zh-Hant-HK': '普京',
};

interface Props<T extends NameLang | 'auto'> {
	names: T;
	/** Following the browser is a choice too. */
	auto?: boolean;
	onNames: (names: T) => void;
}

export function NameLangs<T extends NameLang | 'auto'>({ names, auto = false, onNames }: Props<T>) {
	const { t } = useLocale();
	const offered = [...(auto ? (['auto'] as const) : []), ...NAME_LANGS] as T[];
	const choices = offered.map((value) => ({
		value,
		title: t(KEYS[value]),
		...(value === 'auto' ? {} : { sample: { text: EXAMPLES[value as NameLang], lang: value } }),
	}));
	return (
		<Radios
			legend={t('namesLanguage')}
			why={t('namesLanguageWhy')}
			choices={choices}
			value={names}
			wide
			onChoose={onNames}
		/>
	);
}
