/**
 * The side panel: the events of the page beside it with their whole coverage, and every name on it in order.
 * It follows the tab silently; only what it was opened for is announced, once.
 */
import type { MentionLine } from '../../lib/corpus/views.ts';
import type { Locale } from '../../lib/locale/index.ts';
import type { ComparisonProps } from '../compare/Comparison.tsx';
import type { ClaimActs } from '../compare/Details.tsx';
import { type Place, WholeContext } from '../event/Whole.tsx';
import { LocaleContext } from '../locale.ts';
import { STORE_TEXTS, type StoreState } from '../popup/Popup.tsx';
import type { PanelAsk, PanelPage } from './ask.ts';
import { Mentions } from './Mentions.tsx';
import { PageEvents } from './PageEvents.tsx';
import { Paste } from './Paste.tsx';
import { Quiet, type QuietProps } from './Quiet.tsx';
import { Wanted } from './Wanted.tsx';

export interface PanelProps
	extends Omit<QuietProps, 'page'>,
		ClaimActs,
		Pick<ComparisonProps, 'focus' | 'all' | 'onPrint'> {
	ask: PanelAsk;
	locale: Locale;
	state: StoreState;
	/** null where the tab shows no page; undefined until it was looked at. */
	page: PanelPage | null | undefined;
	mentions: readonly MentionLine[];
	/** Said once, when the panel was opened: what is on the page. */
	announce: boolean;
	/** Public id of the event that was asked for in a card of this page. */
	wanted?: string | null;
	onBack?: () => void;
	onGo: (at: number) => void;
	/** Opens the corpus page. */
	onWhole: (place: Place) => void;
	onSettings: () => void;
}

export function Panel({ ask, locale, state, page, mentions, announce, wanted = null, ...on }: PanelProps) {
	const { t, count } = locale;
	const readable = page?.running && !page.off && on.paused <= Date.now();
	const parts = readable
		? [
				count('names', mentions.length),
				...(page.events.length > 0 ? [count('events', page.events.length)] : []),
			]
		: [];
	const summary = locale.list(parts);
	return (
		<LocaleContext value={locale}>
			<WholeContext value={on.onWhole}>
				<main class="sidelight panel" lang={locale.lang}>
					<header class="panel-head">
						<h1>{t('extName')}</h1>
						{page && page.host !== '' && (
							<p class="meta">
								<bdi dir="ltr">{page.host}</bdi>
								{summary !== '' && <span class="at">{summary}</span>}
							</p>
						)}
						<p role="status" class="spoken">
							{announce && summary}
						</p>
					</header>
					{state !== 'ready' && <p class="calm">{t(STORE_TEXTS[state])}</p>}
					{page === undefined && <p class="calm">{t('panelReading')}</p>}
					{page !== undefined && !readable && <Quiet page={page} {...on} />}
					{readable && (
						<>
							{wanted !== null && <Wanted key={wanted} ask={ask} id={wanted} onBack={() => on.onBack?.()} />}
							{page.events.length + mentions.length > 0 && (
								<PageEvents
									ask={ask}
									events={page.events}
									focus={on.focus}
									all={on.all}
									onSentence={on.onSentence}
									onCopy={on.onCopy}
									onPrint={on.onPrint}
								/>
							)}
							<Mentions mentions={mentions} onGo={on.onGo} />
						</>
					)}
					<Paste ask={ask} all={on.all} onCopy={on.onCopy} onPrint={on.onPrint} />
					<footer class="panel-foot">
						<button type="button" class="more" onClick={on.onSettings}>
							{t('settings')}
						</button>
					</footer>
				</main>
			</WholeContext>
		</LocaleContext>
	);
}
