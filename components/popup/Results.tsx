/** What a search found, as options its field chooses from: names, then events. */
import { useEffect, useRef } from 'preact/hooks';
import type { EntityLine, EventLine, SearchView } from '../../lib/corpus/views.ts';
import { EventFacts } from '../event/EventHead.tsx';
import { useLocale } from '../locale.ts';
import { At } from '../text/At.tsx';
import { Say, SayAll } from '../text/Say.tsx';
import type { Screen } from './Popup.tsx';

export type Row = { kind: 'entity'; line: EntityLine } | { kind: 'event'; line: EventLine };

export const rowsOf = ({ entities, events }: SearchView): Row[] => [
	...entities.map((line) => ({ kind: 'entity' as const, line })),
	...events.map((line) => ({ kind: 'event' as const, line })),
];

interface Props {
	id: string;
	rows: readonly Row[];
	chosen: Row | null;
	onOpen: (screen: Screen) => void;
}

export function Results({ id, rows, chosen, onOpen }: Props) {
	const { t } = useLocale();
	const list = useRef<HTMLDivElement>(null);
	const chosenId = chosen && `${id}-${chosen.kind}-${chosen.line.id}`;
	useEffect(() => {
		list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
	}, [chosenId]);
	return (
		<div id={`${id}-list`} ref={list} class="results">
			{(['entity', 'event'] as const).map((kind) => {
				const group = rows.filter((row) => row.kind === kind);
				const title = t(kind === 'entity' ? 'names' : 'events');
				if (group.length === 0) return null;
				return (
					<section key={kind} class="group">
						<h2 class="part-title">{title}</h2>
						<div role="listbox" aria-label={title}>
							{group.map((row) => (
								// biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and has the keys
								<div
									key={row.line.id}
									id={`${id}-${kind}-${row.line.id}`}
									class="line"
									role="option"
									tabIndex={-1}
									aria-selected={row === chosen}
									onClick={() => onOpen({ kind, id: row.line.id })}
								>
									{row.kind === 'entity' ? <Name line={row.line} /> : <Event line={row.line} />}
								</div>
							))}
						</div>
					</section>
				);
			})}
		</div>
	);
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
			</span>
		</span>
	);
}

function Event({ line }: { line: EventLine }) {
	const { count } = useLocale();
	return (
		<span>
			<Say said={line.name} class="event-name" />
			<span class="meta block">
				<EventFacts event={line} />
				<At whole>{count('articles', line.articles)}</At>
			</span>
		</span>
	);
}
