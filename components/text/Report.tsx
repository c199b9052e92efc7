/** What a report of a fault takes along: the page's own words only where the reader says so. */
import { useId, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';

interface Props {
	/** Whether the page has a sentence that could be added. */
	sentence: boolean;
	onCopy: (withText: boolean) => void;
}

export function Report({ sentence, onCopy }: Props) {
	const { t } = useLocale();
	const [withText, setWithText] = useState(false);
	const id = useId();
	return (
		<div class="report">
			{sentence && (
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
			<button type="button" class="second" onClick={() => onCopy(withText)}>
				{t('wrongCopy')}
			</button>
		</div>
	);
}
