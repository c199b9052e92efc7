/** Why nothing is listed, in one calm line, and what a reader can do about it. */
import { Pause } from '../control/Pause.tsx';
import { useLocale } from '../locale.ts';
import type { PanelPage } from './ask.ts';

export interface QuietProps {
	/** null where the tab shows no page. */
	page: PanelPage | null;
	/** Off everywhere until then, ms since 1970. */
	paused: number;
	onPause: (until: number) => void;
	/** Asks the browser for the site. Called in the click itself. */
	onGrant: (host: string) => void;
	onSiteOn: (host: string) => void;
	/** Lets the overlay into the page. */
	onStart: () => void;
}

export function Quiet({ page, paused, onPause, onGrant, onSiteOn, onStart }: QuietProps) {
	const { t } = useLocale();
	if (page === null) return <p class="calm">{t('panelNoPage')}</p>;
	const { host, access, off } = page;
	// Without access a browser does not even tell which page it is.
	if (access === 'impossible') return <p class="calm">{t('panelNoAccess')}</p>;
	if (paused > Date.now())
		return (
			<div class="calm">
				<Pause paused={paused} onPause={onPause} />
			</div>
		);
	const [line, act, go] = off
		? ([t('siteIsOff', host), t('siteOn'), () => onSiteOn(host)] as const)
		: access === 'none'
			? ([t('grantWhy', host), t('grantSite'), () => onGrant(host)] as const)
			: ([t('panelSilent'), t('panelStart'), onStart] as const);
	return (
		<div class="calm">
			<p>{line}</p>
			<button type="button" class="main" onClick={go}>
				{act}
			</button>
		</div>
	);
}
