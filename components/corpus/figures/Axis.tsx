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
/** Between two names. */
const GAP = 8;

export function Axis({ scale, y, width, zoom }: Props) {
	const { lang } = useLocale();
	const [from = 0, to = 0] = scale.domain().map((date) => +date / DAY);
	const ticks = scale.ticks(Math.max(2, Math.floor(width / (130 * zoom))));
	let free = Number.NEGATIVE_INFINITY;
	let last = '';
	const named = ticks.map((tick) => {
		const x = scale(tick);
		const text = tickText(lang, +tick / DAY, to - from);
		const wide = zoom * widthOf(text);
		const anchor = x < 30 * zoom ? 'start' : x > width - 40 * zoom ? 'end' : 'middle';
		const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
		// A name that would stand in the one before it stays away.
		const shown = left > free && text !== last;
		if (shown) {
			free = left + wide + GAP * zoom;
			last = text;
		}
		return { x, text: shown ? text : '', anchor } as const;
	});
	return (
		<g class="axis">
			<line x1={0} x2={width} y1={y} y2={y} />
			{named.map(({ x, text, anchor }) => (
				<g key={x} transform={`translate(${x} ${y})`}>
					<line y2={5} />
					<text y={6 + 14 * zoom} text-anchor={anchor}>
						{text}
					</text>
				</g>
			))}
		</g>
	);
}

/** About, px at the usual size of text: a Chinese sign is nearly twice as wide as a letter. */
const widthOf = (text: string): number =>
	[...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 13 : 7.5), 0);
