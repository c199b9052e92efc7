/** A difference, by word and sign; the colour only repeats them. Another wording is no fault and has none. */
import type { ReportLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';

const SIGNS = { differs: '≠', 'words-otherwise': '≈', reports: '' } as const;
const WORDS = { differs: 'differs', 'words-otherwise': 'wordsOtherwise' } as const;

type Stance = ReportLine['stance'];

/** With its word, as a label. */
export function UnlikeTag({ stance }: { stance: Exclude<Stance, 'reports'> }) {
	const { t } = useLocale();
	return (
		<span class="tag" data-stance={stance}>
			<span aria-hidden="true">{SIGNS[stance]} </span>
			{t(WORDS[stance])}
		</span>
	);
}

/** In the margin of a line; its word is spoken. */
export function MarginSign({ stance }: { stance: Stance }) {
	const { t } = useLocale();
	return (
		<span class="sign" data-stance={stance}>
			<span aria-hidden="true">{SIGNS[stance]}</span>
			{stance !== 'reports' && <span class="spoken">{t(WORDS[stance])}: </span>}
		</span>
	);
}
