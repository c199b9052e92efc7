/** Days as numbers since 1970-01-01, ascending: how many lie where, and how to name them. Touches nothing. */
import { type TimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';

export const DAY = 86_400_000;
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
/** NaN for what is no ISO day. */
export const dayOf = (iso: string): number =>
	/^\d{4}-\d{2}-\d{2}$/.test(iso) ? Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY) : Number.NaN;

/** The first position whose day is not before `day`. */
export function positionOf(days: Int32Array, day: number): number {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((days[middle] as number) < day) low = middle + 1;
		else high = middle;
	}
	return low;
}

export interface Bin {
	/** Days, the end not included. */
	from: number;
	to: number;
	count: number;
}

const STEPS: [step: TimeInterval, days: number][] = [
	[utcDay, 1],
	[utcMonday, 7],
	[utcMonth, 30],
	[utcMonth.every(3) as TimeInterval, 91],
	[utcYear, 365],
	[utcYear.every(5) as TimeInterval, 1826],
	[utcYear.every(10) as TimeInterval, 3652],
	[utcYear.every(50) as TimeInterval, 18_262],
];

/** Counted by the smallest calendar step of which at most `most` fit between the days. */
export function binsOf(days: Int32Array, from: number, to: number, most: number): Bin[] {
	const [step] =
		STEPS.find(([, length]) => (to - from) / length <= most) ?? (STEPS.at(-1) as (typeof STEPS)[0]);
	const edges = step.range(step.floor(new Date(from * DAY)), new Date(to * DAY)).map((edge) => +edge / DAY);
	return edges.map((edge, at) => {
		const end = edges[at + 1] ?? Math.max(to, edge + 1);
		return { from: edge, to: end, count: positionOf(days, end) - positionOf(days, edge) };
	});
}

/** A day as exact as the space between the days on an axis asks. `intl`: BCP 47. */
export function tickText(intl: string, day: number, span: number): string {
	const fields: Intl.DateTimeFormatOptions =
		span > 1500
			? { year: 'numeric' }
			: span > 90
				? { year: 'numeric', month: 'short' }
				: { year: 'numeric', month: 'short', day: 'numeric' };
	return new Intl.DateTimeFormat(intl, { ...fields, timeZone: 'UTC' }).format(new Date(day * DAY));
}
