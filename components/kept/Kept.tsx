/** The reader's own pack: every page kept, what it was seen to state, and what packs have corrected since. */
import { useState } from 'preact/hooks';
import type { Locale } from '../../lib/locale/index.ts';
import { LocaleContext } from '../locale.ts';
import { type KeptActs, KeptItem, type KeptLine } from './KeptItem.tsx';

export interface KeptProps extends KeptActs {
	locale: Locale;
	on: boolean;
	/** null where they cannot be read. */
	pages: readonly KeptLine[] | null;
	/** Packs the kept claims are from. */
	packs: readonly { id: string; title: string }[];
	onSwitch: (on: boolean) => void;
	/** Saves the pages kept on one pack's story. */
	onExport: (pack: string) => void;
	onDeleteAll: () => void;
}

export function Kept({ locale, on, pages, packs, onSwitch, onExport, onDeleteAll, ...acts }: KeptProps) {
	const { t, number } = locale;
	const [sure, setSure] = useState(false);
	return (
		<LocaleContext value={locale}>
			<main class="sidelight kept" lang={locale.lang}>
				<header>
					<p class="brand">{t('extName')}</p>
					<h1 class="display">{t('keepOpen')}</h1>
					<p>{t('keepWhy')}</p>
					<label class="switch">
						<input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />
						<span>{t('keepLabel')}</span>
					</label>
				</header>
				{pages === null && <p class="calm">{t('store_damaged')}</p>}
				{pages?.length === 0 && <p class="calm">{t('keptNone')}</p>}
				<ul class="pages">
					{pages?.map((page) => (
						<li key={page.kept.id}>
							<KeptItem page={page} {...acts} />
						</li>
					))}
				</ul>
				{packs.map(({ id, title }) => (
					<section key={id}>
						<button type="button" class="second" onClick={() => onExport(id)}>
							{t('keptExport')}
						</button>
						<p class="meta">{t('keptExportWhy', title)}</p>
					</section>
				))}
				{pages && pages.length > 0 && (
					<section>
						<button type="button" class="second" onClick={() => (sure ? onDeleteAll() : setSure(true))}>
							{sure ? t('keptDeleteSure', number(pages.length)) : t('keptDeleteAll')}
						</button>
					</section>
				)}
			</main>
		</LocaleContext>
	);
}
