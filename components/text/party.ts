/** A party to the event in words: that it is one, or whom its speaker speaks for. */
import type { Said } from '../../lib/corpus/views.ts';
import type { Locale } from '../../lib/locale/index.ts';

export const partyWords = ({ text }: Pick<Said, 'text'>, party: Said, { t }: Pick<Locale, 't'>): string =>
	party.text === text ? t('party') : t('partyFor', party.text);
