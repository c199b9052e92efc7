/** Where and for which names the reader does not want to be shown anything, each with a way back. */
import type { Said } from '../../lib/corpus/views.ts';
import { type Settings, typedHost, withItem } from '../../lib/settings/index.ts';
import { Removable } from '../control/Removable.tsx';
import { Sites } from '../control/Sites.tsx';
import { useLocale } from '../locale.ts';

interface Change {
	onChange: (change: (now: Settings) => Partial<Settings>) => void;
}

export function SitesOff({ sites, onChange }: Change & { sites: readonly string[] }) {
	const { t } = useLocale();
	const set = (site: string, off: boolean) => onChange((now) => ({ off: withItem(now.off, site, off) }));
	return (
		<section>
			<h2>{t('sitesOffTitle')}</h2>
			{sites.length === 0 && <p class="meta">{t('sitesOffNone')}</p>}
			<Sites
				sites={sites}
				label={t('sitesOffTitle')}
				remove={t('siteOn')}
				onAdd={(typed) => {
					const host = typedHost(typed);
					if (host !== null) set(host, true);
					return host !== null;
				}}
				onRemove={(site) => set(site, false)}
			/>
		</section>
	);
}

export interface HiddenName {
	id: string;
	/** null where no installed pack has it. */
	name: Said | null;
	description: Said | null;
}

export function HiddenNames({ names, onChange }: Change & { names: readonly HiddenName[] }) {
	const { t, lang } = useLocale();
	return (
		<section class="hidden-names">
			<h2>{t('hiddenTitle')}</h2>
			{names.length === 0 && <p class="meta">{t('hiddenNone')}</p>}
			<Removable
				label={t('hiddenTitle')}
				items={names.map(({ id, name, description }) => ({
					id,
					said: name ?? { text: id.slice(id.indexOf('/') + 1), lang: 'und' },
					note: name ? (description ?? undefined) : { text: t('hiddenUnknown'), lang },
				}))}
				remove={t('hiddenAgain')}
				onRemove={(id) => onChange((now) => ({ hidden: withItem(now.hidden, id, false) }))}
			/>
		</section>
	);
}
