/** Outlets by claims: one table, its rows in groups. On a narrow panel a claim lies above its signs. */
import { useContext, useState } from 'preact/hooks';
import type { ComparisonView, Group } from '../../lib/corpus/comparison-views.ts';
import type { CorrectedLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { Say } from '../text/Say.tsx';
import { ClaimRows } from './ClaimRows.tsx';
import type { ClaimActs } from './Details.tsx';
import { OwnContext } from './own.ts';
import { GROUP_SIGNS, STAND_SIGNS } from './signs.ts';

/** Before the reader asks for all: never more than these. */
const FIRST = { 'no-match': 5, 'came-later': 3, found: 8 } as const;
/** More outlets than these do not stand side by side. */
const ROOM = 7;

interface Props extends ClaimActs {
	view: ComparisonView;
	focus: string | null;
	all: boolean;
	corrected: readonly CorrectedLine[];
}

export function ClaimsTable({ view, ...shown }: Props) {
	const { t, day } = useLocale();
	const own = useContext(OwnContext);
	const { columns, groups } = view;
	return (
		<div class="table" data-many={columns.length > ROOM || undefined}>
			<table style={{ '--columns': columns.length + 1 }}>
				<caption class="spoken">{t('compareTitle')}</caption>
				<thead>
					<tr>
						<th scope="col" class="spoken">
							{t('claim')}
						</th>
						<th scope="col" class="mine">
							{t(own)}
						</th>
						{columns.map(({ article, outlet, date, kept }) => (
							<th scope="col" key={article} title={day(date)}>
								<Say said={outlet} />
								{columns.filter((one) => one.outlet.text === outlet.text).length > 1 && (
									<span class="note">{day(date.slice(0, 7))}</span>
								)}
								{kept && <span class="note">{t('kept')}</span>}
							</th>
						))}
					</tr>
				</thead>
				{groups.map((group) => (
					<GroupRows key={group.kind} group={group} view={view} {...shown} />
				))}
			</table>
			<Legend />
		</div>
	);
}

function GroupRows({ group, ...props }: Props & { group: Group }) {
	const { view, focus, all } = props;
	const { t, number } = useLocale();
	const [asked, setAsked] = useState(false);
	const { kind, threads } = group;
	const { sign, word, why } = GROUP_SIGNS[kind];
	const most = kind in FIRST ? FIRST[kind as keyof typeof FIRST] : threads.length;
	const wide = view.columns.length + 2;
	const foldable = !all && threads.length > most;
	const wanted = threads.some(({ claim, answers }) => [claim, ...answers].some(({ id }) => id === focus));
	const shown = foldable && !asked && !wanted ? threads.slice(0, most) : threads;
	return (
		<tbody id={`group-${kind}`} data-kind={kind}>
			<tr class="group-head">
				<th scope="rowgroup" colSpan={wide}>
					<h3>
						<span class="sign" aria-hidden="true">
							{sign}
						</span>
						{t(word)} <span class="number">{number(threads.length)}</span>
					</h3>
					<p class="meta">{t(why)}</p>
				</th>
			</tr>
			{shown.map((thread) => (
				<ClaimRows key={thread.claim.id} thread={thread} kind={kind} {...props} />
			))}
			{foldable && (
				<tr class="rest">
					<td colSpan={wide}>
						<button
							type="button"
							class="more"
							aria-expanded={asked || wanted}
							onClick={() => setAsked(!asked)}
						>
							{asked || wanted ? t('showFewer') : t('showAll', number(threads.length))}
						</button>
					</td>
				</tr>
			)}
		</tbody>
	);
}

function Legend() {
	const { t } = useLocale();
	return (
		<ul class="legend" aria-hidden="true">
			{Object.entries(STAND_SIGNS).map(([stand, { sign, word }]) => (
				<li key={stand}>
					<span class="stand" data-stand={stand}>
						{sign}
					</span>{' '}
					{t(word)}
				</li>
			))}
		</ul>
	);
}
