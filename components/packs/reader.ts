/** The reader's form of names that goes with a language of the UI. Touches nothing. */
import type { UiLang } from '../../lib/locale/index.ts';
import type { Reader } from '../../lib/text/index.ts';

export const readerFor = (lang: UiLang): Reader =>
	lang === 'en' ? 'en' : lang === 'zh-CN' ? 'zh-Hans' : 'zh-Hant-TW';
