/** One result: what it is called, and what tells it from others of that name. */
import type { ArticleLine, EntityLine, EventLine, OutletLine } from '../../lib/corpus/views.ts';
import { EventFacts, RelationLabel } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { OfPack } from '../text/OfPack.tsx';
import { Say, SayAll } from '../text/Say.tsx';
import type { Row } from './rows.ts';

/** `short`: the name alone. */
export function Line({ row: { kind, line }, short }: { row: Row; short: boolean }) {
	if (short && kind === 'entity') return <Say said={line.name} />;
	if (kind === 'entity') return <Name line={line} />;
	if (kind === 'event') return <Event line={line} />;
	return kind === 'source' ? <Outlet line={line} /> : <Article line={line} />;
}

function Name({ line }: { line: EntityLine }) {
	return (
		<span>
			<Say said={line.name} class="event-name" />
			{line.others.length > 0 && (
				<span class="meta at">
					<SayAll said={line.others} />
				</span>
			)}
			<span class="meta block">
				<Say said={line.description} />
				<OfPack line={line} />
			</span>
		</span>
	);
}

function Event({ line }: { line: EventLine }) {
	const { count } = useLocale();
	return (
		<span>
			<RelationLabel event={line} />
			<Say said={line.name} class="event-name" />
			<span class="meta block">
				<EventFacts event={line} />
				<At whole>{count('articles', line.articles)}</At>
				<OfPack line={line} />
			</span>
		</span>
	);
}

function Outlet({ line }: { line: OutletLine }) {
	const { t } = useLocale();
	return (
		<span>
			<Say said={line.name} class="event-name" />
			<span class="meta at">
				{t(`medium_${line.medium}`)}
				<OfPack line={line} />
			</span>
		</span>
	);
}

function Article({ line }: { line: ArticleLine }) {
	const { day } = useLocale();
	return (
		<span>
			<Say said={line.title ?? line.outlet} class="event-name" />
			<span class="meta block">
				{line.title && <Say said={line.outlet} />}
				<At whole>{day(line.date)}</At>
				<OfPack line={line} />
			</span>
		</span>
	);
}
