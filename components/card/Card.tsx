/**
 * The card on a name. Hovered it is a group, no dialog: it takes no focus and announces nothing. Opened by
 * keyboard (`focusable`) it is a dialog, and its host moves focus in.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { CardView, NameInside } from '../../lib/corpus/views.ts';
import type { Locale } from '../../lib/locale/index.ts';
import { EventCoverage } from '../event/EventCoverage.tsx';
import { EventFold } from '../event/EventFold.tsx';
import { EventHead } from '../event/EventHead.tsx';
import { type Place, Whole, WholeContext } from '../event/Whole.tsx';
import { LocaleContext } from '../locale.ts';
import { Icon } from '../text/Icon.tsx';
import { InsideContext } from '../text/Inside.tsx';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';

export type CardAct = 'copy' | 'hide-name' | 'site-off' | 'report' | 'report-with-sentence';

export interface CardProps {
	view: CardView;
	/** Names in the card's own words that lead on. */
	names?: readonly NameInside[];
	locale: Locale;
	/** Nothing folded. */
	expanded?: boolean;
	/** Opened by keyboard. */
	focusable?: boolean;
	/** What came of the last act ("Copied."), in the UI's language. */
	notice?: string | null;
	/** The name stands in a sentence that a report of a fault may quote. */
	quotable?: boolean;
	/** The reader wants this name marked no more. */
	hidden?: boolean;
	/** Stays where it is. Without `onPin` a card cannot. */
	pinned?: boolean;
	onPin?: () => void;
	onClose: () => void;
	onAct: (act: CardAct) => void;
	/** Where there is a panel: offers the page's event there. */
	onOpen?: (event: string) => void;
	/** Opens the corpus page. */
	onWhole?: (place: Place) => void;
	/** On the sentence the name stands in: between the name and the event. */
	children?: ComponentChildren;
}

const NONE: readonly NameInside[] = [];

export function Card({
	view,
	names = NONE,
	locale,
	expanded = false,
	focusable = false,
	notice = null,
	quotable = false,
	hidden = false,
	pinned = false,
	children,
	...on
}: CardProps) {
	const id = useId();
	const { t } = locale;
	const [first, ...others] = view.events;
	// An event the page has nothing to do with stays shut, however recent.
	const open = first !== undefined && first.relation !== 'none' ? first : null;
	const folds = open === null ? view.events : others;
	return (
		<LocaleContext value={locale}>
			<WholeContext value={on.onWhole ?? null}>
				<section
					class="sidelight card"
					lang={locale.lang}
					data-expanded={expanded || undefined}
					role={focusable ? 'dialog' : 'group'}
					aria-labelledby={id}
					tabIndex={focusable ? -1 : undefined}
				>
					{on.onPin && (
						<button
							type="button"
							class="close pin"
							aria-label={t('pinCard')}
							aria-pressed={pinned}
							onClick={on.onPin}
						>
							<Icon name="pin" />
						</button>
					)}
					<button type="button" class="close" aria-label={t('close')} onClick={on.onClose}>
						<Icon name="close" />
					</button>
					<div class="scroll">
						<InsideContext value={names}>
							<Head view={view} id={id} all={expanded} />
							{children}
							{open !== null && (
								<article class="event">
									<EventHead event={open} level={3} />
									<EventCoverage event={open} level={4} all={expanded} />
									{on.onOpen && !expanded && (
										<button type="button" class="more" onClick={() => on.onOpen?.(open.id)}>
											{t('openEvent')}
										</button>
									)}
								</article>
							)}
							{folds.length > 0 && (
								<section class="folds">
									<h3 class="part-title">{t(open === null ? 'events' : 'otherEvents')}</h3>
									<ul>
										{folds.map((event) => (
											<li key={event.id}>
												<EventFold event={event} all={expanded} />
											</li>
										))}
									</ul>
								</section>
							)}
						</InsideContext>
						{view.pack !== null && <Provenance articles={view.pack.articles} locale={locale} />}
						<Whole kind="entity" id={view.entity} />
						<button type="button" class="more" onClick={() => on.onAct('site-off')}>
							{t('siteOff')}
						</button>
					</div>
					<Foot pack={view.pack} notice={notice} hidden={hidden} sentence={quotable} onAct={on.onAct} />
				</section>
			</WholeContext>
		</LocaleContext>
	);
}

/** Which words are a person's and which finding is a machine's. */
function Provenance({ articles, locale: { t, count, gap } }: { articles: number; locale: Locale }) {
	return (
		<p class="provenance">
			{count('articles', articles)} · {t('editorWords')}
			{gap}
			{t('machineEvent')}
		</p>
	);
}
