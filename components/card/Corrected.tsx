/** What a newer version of the pack took back or put otherwise while the card was open. */
import type { CorrectedLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { Say } from '../text/Say.tsx';

export function Corrected({ lines }: { lines: readonly CorrectedLine[] }) {
	const { t, gap } = useLocale();
	if (lines.length === 0) return null;
	return (
		<ul class="corrected">
			{lines.map(({ claim, was, now }) => (
				<li key={claim}>
					<p>
						<span class="tag">{t(now ? 'corrected' : 'withdrawn')}</span>
						<Say said={now ?? was} />
					</p>
					{now && (
						<p class="meta">
							{t('correctedBefore')}
							{gap}
							<Say said={was} />
						</p>
					)}
				</li>
			))}
		</ul>
	);
}
