/**
 * A list of any length: only what is near the window is read and drawn, a run of rows at a time. Runs that are not
 * drawn keep the height they had, so that nothing jumps.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';

const RUN = 25;
/** Of a row that was never drawn, em. */
const GUESS = 4.6;
/** ms that a run out of sight is still drawn: whoever scrolls by comes back. */
const LINGER = 1000;

interface Props<T> {
	total: number;
	/** Changes when the same positions mean other rows. */
	of: unknown;
	read: (positions: readonly number[]) => Promise<readonly T[]>;
	label: string;
	children: (row: T) => ComponentChildren;
}

export function Rows<T>({ total, label, ...rest }: Props<T>) {
	const runs = Math.ceil(total / RUN);
	return (
		// biome-ignore lint/a11y/useSemanticElements: its items stand in runs, which a ul may not hold
		<div role="list" class="rows" aria-label={label}>
			{Array.from({ length: runs }, (_, at) => (
				<Run key={at} at={at} total={total} {...rest} />
			))}
		</div>
	);
}

function Run<T>({ at, total, of, read, children }: Omit<Props<T>, 'label'> & { at: number }) {
	const box = useRef<HTMLDivElement>(null);
	const [near, setNear] = useState(at === 0);
	const height = useRef<number | null>(null);
	const first = at * RUN;
	const count = Math.min(RUN, total - first);
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		let leaving: ReturnType<typeof setTimeout> | undefined;
		const watch = new IntersectionObserver(
			(entries) => {
				clearTimeout(leaving);
				if (entries.at(-1)?.isIntersecting) setNear(true);
				// What has the focus stays, wherever the window is.
				else leaving = setTimeout(() => setNear(element.contains(document.activeElement)), LINGER);
			},
			{ rootMargin: '100% 0px' },
		);
		watch.observe(element);
		return () => {
			clearTimeout(leaving);
			watch.disconnect();
		};
	}, []);
	const rows = useAsked(
		async () => (near ? read(Array.from({ length: count }, (_, i) => first + i)) : null),
		[near, of, first, count],
	);
	const drawn = near ? (rows.answer ?? null) : null;
	useEffect(() => {
		if (drawn && box.current) height.current = box.current.offsetHeight;
	});
	const kept = height.current === null ? `${count * GUESS}em` : `${height.current}px`;
	return (
		<div ref={box} role="presentation" style={{ minHeight: drawn ? '0' : kept }}>
			{near && rows.failed && <Failed />}
			{(drawn ?? []).map((row, i) => (
				// biome-ignore lint/a11y/useSemanticElements: an li may stand in a list only, and this one's runs are in between
				<div key={first + i} role="listitem" class="row" aria-setsize={total} aria-posinset={first + i + 1}>
					{children(row)}
				</div>
			))}
		</div>
	);
}

function Failed() {
	const { t } = useLocale();
	return <p class="calm">{t('lookupFailed')}</p>;
}
