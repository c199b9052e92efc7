/** The list that the search field chooses from: one listbox, its groups named by their headings. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { Line } from './Line.tsx';
import { type Group, placeOf, type Row } from './rows.ts';

interface Props {
	id: string;
	groups: readonly Group[];
	chosen: Row | null;
	onOpen: (place: string) => void;
}

/** Of the option an arrow has come to; one thing may stand in two groups. */
export const optionId = (list: string, groups: readonly Group[], row: Row): string => {
	const at = groups.flatMap(({ rows }) => rows).indexOf(row);
	return `${list}-${at}`;
};

export function Options({ id, groups, chosen, onOpen }: Props) {
	const { t } = useLocale();
	const own = useId();
	const list = useRef<HTMLDivElement>(null);
	const chosenId = chosen && optionId(id, groups, chosen);
	useEffect(() => {
		list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
	}, [chosenId]);
	return (
		<div ref={list} id={id} class="results" role="listbox" aria-label={t('searchLabel')}>
			{groups.map((group) => (
				<fieldset key={group.title} class="group" aria-labelledby={`${own}-${group.title}`}>
					<h2 class="part-title" id={`${own}-${group.title}`} role="presentation">
						{t(group.title)}
					</h2>
					<div class={group.chips ? 'chips' : undefined} role="presentation">
						{group.rows.map((row) => (
							<div
								key={row.line.id}
								id={optionId(id, groups, row)}
								class={group.chips ? 'chip' : 'line'}
								role="option"
								tabIndex={-1}
								aria-selected={row === chosen}
								onMouseDown={(event) => event.preventDefault()}
								onClick={() => onOpen(placeOf(row))}
								// The field has the keys, but assistive technology may bring the focus here.
								onKeyDown={(event) => event.key === 'Enter' && onOpen(placeOf(row))}
							>
								<Line row={row} short={group.chips ?? false} />
							</div>
						))}
					</div>
				</fieldset>
			))}
		</div>
	);
}
