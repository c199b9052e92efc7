/** A page beside all others on its event: how many of each kind, then every claim by outlet, and what it rests on. */
import type { ComparisonView } from '../../lib/corpus/comparison-views.ts';
import type { CorrectedLine } from '../../lib/corpus/views.ts';
import { EventHead } from '../event/EventHead.tsx';
import { Whole } from '../event/Whole.tsx';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Chain } from '../text/Chain.tsx';
import { Outlink } from '../text/Outlink.tsx';
import { Say } from '../text/Say.tsx';
import { Acts } from './Acts.tsx';
import { ClaimsTable } from './ClaimsTable.tsx';
import type { ClaimActs } from './Details.tsx';
import { GROUP_SIGNS } from './signs.ts';

export interface ComparisonProps extends ClaimActs {
	view: ComparisonView;
	page: { title: string; url: string };
	onPrint: () => void;
	/** Public id of the claim that is shown open and in sight. */
	focus?: string | null;
	/** Nothing folded: for print. */
	all?: boolean;
	/** Of what was shown before, what its pack has put otherwise or taken back since. */
	corrected?: readonly CorrectedLine[];
}

const NONE: readonly CorrectedLine[] = [];

export function Comparison({
	view,
	page,
	onPrint,
	focus = null,
	all = false,
	corrected = NONE,
	...acts
}: ComparisonProps) {
	const { t, gap } = useLocale();
	return (
		<article class="event comparison">
			<EventHead event={view.event} level={2} />
			<Counts view={view} />
			<Withdrawn lines={corrected.filter(({ now }) => now === null)} />
			{view.article !== null && <SameArticle view={view} article={view.article} />}
			{view.groups.length === 0 ? (
				<p class="calm">{t('compareNothing')}</p>
			) : (
				<ClaimsTable view={view} focus={focus} all={all} corrected={corrected} {...acts} />
			)}
			{view.noList !== null && (
				<p class="calm no-list">{t(`noList_${view.noList.replace('-', '')}` as 'noList_live')}</p>
			)}
			<Whole kind="event" id={view.event.id} />
			<Acts view={view} page={page} onCopy={acts.onCopy} onPrint={onPrint} />
			<p class="provenance">
				{t('editorWords')}
				{gap}
				{t('machineMatch')}
			</p>
		</article>
	);
}

/** One line that says it all, each part a way there. */
function Counts({ view: { groups } }: { view: ComparisonView }) {
	const { t, number } = useLocale();
	return (
		<nav class="counts" aria-label={t('compareCounts')}>
			<ul>
				{groups.map(({ kind, threads }) => (
					<li key={kind}>
						<a href={`#group-${kind}`} data-kind={kind}>
							<span class="sign" aria-hidden="true">
								{GROUP_SIGNS[kind].sign}
							</span>
							<b>{number(threads.length)}</b> {t(GROUP_SIGNS[kind].word)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** They stood in the table until a moment ago. */
function Withdrawn({ lines }: { lines: readonly CorrectedLine[] }) {
	const { t } = useLocale();
	return (
		<div role="status">
			{lines.length > 0 && (
				<ul class="corrected">
					{lines.map(({ claim, was }) => (
						<li key={claim}>
							<span class="tag">{t('withdrawn')}</span>
							<s>
								<Say said={was} />
							</s>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

/** The page is one of the pack's articles, there or copied elsewhere. */
function SameArticle({
	view,
	article,
}: {
	view: ComparisonView;
	article: NonNullable<ComparisonView['article']>;
}) {
	const { t, day } = useLocale();
	return (
		<div class="same">
			<p>{t(`same_${article.by}`)}</p>
			<p class="outlet">
				<strong>
					<Chain links={article.maker === null ? [article.outlet] : [article.outlet, article.maker]} />
				</strong>
				<At whole>{day(article.date)}</At>
				<Outlink url={article.url} />
			</p>
			{article.title !== null && (
				<p class="title">
					<Say said={article.title} />
				</p>
			)}
			<p class="meta">{t('sameEditor', view.columns.length)}</p>
		</div>
	);
}
