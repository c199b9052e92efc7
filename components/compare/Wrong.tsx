/** "Something wrong?" at one claim: a report for whoever answers for the pack, copied, never sent. */
import { useId, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import type { Details } from './Details.tsx';
import { wrongReport } from './wrong.ts';

type Props = Omit<Parameters<typeof Details>[0], 'onSentence'>;

export function Wrong({ line, view, onCopy }: Props) {
	const { t } = useLocale();
	const [open, setOpen] = useState(false);
	const [withText, setWithText] = useState(false);
	const [notice, setNotice] = useState('');
	const id = useId();
	const copy = async () => {
		const done = await onCopy(wrongReport(view, line, withText));
		setNotice(done ? t('reportCopied', view.pack.corrections ?? view.pack.title.text) : t('copyFailed'));
	};
	return (
		<div class="wrong">
			<button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
				{t('somethingWrong')}
			</button>
			{open && (
				<div>
					{line.quotes.length > 0 && (
						<label class="switch" for={id}>
							<input
								id={id}
								type="checkbox"
								checked={withText}
								onChange={(event) => setWithText(event.currentTarget.checked)}
							/>
							<span>{t('wrongWithText')}</span>
						</label>
					)}
					<button type="button" class="second" onClick={() => void copy()}>
						{t('wrongCopy')}
					</button>
				</div>
			)}
			<p role="status" class="meta">
				{notice}
			</p>
		</div>
	);
}
