/** "Something wrong?" at one claim: a report for whoever answers for the pack, copied, never sent. */
import { useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { Report } from '../text/Report.tsx';
import type { Details } from './Details.tsx';
import { wrongReport } from './wrong.ts';

type Props = Omit<Parameters<typeof Details>[0], 'onSentence'>;

export function Wrong({ line, view, onCopy }: Props) {
	const { t } = useLocale();
	const [open, setOpen] = useState(false);
	const [notice, setNotice] = useState('');
	const copy = async (withText: boolean) => {
		const done = await onCopy(wrongReport(view, line, withText));
		setNotice(done ? t('reportCopied', view.pack.corrections ?? view.pack.title.text) : t('copyFailed'));
	};
	return (
		<div class="wrong">
			<button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
				{t('somethingWrong')}
			</button>
			{open && <Report sentence={line.quotes.length > 0} onCopy={(withText) => void copy(withText)} />}
			<p role="status" class="meta">
				{notice}
			</p>
		</div>
	);
}
