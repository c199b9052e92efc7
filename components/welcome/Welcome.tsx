/** The first page a reader meets: what Sidelight does, what it never does, and where it may read. */
import { useId } from 'preact/hooks';
import type { Locale } from '../../lib/locale/index.ts';
import { LocaleContext, useLocale } from '../locale.ts';

/** Languages a reader may have names in; zh-Hant is not one place. */
export const NAME_LANGS = ['en', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'] as const;
export type NameLang = (typeof NAME_LANGS)[number];
export type Access = 'all' | 'click';

export interface WelcomeProps {
	locale: Locale;
	/** What holds now; null before the first choice. */
	access: Access | null;
	/** The browser said no to the last request. */
	refused?: boolean;
	names: NameLang;
	/** Modes of marking can be chosen: then the page says what hover-only spares. */
	modes?: boolean;
	/** Called in the click itself: browsers grant nothing later. */
	onAccess: (access: Access) => void;
	onNames: (names: NameLang) => void;
}

export function Welcome({ locale, access, refused = false, names, modes = false, ...on }: WelcomeProps) {
	const { t } = locale;
	return (
		<LocaleContext value={locale}>
			<main class="sidelight welcome" lang={locale.lang}>
				<header>
					<p class="brand">{t('extName')}</p>
					<h1 class="display">{t('welcomeTitle')}</h1>
					<p class="lead">{t('welcomeLead')}</p>
				</header>
				<section>
					<h2>{t('welcomeAccess')}</h2>
					<div class="choices">
						<Choice access="all" chosen={access === 'all'} onAccess={on.onAccess} />
						<Choice access="click" chosen={access === 'click'} onAccess={on.onAccess} />
					</div>
					<p role="status" class="meta">
						{refused && t('accessRefused')}
					</p>
				</section>
				<Names names={names} onNames={on.onNames} />
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
				<p class="aside">
					{t('welcomeMarks')} {modes && t('welcomeHoverOnly')}
				</p>
			</main>
		</LocaleContext>
	);
}

interface ChoiceProps {
	access: Access;
	chosen: boolean;
	onAccess: (access: Access) => void;
}

function Choice({ access, chosen, onAccess }: ChoiceProps) {
	const { t } = useLocale();
	const id = useId();
	const [title, why] =
		access === 'all'
			? (['accessAll', 'accessAllWhy'] as const)
			: (['accessClick', 'accessClickWhy'] as const);
	return (
		<div class="choice" data-chosen={chosen || undefined}>
			<button
				type="button"
				class="main"
				aria-pressed={chosen}
				aria-describedby={id}
				onClick={() => onAccess(access)}
			>
				{t(title)}
			</button>
			<p id={id}>{t(why)}</p>
			{chosen && <p class="chosen">✓ {t('accessChosen')}</p>}
		</div>
	);
}

function Names({ names, onNames }: Pick<WelcomeProps, 'names' | 'onNames'>) {
	const { t } = useLocale();
	const id = useId();
	return (
		<section>
			<fieldset>
				<legend>
					<h2>{t('namesLanguage')}</h2>
				</legend>
				<p class="meta">{t('namesLanguageWhy')}</p>
				<div class="radios">
					{NAME_LANGS.map((lang) => (
						<label key={lang}>
							<input
								type="radio"
								name={id}
								value={lang}
								checked={lang === names}
								onChange={() => onNames(lang)}
							/>
							<span>{t(KEYS[lang])}</span>
							<bdi lang={lang} class="event-name">
								{EXAMPLES[lang]}
							</bdi>
						</label>
					))}
				</div>
			</fieldset>
		</section>
	);
}

const KEYS = {
	en: 'lang_en',
	'zh-Hans': 'lang_zh_Hans',
	'zh-Hant-TW': 'lang_zh_Hant_TW',
	'zh-Hant-HK': 'lang_zh_Hant_HK',
} as const;
/** One name as each place writes it: why the choice is there. */
const EXAMPLES: Record<NameLang, string> = {
	en: 'Putin',
	'zh-Hans': '普京',
	'zh-Hant-TW': '普丁',
	'zh-Hant-HK': '普京',
};
