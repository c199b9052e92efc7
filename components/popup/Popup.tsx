/**
 * The popup: what is on this page, search, and every event with its coverage. It holds no store: `ask` does,
 * and what a reader may change goes out through the callbacks, because both can outlive a popup.
 */
import { useState } from 'preact/hooks';
import type { PackLine } from '../../lib/corpus/views.ts';
import type { Locale } from '../../lib/locale/index.ts';
import { LocaleContext } from '../locale.ts';
import { Icon } from '../text/Icon.tsx';
import type { Ask } from './ask.ts';
import { EntityScreen } from './EntityScreen.tsx';
import { EventScreen } from './EventScreen.tsx';
import { Home } from './Home.tsx';
import { PackFoot } from './PackFoot.tsx';
import { useAsked } from './useAsked.ts';

export type StoreState = 'ready' | 'installing' | 'rebuilt' | 'damaged';
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
	/** Opens at this screen. */
	start?: Screen;
}

export function Popup({ ask, locale, state, pack, onGrant, onSiteOff, start }: PopupProps) {
	const [path, setPath] = useState<Screen[]>(start ? [start] : []);
	const [text, setText] = useState('');
	// An installed pack changes every answer.
	const page = useAsked(() => ask.page(), [ask, state]);
	const { t } = locale;
	const screen = path.at(-1);
	const open = (next: Screen) => setPath([...path, next]);

	return (
		<LocaleContext value={locale}>
			<main class="sidelight popup" lang={locale.lang}>
				<h1 class="spoken">{t('extName')}</h1>
				{state !== 'ready' && (
					<p class="calm" role="status">
						{t(`store_${state}`)}
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
						onGrant={onGrant}
					/>
				)}
				{screen?.kind === 'event' && <EventScreen key={screen.id} ask={ask} id={screen.id} />}
				{screen?.kind === 'entity' && <EntityScreen key={screen.id} ask={ask} id={screen.id} onOpen={open} />}
				<PackFoot
					pack={pack}
					page={page.answer ?? null}
					onSiteOff={(host, off) => void onSiteOff(host, off).then(page.again)}
				/>
			</main>
		</LocaleContext>
	);
}
