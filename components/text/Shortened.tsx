/** A list that shows its first few until it is asked for all. The button stays, so focus does. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';

interface Props<T> {
	items: readonly T[];
	/** How many before asking; all of them where that would hide a single one. */
	first: number;
	class?: string;
	label?: string;
	all?: boolean;
	children: (item: T) => ComponentChildren;
	keyOf: (item: T) => string;
}

export function Shortened<T>({ items, first, class: name, label, all = false, children, keyOf }: Props<T>) {
	const { t, number } = useLocale();
	const [open, setOpen] = useState(false);
	const foldable = !all && items.length > first + 1;
	const shown = foldable && !open ? items.slice(0, first) : items;
	return (
		<>
			<ul class={name} aria-label={label}>
				{shown.map((item) => (
					<li key={keyOf(item)}>{children(item)}</li>
				))}
			</ul>
			{foldable && (
				<button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
					{open ? t('showFewer') : t('showAll', number(items.length))}
				</button>
			)}
		</>
	);
}
