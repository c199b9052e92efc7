/** A time axis, its days named in the UI's language. */
import type { ScaleTime } from 'd3-scale';
import { useLocale } from '../../locale.ts';
import { DAY, tickText } from '../days.ts';

interface Props {
	scale: ScaleTime<number, number>;
	y: number;
	width: number;
	zoom: number;
}

/** Height of its names, px at the usual size of text. */
export const AXIS = 28;

export function Axis({ scale, y, width, zoom }: Props) {
	const { lang } = useLocale();
	const [from = 0, to = 0] = scale.domain().map((date) => +date / DAY);
	const ticks = scale.ticks(Math.max(2, Math.floor(width / (130 * zoom))));
	const named = ticks.map((tick) => ({ x: scale(tick), text: tickText(lang, +tick / DAY, to - from) }));
	return (
		<g class="axis">
			<line x1={0} x2={width} y1={y} y2={y} />
			{named
				.filter(({ text }, at) => text !== named[at - 1]?.text)
				.map(({ x, text }) => (
					<g key={text} transform={`translate(${x} ${y})`}>
						<line y2={5} />
						<text
							y={6 + 14 * zoom}
							text-anchor={x < 30 * zoom ? 'start' : x > width - 40 * zoom ? 'end' : 'middle'}
						>
							{text}
						</text>
					</g>
				))}
		</g>
	);
}
