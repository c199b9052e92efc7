/** Whose facts these are and of what day, and what a reader can do about them. */
import { useState } from 'preact/hooks';
import type { PackLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Report } from '../text/Report.tsx';
import { Say } from '../text/Say.tsx';
import type { CardAct } from './Card.tsx';

interface Props {
	pack: PackLine | null;
	/** What came of the last act, said once. */
	notice: string | null;
	hidden: boolean;
	/** Whether the name stands in a sentence. */
	sentence: boolean;
	onAct: (act: CardAct) => void;
}

export function Foot({ pack, notice, hidden, sentence, onAct }: Props) {
	const { t } = useLocale();
	const [wrong, setWrong] = useState(false);
	return (
		<footer class="foot">
			{pack !== null && <Pack pack={pack} />}
			<div class="acts">
				<button type="button" onClick={() => onAct('copy')}>
					{t('copy')}
				</button>
				<button type="button" onClick={() => onAct('hide-name')}>
					{t(hidden ? 'unhideName' : 'hideName')}
				</button>
				<button type="button" aria-expanded={wrong} onClick={() => setWrong(!wrong)}>
					{t('somethingWrong')}
				</button>
			</div>
			{wrong && (
				<Report
					sentence={sentence}
					onCopy={(withText) => onAct(withText ? 'report-with-sentence' : 'report')}
				/>
			)}
			<p role="status" class={notice === null ? 'spoken' : 'notice'}>
				{notice}
			</p>
		</footer>
	);
}

function Pack({ pack }: { pack: PackLine }) {
	const { t, day } = useLocale();
	return (
		<p class="meta">
			<Say said={pack.title} />
			{pack.editor && (
				<At>
					<Say said={pack.editor} />
				</At>
			)}
			<At whole>{t('asOf', day(pack.asOf))}</At>
		</p>
	);
}
