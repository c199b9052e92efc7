/** Which pack answers, of what day, and the switch for this site. */
import type { PackLine, PageView } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Say } from '../text/Say.tsx';

interface Props {
	pack: PackLine | null;
	page: PageView | null;
	paused: number;
	onSiteOff: (host: string, off: boolean) => void;
	onPause: (until: number) => void;
	onPanel: () => void;
	onSettings: () => void;
}

const HOUR = 3_600_000;

export function PackFoot({ pack, page, paused, ...on }: Props) {
	const { t, day, count } = useLocale();
	const canSwitch = page !== null && page.access !== 'impossible';
	return (
		<footer class="foot">
			{canSwitch && (
				<label class="switch">
					<input
						type="checkbox"
						checked={page.off}
						onChange={(event) => on.onSiteOff(page.host, event.currentTarget.checked)}
					/>
					<span>{t('siteOff')}</span>
					<bdi class="meta" dir="ltr">
						{page.host}
					</bdi>
				</label>
			)}
			<div class="acts">
				<button type="button" onClick={on.onPanel}>
					{t('panelOpen')}
				</button>
				{paused <= Date.now() && (
					<button type="button" onClick={() => on.onPause(Date.now() + HOUR)}>
						{t('menuPause')}
					</button>
				)}
				<button type="button" onClick={on.onSettings}>
					{t('settings')}
				</button>
			</div>
			{pack !== null && (
				<p class="meta">
					<Say said={pack.title} />
					<At whole>{count('articles', pack.articles)}</At>
					<At whole>{t('asOf', day(pack.asOf))}</At>
				</p>
			)}
		</footer>
	);
}
