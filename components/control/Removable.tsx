/** A list whose lines can be taken off. Focus stays in it: on the next line's button, or the list when it is empty. */
import { useEffect, useRef } from 'preact/hooks';
import type { Said } from '../../lib/corpus/views.ts';
import { Say } from '../text/Say.tsx';

export interface Item {
	id: string;
	said: Said;
	note?: Said;
}

interface Props {
	label: string;
	items: readonly Item[];
	/** The word on each line's button. */
	remove: string;
	onRemove: (id: string) => void;
}

export function Removable({ label, items, remove, onRemove }: Props) {
	const list = useRef<HTMLUListElement>(null);
	/** Place of the line that was taken off, until the list was drawn without it. */
	const gone = useRef<number | null>(null);
	useEffect(() => {
		const at = gone.current;
		gone.current = null;
		if (at === null || !list.current) return;
		const buttons = list.current.querySelectorAll('button');
		(buttons[Math.min(at, buttons.length - 1)] ?? list.current).focus();
	}, [items.length]);
	return (
		<ul ref={list} class="removable" aria-label={label} tabIndex={-1}>
			{items.map(({ id, said, note }, at) => (
				<li key={id}>
					<span>
						<Say said={said} />
						{note && (
							<span class="meta">
								{' '}
								<Say said={note} />
							</span>
						)}
					</span>
					<button
						type="button"
						class="second"
						aria-label={`${remove}: ${said.text}`}
						onClick={() => {
							gone.current = at;
							onRemove(id);
						}}
					>
						{remove}
					</button>
				</li>
			))}
		</ul>
	);
}
