/** Who reports what: statements down, articles across. What is said unlike has its sign and its words in the cell. */
import { useState } from 'preact/hooks';
import type { ArticleRecord, EventPage } from '../../lib/corpus/pages.ts';
import type { ClaimLine, ReportLine } from '../../lib/corpus/views.ts';
import { matrixOf } from '../../lib/export/index.ts';
import { threads } from '../event/threads.ts';
import { useLocale } from '../locale.ts';
import { Party } from '../text/Chain.tsx';
import { Say } from '../text/Say.tsx';
import { UnlikeTag } from '../text/Sign.tsx';
import { usePaper } from './context.ts';
import { to } from './route.ts';
import { Scroll } from './Scroll.tsx';
import { useWords } from './texts/index.ts';

/** Drawn at first, and more with each asking. */
const ROWS = 12;
const MORE = 60;
const COLUMNS = 10;

export function Matrix({ page }: { page: EventPage }) {
	const w = useWords();
	const { t, number } = useLocale();
	const [shown, setShown] = useState(ROWS);
	const [onlyUnlike, setOnlyUnlike] = useState(false);
	const [first, setFirst] = useState(0);
	const paper = usePaper();
	const { unlike, alike } = threads(page.event.claimLines);
	const lines = [...unlike, ...(onlyUnlike ? [] : alike)].flatMap(({ claim, answers }) => [
		claim,
		...answers,
	]);
	const { rows } = matrixOf(page.articles, lines);
	const columns = page.articles.slice(first, first + COLUMNS);
	return (
		<>
			<div class="acts">
				{unlike.length > 0 && (
					<label class="check">
						<input
							type="checkbox"
							checked={onlyUnlike}
							onChange={(event) => setOnlyUnlike(event.currentTarget.checked)}
						/>
						{w('onlyUnlike')}
					</label>
				)}
				{page.articles.length > COLUMNS && (
					<>
						<button type="button" disabled={first === 0} onClick={() => setFirst(first - COLUMNS)}>
							{w('columnsBefore')}
						</button>
						<span class="meta">
							{w('columnsAt', first + 1, first + columns.length, number(page.articles.length))}
						</span>
						<button
							type="button"
							disabled={first + COLUMNS >= page.articles.length}
							onClick={() => setFirst(first + COLUMNS)}
						>
							{w('columnsAfter')}
						</button>
					</>
				)}
			</div>
			<Scroll label={w('matrix')}>
				<table class="matrix">
					<thead>
						<tr>
							<td />
							{columns.map((article) => (
								<Column key={article.id} article={article} />
							))}
						</tr>
					</thead>
					<tbody>
						{(paper ? rows : rows.slice(0, shown)).map(({ claim, cells }) => (
							<tr key={claim.id} data-unlike={claim.unlike ?? undefined}>
								<Head claim={claim} />
								{cells.slice(first, first + COLUMNS).map((report, at) => (
									<Cell key={columns[at]?.id} report={report} />
								))}
							</tr>
						))}
					</tbody>
				</table>
			</Scroll>
			{rows.length > shown && (
				<button type="button" class="more" onClick={() => setShown(shown === ROWS ? MORE : shown + MORE)}>
					{rows.length <= MORE
						? t('showAll', number(rows.length))
						: w('showMore', number(rows.length - shown))}
				</button>
			)}
		</>
	);
}

function Column({ article }: { article: ArticleRecord }) {
	const { day } = useLocale();
	return (
		<th scope="col">
			<a href={to('article', article.id)}>
				<Say said={article.source.name} />
			</a>
			{article.maker && (
				<span class="meta">
					{' '}
					← <Say said={article.maker.name} />
				</span>
			)}
			<span class="meta block">{day(article.date)}</span>
		</th>
	);
}

function Head({ claim }: { claim: ClaimLine }) {
	const { t } = useLocale();
	return (
		<th scope="row">
			{claim.modality !== 'done' && <span class="tag">{t(`modality_${claim.modality}`)}</span>}
			<Say said={claim.text} />
			{claim.speaker && (
				<span class="meta block">
					<Say said={claim.speaker} />
					<Party of={claim.speaker} party={claim.party} />
				</span>
			)}
		</th>
	);
}

function Cell({ report }: { report: ReportLine | null }) {
	const w = useWords();
	if (report === null)
		return (
			<td class="none">
				<span aria-hidden="true">·</span>
				<span class="spoken">{w('cellNone')}</span>
			</td>
		);
	if (report.stance === 'reports')
		return (
			<td class="same">
				<span aria-hidden="true">✓</span>
				<span class="spoken">{w('cellReports')}</span>
			</td>
		);
	return (
		<td data-stance={report.stance}>
			<UnlikeTag stance={report.stance} />
			{report.wording && <Say said={report.wording} class="wording" />}
		</td>
	);
}
