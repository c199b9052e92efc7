/** The UI texts, for every view under a provider. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Locale, locale } from '../lib/locale/index.ts';

export const LocaleContext = createContext<Locale>(locale('en'));
export const useLocale = (): Locale => useContext(LocaleContext);
