/** The first page a reader meets: what Sidelight does, what it never does, and where it may read. */
import type { Locale } from '../../lib/locale/index.ts';
import type { Look } from '../../lib/settings/index.ts';
import { Access, type AccessProps } from '../control/Access.tsx';
import { Modes } from '../control/Modes.tsx';
import { type NameLang, NameLangs } from '../control/NameLangs.tsx';
import { LocaleContext } from '../locale.ts';

export interface WelcomeProps {
	locale: Locale;
	access: AccessProps;
	names: NameLang;
	/** How it shows itself; the page says beside the choice what each lets a page detect. */
	modes: { look: Look; onLook: (look: Look) => void };
	onNames: (names: NameLang) => void;
}

export function Welcome({ locale, access, names, modes, onNames }: WelcomeProps) {
	const { t } = locale;
	return (
		<LocaleContext value={locale}>
			<main class="sidelight welcome" lang={locale.lang}>
				<header>
					<p class="brand">{t('extName')}</p>
					<h1 class="display">{t('welcomeTitle')}</h1>
					<p class="lead">{t('welcomeLead')}</p>
				</header>
				<Access {...access} />
				<div>
					<Modes {...modes} />
					<div class="aside">
						<p>{t('welcomeMarks')}</p>
						<p>{t('welcomeHoverOnly')}</p>
					</div>
				</div>
				<NameLangs names={names} onNames={onNames} />
				<div class="columns">
					<section>
						<h2>{t('welcomeDoes')}</h2>
						<ul>
							<li>{t('welcomeDoes1')}</li>
							<li>{t('welcomeDoes2')}</li>
							<li>{t('welcomeDoes3')}</li>
						</ul>
					</section>
					<section>
						<h2>{t('welcomeNever')}</h2>
						<ul>
							<li>{t('welcomeNever1')}</li>
							<li>{t('welcomeNever2')}</li>
							<li>{t('welcomeNever3')}</li>
						</ul>
					</section>
				</div>
			</main>
		</LocaleContext>
	);
}
