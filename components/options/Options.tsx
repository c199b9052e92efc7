/** Everything a reader can choose, on one page. It holds nothing: what holds comes in, what is wanted goes out. */
import type { Locale } from '../../lib/locale/index.ts';
import { type Settings, SHOWS } from '../../lib/settings/index.ts';
import { Access, type AccessProps } from '../control/Access.tsx';
import { SHOW_TEXTS } from '../control/choices.ts';
import { Modes } from '../control/Modes.tsx';
import { NameLangs } from '../control/NameLangs.tsx';
import { Pause } from '../control/Pause.tsx';
import { Radios } from '../control/Radios.tsx';
import { LocaleContext } from '../locale.ts';
import { About } from './About.tsx';
import { HiddenNames, SitesOff } from './Exceptions.tsx';
import { type FileProps, SettingsFile } from './SettingsFile.tsx';
import { Shortcuts, type ShortcutsProps } from './Shortcuts.tsx';

export interface OptionsProps {
	locale: Locale;
	settings: Settings;
	access: AccessProps;
	/** Names marked no more; null as name where no installed pack has it. */
	hidden: Parameters<typeof HiddenNames>[0]['names'];
	shortcuts: ShortcutsProps;
	file: FileProps;
	onChange: (change: (now: Settings) => Partial<Settings>) => void;
}

export function Options({ locale, settings, access, hidden, shortcuts, file, onChange }: OptionsProps) {
	const { t } = locale;
	const { look, show, reader, badge, paused, off } = settings;
	const shows = SHOWS.map((value) => {
		const [title, why] = SHOW_TEXTS[value];
		return { value, title: t(title), why: t(why) };
	});
	return (
		<LocaleContext value={locale}>
			<main class="sidelight options" lang={locale.lang}>
				<header>
					<p class="brand">{t('extName')}</p>
					<h1 class="display">{t('settings')}</h1>
				</header>
				<section>
					<Pause paused={paused} onPause={(until) => onChange(() => ({ paused: until }))} />
				</section>
				<Modes look={look} onLook={(chosen) => onChange(() => ({ look: chosen }))} />
				<Radios
					legend={t('showTitle')}
					choices={shows}
					value={show}
					onChoose={(chosen) => onChange(() => ({ show: chosen }))}
				/>
				<NameLangs names={reader} auto onNames={(chosen) => onChange(() => ({ reader: chosen }))} />
				<Access {...access} />
				<SitesOff sites={off} onChange={onChange} />
				<HiddenNames names={hidden} onChange={onChange} />
				<section>
					<h2>{t('badgeTitle')}</h2>
					<label class="switch">
						<input
							type="checkbox"
							checked={badge}
							aria-describedby="badge-why"
							onChange={(event) => {
								const wanted = event.currentTarget.checked;
								onChange(() => ({ badge: wanted }));
							}}
						/>
						<span>{t('badgeLabel')}</span>
					</label>
					<p class="meta" id="badge-why">
						{t('badgeWhy')}
					</p>
				</section>
				<Shortcuts {...shortcuts} />
				<section>
					<h2>{t('packsTitle')}</h2>
					<p>{t('packsWhy')}</p>
					<p>
						<a href="packs.html">{t('packsOpen')}</a>
					</p>
				</section>
				<SettingsFile {...file} />
				<About />
			</main>
		</LocaleContext>
	);
}
