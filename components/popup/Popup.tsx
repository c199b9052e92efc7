/**
 * The popup: what is on this page, the latest events, and search; each line opens the corpus page at its place. It holds
 * no store: `ask` does, and what a reader may change goes out through the callbacks, because both can outlive a popup.
 */
import type { Key, Locale } from '../../lib/locale/index.ts';
import { LocaleContext } from '../locale.ts';
import type { PopupAsk } from './ask.ts';
import { Home } from './Home.tsx';
import { PackFoot } from './PackFoot.tsx';
import { useAsked } from './useAsked.ts';

export type StoreState = 'ready' | 'installing' | 'rebuilt' | 'damaged' | 'private' | 'no-pack';
/** The one calm line for each. */
export const STORE_TEXTS: Record<Exclude<StoreState, 'ready'>, Key> = {
	installing: 'store_installing',
	rebuilt: 'store_rebuilt',
	damaged: 'store_damaged',
	private: 'panelPrivate',
	'no-pack': 'noPack',
};

export interface PopupProps {
	ask: PopupAsk;
	locale: Locale;
	state: StoreState;
	/** false until a pack is known to be there. */
	installed: boolean;
	/** Asks the browser for the site of the current tab. Must be called in the click itself. */
	onGrant: (host: string) => void;
	onSiteOff: (host: string, off: boolean) => Promise<void>;
	/** Off everywhere until then, ms since 1970; 0 when not. */
	paused: number;
	onPause: (until: number) => void;
	/** Lets the overlay into the current tab for this once; the popup's own opening allowed it. */
	onOnce: () => Promise<void>;
	/** Opens the corpus page at this hash. */
	onOpen: (place: string) => void;
	onPanel: () => void;
	onPacks: () => void;
	onSettings: () => void;
}

export function Popup({ ask, locale, state, installed, paused, ...on }: PopupProps) {
	// An installed pack changes every answer.
	const page = useAsked(() => ask.page(), [ask, state, paused]);
	const packs = useAsked(() => ask.packs(), [ask, state]);
	const { t } = locale;
	return (
		<LocaleContext value={locale}>
			<main class="sidelight popup" lang={locale.lang}>
				<h1 class="spoken">{t('extName')}</h1>
				{state !== 'ready' && (
					<p class="calm" role="status">
						{t(STORE_TEXTS[state])}
					</p>
				)}
				<Home
					ask={ask}
					page={page.failed ? null : page.answer}
					fresh={state}
					installed={installed}
					paused={paused}
					onOpen={on.onOpen}
					onPause={on.onPause}
					onGrant={on.onGrant}
					onOnce={() => void on.onOnce().then(page.again)}
				/>
				<PackFoot
					packs={packs.answer ?? null}
					page={page.answer ?? null}
					paused={paused}
					onSiteOff={(host, off) => void on.onSiteOff(host, off).then(page.again)}
					onPause={on.onPause}
					onPanel={on.onPanel}
					onPacks={on.onPacks}
					onSettings={on.onSettings}
				/>
			</main>
		</LocaleContext>
	);
}
