/** Who covers an event and what they say of it: what is reported unlike first, then outlet by outlet. */
import type { ComponentChildren } from 'preact';
import type { EventView, SourceLine } from '../../lib/corpus/views.ts';
import { useLocale } from '../locale.ts';
import { Shortened } from '../text/Shortened.tsx';
import { ClaimThread } from './Claim.tsx';
import { Source } from './Source.tsx';
import { type Thread, threads } from './threads.ts';
import { Whole } from './Whole.tsx';

interface Props {
	event: EventView;
	/** Heading level of the parts. */
	level: 3 | 4;
	/** Nothing folded. */
	all?: boolean;
}

export function EventCoverage({ event, level, all = false }: Props) {
	const { t } = useLocale();
	const { unlike, alike } = threads(event.claimLines);
	return (
		<div class="coverage">
			{unlike.length > 0 && (
				<Part level={level} title={t('unlike')} quiet>
					<Threads items={unlike} first={2} all={all} />
				</Part>
			)}
			<Part level={level} title={t('whoReports')} count={event.sources.length}>
				<Shortened items={othersFirst(event.sources)} first={3} class="sources" all={all} keyOf={articleOf}>
					{(source) => <Source source={source} all={all} />}
				</Shortened>
			</Part>
			{alike.length > 0 && (
				<Part level={level} title={t('whatIsSaid')} count={alike.length}>
					<Threads items={alike} first={3} all={all} />
				</Part>
			)}
			<Whole kind="event" id={event.id} />
		</div>
	);
}

const articleOf = ({ article }: SourceLine) => article;
/** The reader has this page before them already. */
const othersFirst = (sources: readonly SourceLine[]) =>
	[...sources].sort((a, b) => Number(a.here) - Number(b.here));

function Threads({ items, first, all }: { items: readonly Thread[]; first: number; all: boolean }) {
	return (
		<Shortened items={items} first={first} class="threads" all={all} keyOf={({ claim }) => claim.id}>
			{(thread) => <ClaimThread thread={thread} all={all} />}
		</Shortened>
	);
}

interface PartProps {
	level: 3 | 4;
	title: string;
	count?: number;
	/** The title is only spoken: each line below already carries its own sign. */
	quiet?: boolean;
	children: ComponentChildren;
}

function Part({ level, title, count, quiet = false, children }: PartProps) {
	const { number } = useLocale();
	const Heading = `h${level}` as const;
	return (
		<section class="part">
			<Heading class={quiet ? 'spoken' : 'part-title'}>
				{title}
				{count !== undefined && <span class="number"> {number(count)}</span>}
			</Heading>
			{children}
		</section>
	);
}
