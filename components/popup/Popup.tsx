/**
 * The popup: what is on this page, search, and every event with its coverage. It holds no store: `ask` does,
 * and what a reader may change goes out through the callbacks, because both can outlive a popup.
 */
import { useState } from 'preact/hooks';
import type { PackLine } from '../../lib/corpus/views.ts';
import type { Key, Locale } from '../../lib/locale/index.ts';
import { LocaleContext } from '../locale.ts';
import { Icon } from '../text/Icon.tsx';
import type { Ask } from './ask.ts';
import { EntityScreen } from './EntityScreen.tsx';
import { EventScreen } from './EventScreen.tsx';
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
export type Screen = { kind: 'event' | 'entity'; id: string };

export interface PopupProps {
	ask: Ask;
	locale: Locale;
	state: StoreState;
	/** null while none is installed. */
	pack: PackLine | null;
	/** Asks the browser for the site of the current tab. Must be called in the click itself. */
	onGrant: (host: string) => void;
	onSiteOff: (host: string, off: boolean) => Promise<void>;
	/** Off everywhere until then, ms since 1970; 0 when not. */
	paused: number;
	onPause: (until: number) => void;
	/** Lets the overlay into the current tab for this once; the popup's own opening allowed it. */
	onOnce: () => Promise<void>;
	onPanel: () => void;
	onSettings: () => void;
	/** Opens at this screen. */
	start?: Screen;
}

export function Popup({ ask, locale, state, pack, paused, start, ...on }: PopupProps) {
	const [path, setPath] = useState<Screen[]>(start ? [start] : []);
	const [text, setText] = useState('');
	// An installed pack changes every answer.
	const page = useAsked(() => ask.page(), [ask, state, paused]);
	const { t } = locale;
	const screen = path.at(-1);
	const open = (next: Screen) => setPath([...path, next]);

	return (
		<LocaleContext value={locale}>
			<main class="sidelight popup" lang={locale.lang}>
				<h1 class="spoken">{t('extName')}</h1>
				{state !== 'ready' && (
					<p class="calm" role="status">
						{t(STORE_TEXTS[state])}
					</p>
				)}
				{screen && (
					<nav class="bar">
						<button type="button" class="back" onClick={() => setPath(path.slice(0, -1))}>
							<Icon name="back" />
							{t('back')}
						</button>
					</nav>
				)}
				{screen === undefined && (
					<Home
						ask={ask}
						page={page.answer ?? null}
						text={text}
						fresh={state}
						onText={setText}
						onOpen={open}
						paused={paused}
						onPause={on.onPause}
						onGrant={on.onGrant}
						onOnce={() => void on.onOnce().then(page.again)}
					/>
				)}
				{screen?.kind === 'event' && <EventScreen key={screen.id} ask={ask} id={screen.id} />}
				{screen?.kind === 'entity' && <EntityScreen key={screen.id} ask={ask} id={screen.id} onOpen={open} />}
				<PackFoot
					pack={pack}
					page={page.answer ?? null}
					paused={paused}
					onSiteOff={(host, off) => void on.onSiteOff(host, off).then(page.again)}
					onPause={on.onPause}
					onPanel={on.onPanel}
					onSettings={on.onSettings}
				/>
			</main>
		</LocaleContext>
	);
}
