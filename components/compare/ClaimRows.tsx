/** A claim in the table: its text, its sign in each column, and under it what it rests on. Answers follow at once. */
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type {
	ComparedLine,
	ComparedThread,
	ComparisonView,
	GroupKind,
	Stand,
} from '../../lib/corpus/comparison-views.ts';
import type { CorrectedLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { Icon } from '../text/Icon.tsx';
import { Say } from '../text/Say.tsx';
import { type ClaimActs, Details } from './Details.tsx';
import { OwnContext } from './own.ts';
import { STAND_SIGNS, STATE_SIGNS, UNSURE } from './signs.ts';

/** What is said unlike is read at once; of the rest the claim is enough. */
const OPEN: ReadonlySet<GroupKind> = new Set(['differs', 'worded', 'finer-elsewhere']);

interface Props extends ClaimActs {
	thread: ComparedThread;
	kind: GroupKind;
	view: ComparisonView;
	focus: string | null;
	all: boolean;
	corrected: readonly CorrectedLine[];
}

export function ClaimRows({ thread: { claim, answers }, ...rest }: Props) {
	return (
		<>
			<ClaimRow line={claim} {...rest} />
			{answers.map((answer) => (
				<ClaimRow key={answer.id} line={answer} answer {...rest} />
			))}
		</>
	);
}

interface RowProps extends Omit<Props, 'thread'> {
	line: ComparedLine;
	answer?: boolean;
}

function ClaimRow({ line, answer = false, kind, view, focus, all, corrected, ...acts }: RowProps) {
	const { t, gap } = useLocale();
	const before = corrected.find(({ claim }) => claim === line.id)?.was;
	const [asked, setAsked] = useState<boolean | null>(null);
	const wanted = line.id === focus;
	const open = all || (asked ?? (wanted || OPEN.has(kind)));
	const row = useRef<HTMLTableRowElement>(null);
	useEffect(() => {
		if (wanted) row.current?.scrollIntoView({ block: 'center' });
	}, [wanted]);
	const details = `details-${line.id}`;
	return (
		<>
			<tr ref={row} class="claim-row" data-answer={answer || undefined} data-wanted={wanted || undefined}>
				<th scope="row">
					<button type="button" aria-expanded={open} aria-controls={details} onClick={() => setAsked(!open)}>
						<Icon name="open" />
						<span>
							{line.modality !== 'done' && <span class="tag">{t(`modality_${line.modality}`)}</span>}
							{before && <span class="tag">{t('corrected')}</span>}
							<Say said={line.text} />
						</span>
					</button>
					{before && before.text !== line.text.text && (
						<p class="meta before">
							{t('correctedBefore')}
							{gap}
							<s>
								<Say said={before} />
							</s>
						</p>
					)}
				</th>
				<Mine line={line} />
				{line.stands.map((stand, at) => (
					<Cell key={view.columns[at]?.article} stand={stand} outlet={view.columns[at]?.outlet.text ?? ''} />
				))}
			</tr>
			{open && (
				<tr class="details" id={details} data-answer={answer || undefined}>
					<td colSpan={view.columns.length + 2}>
						<Details line={line} view={view} {...acts} />
					</td>
				</tr>
			)}
		</>
	);
}

function Mine({ line: { state } }: { line: ComparedLine }) {
	const { t } = useLocale();
	const own = useContext(OwnContext);
	const { sign, word } = state === null ? UNSURE : STATE_SIGNS[state];
	return (
		<td class="mine" data-outlet={t(own)}>
			<span class="stand" data-stand={state ?? 'unsure'} aria-hidden="true">
				{sign}
			</span>
			<span class="word">{t(word)}</span>
		</td>
	);
}

function Cell({ stand, outlet }: { stand: Stand; outlet: string }) {
	const { t } = useLocale();
	const { sign, word } = STAND_SIGNS[stand];
	return (
		<td data-outlet={outlet} data-silent={stand === 'silent' || undefined}>
			<span class="stand" data-stand={stand} aria-hidden="true">
				{sign}
			</span>
			<span class="word">{t(word)}</span>
		</td>
	);
}
