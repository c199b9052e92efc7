/** Which packs answer, of what day, and the switch for this site. */
import type { PageView } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Say } from '../text/Say.tsx';
import type { PacksLook } from './ask.ts';

interface Props {
	/** null until it is known. */
	packs: PacksLook | null;
	page: PageView | null;
	paused: number;
	onSiteOff: (host: string, off: boolean) => void;
	onPause: (until: number) => void;
	onPanel: () => void;
	onPacks: () => void;
	onSettings: () => void;
}

const HOUR = 3_600_000;

export function PackFoot({ packs, page, paused, ...on }: Props) {
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
			{packs !== null && packs.count > 0 && (
				<p class="meta">
					<button type="button" class="more packs" onClick={on.onPacks}>
						{packs.one ? <Say said={packs.one.title} /> : count('packs', packs.count)}
					</button>
					<At whole>{count('articles', packs.articles)}</At>
					{packs.asOf !== '' && <At whole>{t('asOf', day(packs.asOf))}</At>}
					{packs.failed > 0 && <At whole>{count('packsFailed', packs.failed)}</At>}
				</p>
			)}
		</footer>
	);
}
