/** Who writes the name how: one line of regions, and on request every spelling with the outlets that use it. */
import { useState } from 'preact/hooks';
import type { NameForms, Region } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { Say, SayAll } from '../text/Say.tsx';

export function Names({ names, all = false }: { names: readonly NameForms[]; all?: boolean }) {
	const { t } = useLocale();
	const [asked, setAsked] = useState(false);
	const spellings = names.reduce((sum, { forms }) => sum + forms.length, 0);
	// The line shows one form a region; nothing is left to ask for when that is all there is.
	const folded = !all && spellings > names.length;
	const open = all || asked;
	if (names.length === 0) return null;
	return (
		<div class="names">
			<dl class={open ? 'open' : ''} aria-label={t('spellings')}>
				{names.map(({ regions, forms }) => (
					<div key={regions.join()}>
						<dt>
							<Regions regions={regions} short={!open} />
						</dt>
						<dd>{open ? <Forms forms={forms} /> : <SayAll said={forms.slice(0, 1)} />}</dd>
					</div>
				))}
			</dl>{' '}
			{folded && (
				<button type="button" class="more" aria-expanded={asked} onClick={() => setAsked(!asked)}>
					{asked ? t('showFewer') : t('spellingsMore')}
				</button>
			)}
		</div>
	);
}

/** Short for the eye on the one line, in full for the ear and where there is room. */
function Regions({ regions, short }: { regions: readonly Region[]; short: boolean }) {
	const { t, list, lang } = useLocale();
	const full = list(regions.map((region) => t(`region_${region}`)));
	if (!short) return <>{full}</>;
	return (
		<>
			<span aria-hidden="true">
				{regions.map((region) => t(`short_${region}`)).join(lang === 'en' ? '/' : '')}
			</span>
			<span class="spoken">{full}</span>
		</>
	);
}

function Forms({ forms }: { forms: NameForms['forms'] }) {
	const { t, day, list, aside, gap } = useLocale();
	return (
		<ul>
			{forms.map((form) => {
				const notes = [...form.usedBy, ...(form.until === null ? [] : [t('usedUntil', day(form.until))])];
				return (
					<li key={form.text}>
						<Say said={form} />
						{notes.length > 0 && (
							<span class="note">
								{gap}
								{aside(list(notes))}
							</span>
						)}
					</li>
				);
			})}
		</ul>
	);
}
