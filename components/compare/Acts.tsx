/** What can be done with a comparison as a whole: notes on the clipboard, paper. */
import { useState } from 'preact/hooks';
import type { ComparisonView } from '../../lib/corpus/comparison-views.ts';
import { useLocale } from '../locale.ts';
import type { ClaimActs } from './Details.tsx';
import { notesOf } from './notes.ts';

interface Props extends Pick<ClaimActs, 'onCopy'> {
	view: ComparisonView;
	page: { title: string; url: string };
	onPrint: () => void;
}

export function Acts({ view, page, onCopy, onPrint }: Props) {
	const locale = useLocale();
	const { t } = locale;
	const [notice, setNotice] = useState('');
	const copy = async () =>
		setNotice(t((await onCopy(notesOf(view, page, locale))) ? 'copied' : 'copyFailed'));
	return (
		<div class="acts">
			<button type="button" class="second" onClick={() => void copy()}>
				{t('copyNotes')}
			</button>
			<button type="button" class="second" onClick={onPrint}>
				{t('print')}
			</button>
			<p role="status" class="meta">
				{notice}
			</p>
		</div>
	);
}
