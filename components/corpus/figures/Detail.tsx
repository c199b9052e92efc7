/** The events within the window: as bars by calendar step that open their step, or each as a mark of its own. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import type { EventLine } from '../../../lib/corpus/views.ts';
import { useLocale } from '../../locale.ts';
import { binsOf, DAY, dayOf, isoOf } from '../days.ts';
import { to } from '../route.ts';
import { useWords } from '../texts/index.ts';
import { useWidth } from '../useWidth.ts';
import { AXIS, Axis } from './Axis.tsx';
import type { Window } from './Overview.tsx';

/** More than these are bars. */
export const SINGLE = 40;
const HEIGHT = 132;
const DOT = 7;

interface Props {
	days: Int32Array;
	window: Window;
	/** The events themselves where they are few. */
	events: readonly EventLine[] | null;
	onWindow: (next: Window) => void;
}

export function Detail({ days, window: at, events, onWindow }: Props) {
	const w = useWords();
	const { box, width, zoom } = useWidth<HTMLDivElement>();
	const scale = scaleUtc([at.from * DAY, at.to * DAY], [0, width]);
	return (
		<div
			class="detail"
			ref={box}
			onWheel={(event) => {
				// As maps do: with Ctrl, and by the pinch that browsers report so.
				if (!event.ctrlKey) return;
				event.preventDefault();
				const left = box.current?.getBoundingClientRect().left ?? 0;
				onWindow(zoomed(at, event.deltaY > 0 ? 1.25 : 0.8, +scale.invert(event.clientX - left) / DAY));
			}}
		>
			{events === null ? (
				<Bars days={days} at={at} scale={scale} width={width} zoom={zoom} onWindow={onWindow} />
			) : (
				<>
					<svg width={width} height={HEIGHT + AXIS * zoom} aria-hidden="true">
						<Axis scale={scale} y={HEIGHT} width={width} zoom={zoom} />
					</svg>
					<ul aria-label={w('eventsShown')}>
						<Marks events={events} scale={scale} width={width} />
					</ul>
				</>
			)}
		</div>
	);
}

export function zoomed({ from, to: end }: Window, by: number, around = (from + end) / 2): Window {
	const half = Math.max(1, (end - from) * by);
	const share = (around - from) / (end - from);
	const start = Math.round(around - half * share);
	return { from: start, to: Math.max(start + 1, Math.round(start + half)) };
}

interface Placed {
	scale: ReturnType<typeof scaleUtc<number>>;
	width: number;
}

function Bars({
	days,
	at,
	scale,
	width,
	zoom,
	onWindow,
}: Placed & {
	zoom: number;
	days: Int32Array;
	at: Window;
	onWindow: Props['onWindow'];
}) {
	const w = useWords();
	const { day } = useLocale();
	const bins = binsOf(days, at.from, at.to, Math.floor(width / 18)).filter(({ count }) => count > 0);
	const y = scaleLinear([0, Math.max(1, ...bins.map(({ count }) => count))], [0, HEIGHT - 12]);
	return (
		<>
			<svg width={width} height={HEIGHT + AXIS * zoom} aria-hidden="true">
				<Axis scale={scale} y={HEIGHT} width={width} zoom={zoom} />
			</svg>
			{bins.map((bin) => {
				const left = Math.max(0, scale(bin.from * DAY));
				const height = Math.max(4, y(bin.count));
				return (
					<button
						key={bin.from}
						type="button"
						class="bin"
						aria-label={`${day(isoOf(bin.from))}: ${w.count('countEvents', bin.count)}`}
						title={`${day(isoOf(bin.from))}: ${w.count('countEvents', bin.count)}`}
						style={{
							insetInlineStart: `${left}px`,
							top: `${HEIGHT - height}px`,
							width: `${Math.max(4, scale(bin.to * DAY) - left - 2)}px`,
							height: `${height}px`,
						}}
						onClick={() => onWindow({ from: bin.from, to: bin.to })}
					/>
				);
			})}
		</>
	);
}

/** Each event a link; those that would cover one another stand one above the other. */
function Marks({ events, scale, width }: Placed & { events: readonly EventLine[] }) {
	const { when } = useLocale();
	const ends: number[] = [];
	const placed = events.map((event) => {
		const x = Math.min(Math.max(scale(startOf(event) * DAY), DOT), width - DOT);
		const found = ends.findIndex((end) => end < x - DOT);
		const row = found < 0 ? ends.length : found;
		ends[row] = x + 2 * DOT;
		return { event, x, row };
	});
	// Many on one day stand closer, so that each is seen.
	const step = Math.min(3 * DOT - 1, (HEIGHT - 2 * DOT) / ends.length);
	return (
		<>
			{placed.map(({ event, x, row }) => {
				const name = `${event.name.text}, ${when(event.when)}`;
				return (
					<li key={event.id}>
						<a
							class="mark"
							href={to('event', event.id)}
							title={name}
							lang={event.name.lang}
							style={{ insetInlineStart: `${x}px`, top: `${HEIGHT - 2 * DOT - row * step}px` }}
						>
							<span class="spoken">{name}</span>
						</a>
					</li>
				);
			})}
		</>
	);
}

const startOf = ({ when: { start } }: EventLine): number => {
	const [year, month = '01', date = '01'] = start.slice(0, 10).split('-');
	return dayOf(`${year}-${month}-${date}`);
};
