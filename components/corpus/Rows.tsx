/**
 * A list of any length: only what is near the window is read and drawn, a run of rows at a time, and of a very long list
 * only the stretches near it have runs. A run is a list of its own, whose items know their place in the whole. What is
 * not drawn keeps the height it had, so that nothing jumps.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '../locale.ts';
import { useAsked } from '../popup/useAsked.ts';
import { usePaper } from './context.ts';
import { useWords } from './texts/index.ts';

const RUN = 25;
/** Runs of a stretch, stretches of a longer one. */
const PARTS = 20;
/** Of a row that was never drawn, em. */
const GUESS = 4.6;
/** ms that what is out of sight is still drawn: whoever scrolls by comes back. */
const LINGER = 1000;

interface Props<T> {
	total: number;
	/** Changes when the same positions mean other rows. */
	of: unknown;
	read: (positions: readonly number[]) => Promise<readonly T[]>;
	label: string;
	children: (row: T) => ComponentChildren;
}

export function Rows<T>(props: Props<T>) {
	const { number } = useLocale();
	const w = useWords();
	const paper = usePaper();
	const { total } = props;
	return (
		<>
			<div class="rows">
				<Stretch first={0} count={total} {...props} />
			</div>
			{paper && total > RUN && <p class="meta">{w('onPaper', number(total))}</p>}
		</>
	);
}

type StretchProps<T> = Props<T> & { first: number; count: number };

function Stretch<T>({ first, count, ...rest }: StretchProps<T>) {
	const { box, near, height } = useNear(first === 0);
	const size = sizeOf(count);
	const kept = height === null ? `${count * GUESS}em` : `${height}px`;
	return (
		<div ref={box} class="stretch" style={{ '--kept': near ? '0' : kept }}>
			{near &&
				(size === 0 ? (
					<Run first={first} count={count} kept={kept} {...rest} />
				) : (
					Array.from({ length: Math.ceil(count / size) }, (_, at) => (
						<Stretch key={at} first={first + at * size} count={Math.min(size, count - at * size)} {...rest} />
					))
				))}
		</div>
	);
}

/** Rows of each part of a stretch; 0: it is one run. */
function sizeOf(count: number): number {
	if (count <= RUN) return 0;
	let size = RUN;
	while (size * PARTS < count) size *= PARTS;
	return size;
}

type RunProps<T> = StretchProps<T> & { kept: string };

function Run<T>({ first, count, kept, total, of, read, label, children }: RunProps<T>) {
	const { t } = useLocale();
	const rows = useAsked(() => read(Array.from({ length: count }, (_, i) => first + i)), [of, first, count]);
	if (rows.failed) return <p class="calm">{t('lookupFailed')}</p>;
	if (rows.answer === undefined) return <div class="stretch" style={{ '--kept': kept }} />;
	return (
		<ul aria-label={label}>
			{rows.answer.map((row, i) => (
				<li key={first + i} class="row" aria-setsize={total} aria-posinset={first + i + 1}>
					{children(row)}
				</li>
			))}
		</ul>
	);
}

/** Whether the box is within a screen of the window, or has the focus, or was until a moment ago; and the height it had then, px. */
function useNear(first: boolean) {
	const box = useRef<HTMLDivElement>(null);
	const [near, setNear] = useState(first);
	const height = useRef<number | null>(null);
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		let leaving: ReturnType<typeof setTimeout> | undefined;
		const watch = new IntersectionObserver(
			(entries) => {
				clearTimeout(leaving);
				if (entries.at(-1)?.isIntersecting) setNear(true);
				else
					leaving = setTimeout(() => {
						if (element.childElementCount > 0) height.current = element.offsetHeight;
						setNear(element.contains(document.activeElement));
					}, LINGER);
			},
			{ rootMargin: '100% 0px' },
		);
		watch.observe(element);
		return () => {
			clearTimeout(leaving);
			watch.disconnect();
		};
	}, []);
	return { box, near, height: height.current };
}
