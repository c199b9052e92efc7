/** Events one below the other, each with its place in time: the list is its own table. */
import { scaleUtc } from 'd3-scale';
import { utcDay, utcMonth, utcYear } from 'd3-time';
import type { EventLine } from '../../../lib/corpus/views.ts';
import { DAY, dayOf } from '../days.ts';
import { EventRow } from '../EventRow.tsx';
import { useWidth } from '../useWidth.ts';
import { AXIS, Axis } from './Axis.tsx';

/** Width of a mark, px: one day of years is still seen. */
const LEAST = 6;

/** Days from the first to the last that an event may have lasted, the end not included. */
function spanOf({ start, end, precision }: EventLine['when']) {
	const from = parted(start);
	const last = parted(end ?? start);
	const step = precision === 'year' ? utcYear : precision === 'month' ? utcMonth : utcDay;
	return { from: +step.floor(from) / DAY, to: +step.offset(step.floor(last), 1) / DAY };
}

const parted = (iso: string): Date => {
	const [year = '', month = '01', day = '01'] = iso.slice(0, 10).split('-');
	return new Date(DAY * dayOf(`${year}-${month}-${day}`));
};

export function Parts({ events }: { events: readonly EventLine[] }) {
	const { box, width, zoom } = useWidth<HTMLDivElement>(300);
	const spans = events.map(({ when }) => spanOf(when));
	const from = Math.min(...spans.map((span) => span.from));
	const to = Math.max(...spans.map((span) => span.to));
	// Hours of one day are seldom known: a line would say nothing.
	const drawn = to - from > 1;
	const x = scaleUtc([from * DAY, to * DAY], [0, 100]);
	return (
		<div class="parts" data-drawn={drawn}>
			{drawn && (
				<div class="axis-track">
					<div ref={box}>
						<svg width={width} height={AXIS * zoom} aria-hidden="true">
							<Axis scale={x.copy().range([0, width])} y={1} width={width} zoom={zoom} />
						</svg>
					</div>
				</div>
			)}
			<ol class="rows">
				{events.map((event, at) => {
					const span = spans[at] ?? { from, to };
					return (
						<li key={event.id} class="row">
							<EventRow event={event} />
							{drawn && (
								<div class="track" aria-hidden="true">
									<span
										class="span"
										data-known={event.when.precision}
										style={{
											insetInlineStart: `min(${x(span.from * DAY)}%, 100% - ${LEAST}px)`,
											minWidth: `${LEAST}px`,
											width: `${x(span.to * DAY) - x(span.from * DAY)}%`,
										}}
									/>
								</div>
							)}
						</li>
					);
				})}
			</ol>
		</div>
	);
}
