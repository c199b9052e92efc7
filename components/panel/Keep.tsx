/** Keeping this page: what that stores, the reader's switch, and why it cannot be done where it cannot. */
import { useId, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import type { PanelAsk } from './ask.ts';

export function Keep({ ask }: { ask: PanelAsk }) {
	const { t, count } = useLocale();
	const { answer, again } = useAsked(() => ask.keeping(), [ask.key]);
	const [date, setDate] = useState('');
	const id = useId();
	if (!answer) return null;
	const { may, on, kept, corrected } = answer;
	const done = (act: Promise<void>) => void act.then(again, again);
	return (
		<section class="keep">
			<h2 class="part-title">{t('keepTitle')}</h2>
			{may === 'private' && <p class="meta">{t('keepPrivate')}</p>}
			{may === 'in-pack' && <p class="meta">{t('keepInPack')}</p>}
			{(may === 'yes' || may === 'undated') && !kept && <p class="meta">{t('keepWhy')}</p>}
			{may === 'undated' && on && !kept && (
				<p class="keep-date">
					<label for={id}>{t('keepUndated')}</label>
					<input id={id} type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
				</p>
			)}
			<p class="acts" role="status">
				{kept && <span>{t('keepDone')}</span>}
				{kept && (
					<button type="button" class="second" onClick={() => done(ask.forget())}>
						{t('keepForget')}
					</button>
				)}
				{!kept && !on && may !== 'private' && may !== 'in-pack' && (
					<button type="button" class="second" onClick={() => done(ask.allowKeeping())}>
						{t('keepOn')}
					</button>
				)}
				{!kept && on && (may === 'yes' || may === 'undated') && (
					<button
						type="button"
						class="second"
						disabled={may === 'undated' && date === ''}
						onClick={() => done(ask.keep(date))}
					>
						{t('keepTitle')}
					</button>
				)}
				{(kept || on) && (
					<a href="kept.html" target="_blank" rel="noopener">
						{t('keepOpen')}
					</a>
				)}
			</p>
			{corrected > 0 && <p class="meta">{count('keptCorrected', corrected)}</p>}
		</section>
	);
}
