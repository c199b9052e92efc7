/** All events over all time as bars, with a window on them: two handles that the pointer drags and arrow keys move. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { useRef } from 'preact/hooks';
import { useLocale } from '../../locale.ts';
import { binsOf, DAY, isoOf } from '../days.ts';
import { useWords } from '../texts/index.ts';
import { useWidth } from '../useWidth.ts';
import { AXIS, Axis } from './Axis.tsx';

const HEIGHT = 64;

export interface Window {
	/** Days; the end not included. */
	from: number;
	to: number;
}

interface Props {
	days: Int32Array;
	whole: Window;
	window: Window;
	onWindow: (next: Window) => void;
}

export function Overview({ days, whole, window: at, onWindow }: Props) {
	const w = useWords();
	const { day } = useLocale();
	const { box, width, zoom } = useWidth<HTMLDivElement>();
	const drag = useRef<{ from: number; at: Window } | null>(null);
	const x = scaleUtc([whole.from * DAY, whole.to * DAY], [0, width]);
	const bins = binsOf(days, whole.from, whole.to, Math.floor(width / 7));
	const y = scaleLinear([0, Math.max(1, ...bins.map(({ count }) => count))], [0, HEIGHT - 6]);
	const dayAt = (event: PointerEvent) => {
		const left = box.current?.getBoundingClientRect().left ?? 0;
		return Math.round(+x.invert(event.clientX - left) / DAY);
	};
	const put = (next: Window) => onWindow(within(next, whole));

	const handle = (side: 'from' | 'to') => (
		<div
			class="handle"
			data-side={side}
			role="slider"
			tabIndex={0}
			aria-label={w(side === 'from' ? 'windowFrom' : 'windowTo')}
			aria-valuemin={whole.from}
			aria-valuemax={whole.to}
			aria-valuenow={at[side]}
			aria-valuetext={day(isoOf(side === 'from' ? at.from : at.to - 1))}
			style={{ insetInlineStart: `${x(at[side] * DAY)}px` }}
			onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
			onPointerMove={(event) => {
				if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
				put({ ...at, [side]: dayAt(event) });
			}}
			onKeyDown={(event) => {
				const step = stepOf(event, whole);
				if (step === null) return;
				event.preventDefault();
				put({ ...at, [side]: at[side] + step });
			}}
		/>
	);

	return (
		<div class="overview" ref={box}>
			<svg
				width={width}
				height={HEIGHT + AXIS * zoom}
				aria-hidden="true"
				onPointerDown={(event) => {
					event.currentTarget.setPointerCapture(event.pointerId);
					drag.current = { from: dayAt(event), at };
				}}
				onPointerMove={(event) => {
					const start = drag.current;
					if (!start) return;
					const now = dayAt(event);
					if (Math.abs(now - start.from) < 1) return;
					put({ from: Math.min(start.from, now), to: Math.max(start.from, now) + 1 });
				}}
				onPointerUp={() => {
					drag.current = null;
				}}
			>
				<rect
					class="window"
					x={x(at.from * DAY)}
					width={Math.max(2, x(at.to * DAY) - x(at.from * DAY))}
					height={HEIGHT}
				/>
				{bins
					.filter(({ count }) => count > 0)
					.map(({ from, to, count }) => (
						<rect
							key={from}
							class="bar"
							data-in={from < at.to && to > at.from}
							x={Math.max(0, x(from * DAY))}
							y={HEIGHT - Math.max(3, y(count))}
							width={Math.max(3, x(to * DAY) - Math.max(0, x(from * DAY)) - 1)}
							height={Math.max(3, y(count))}
						/>
					))}
				<Axis scale={x} y={HEIGHT} width={width} zoom={zoom} />
			</svg>
			{handle('from')}
			{handle('to')}
		</div>
	);
}

/** Arrow keys by a day of a short time, by a hundredth of a long one; page keys by ten of them. */
function stepOf({ key }: KeyboardEvent, { from, to }: Window): number | null {
	const one = Math.max(1, Math.round((to - from) / 200));
	const steps: Record<string, number> = {
		ArrowLeft: -one,
		ArrowDown: -one,
		ArrowRight: one,
		ArrowUp: one,
		PageDown: -10 * one,
		PageUp: 10 * one,
		Home: from - to,
		End: to - from,
	};
	return steps[key] ?? null;
}

/** Never outside, never empty. */
export function within({ from, to }: Window, whole: Window): Window {
	const start = Math.min(Math.max(from, whole.from), whole.to - 1);
	return { from: start, to: Math.min(Math.max(to, start + 1), whole.to) };
}
