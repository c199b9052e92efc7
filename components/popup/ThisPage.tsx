/** What stands between Sidelight and the page in the tab, and what a reader can do about it; nothing when all is well. */
import type { PageView } from '../../lib/corpus/views.ts';
import { Pause } from '../control/Pause.tsx';
import { useLocale } from '../locale.ts';

export interface ThisPageProps {
	page: PageView;
	paused: number;
	onGrant: (host: string) => void;
	onOnce: () => void;
	onPause: (until: number) => void;
}

export function ThisPage({ page, paused, onGrant, onOnce, onPause }: ThisPageProps) {
	const { t } = useLocale();
	const { host, access, running, events, names } = page;
	if (access === 'impossible') return <p class="calm">{t('pageImpossible')}</p>;
	if (paused > Date.now())
		return (
			<div class="calm">
				<Pause paused={paused} onPause={onPause} />
			</div>
		);
	if (page.off) return <p class="calm">{t('siteIsOff', host)}</p>;
	if (access === 'none')
		return (
			<div class="calm">
				<p>{t('grantWhy', host)}</p>
				<button type="button" class="main" onClick={() => onGrant(host)}>
					{t('grantSite')}
				</button>
				{!running && (
					<p class="once">
						{t('readOnceWhy')}{' '}
						<button type="button" class="more" onClick={onOnce}>
							{t('readOnce')}
						</button>
					</p>
				)}
			</div>
		);
	return events.length + names.length > 0 ? null : <p class="calm">{t('nothingOnPage')}</p>;
}
