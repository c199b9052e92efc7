/** Which pack answers, of what day, and the switch for this site. */
import type { PackLine, PageView } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Say } from '../text/Say.tsx';

interface Props {
	pack: PackLine | null;
	page: PageView | null;
	onSiteOff: (host: string, off: boolean) => void;
}

export function PackFoot({ pack, page, onSiteOff }: Props) {
	const { t, day, count } = useLocale();
	const canSwitch = page !== null && page.access !== 'impossible';
	if (pack === null && !canSwitch) return null;
	return (
		<footer class="foot">
			{canSwitch && (
				<label class="switch">
					<input
						type="checkbox"
						checked={page.off}
						onChange={(event) => onSiteOff(page.host, event.currentTarget.checked)}
					/>
					<span>{t('siteOff')}</span>
					<bdi class="meta" dir="ltr">
						{page.host}
					</bdi>
				</label>
			)}
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
