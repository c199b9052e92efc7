/**
 * Whether a sentence states a value of the pack: the same number, span, date or time, as exact as either side is.
 * Touches nothing.
 */
import type { Value } from '../packs/index.ts';
import {
	datesIn,
	daysOf,
	type FoundDate,
	grain,
	numbersIn,
	spanOf,
	spansIn,
	timesIn,
} from '../text/index.ts';

export interface Context {
	/** ISO day of the article, '' when not known: what 明日 and 周五 are counted from. */
	published: string;
	/** Public or local ids of places the sentence names. */
	entities: ReadonlySet<string>;
}

/** same: equal. coarser, finer: the sentence says it less, more exactly. other: it says another value of this kind. none: none of it. */
export type Match = 'same' | 'coarser' | 'finer' | 'other' | 'none';

export function matchValue(text: string, value: Value, context: Context): Match {
	if ('number' in value) return matchNumber(text, value);
	if ('duration' in value) return matchSpan(text, value.duration);
	if ('date' in value) return matchDate(text, value.date, context.published);
	return context.entities.has(value.place) ? 'same' : 'none';
}

/** Words by which a unit shows itself; a unit that is not here counts things, and any number will do. */
const UNIT_FORMS: Record<string, RegExp> = {
	km: /^\s*(?:公里|公裡|千米|km\b|kilomet(?:er|re)s?\b|-?kilomet)/i,
	m: /^\s*(?:米|公尺|m\b|met(?:er|re)s?\b)/i,
	years: /^\s*(?:周年|週年|年(?!\d)|years?\b|th anniversary)/i,
	year: /^\s*(?:年|\b)/,
	month: /^\s*月/,
	'%': /^\s*(?:%|％|percent|per cent|个百分点)/i,
};
const MONTH_NAMES = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

function matchNumber(text: string, { number, unit, precision }: Extract<Value, { number: number }>): Match {
	const form = UNIT_FORMS[unit];
	if (unit === 'month' && new RegExp(`\\b${MONTH_NAMES[number - 1]}\\b`).test(text)) return 'same';
	const counted = numbersIn(text).filter(({ end }) => !form || form.test(text.slice(end)));
	if (counted.length === 0) return 'none';
	const slack = precision === 'about' ? Math.abs(number) * 0.02 : 0;
	if (counted.some(({ value }) => Math.abs(value - number) <= slack)) return 'same';
	return form && unit !== 'year' && unit !== 'month' ? 'other' : 'none';
}

function matchSpan(text: string, iso: string): Match {
	const wanted = spanOf(iso);
	const found = spansIn(text);
	if (found.length === 0) return 'none';
	let best: Match = 'other';
	for (const { span, more } of found) {
		const [fine, coarse] = grain(span) <= grain(wanted) ? [span, wanted] : [wanted, span];
		const difference = daysOf(fine) - daysOf(coarse);
		const step = grain(coarse);
		// The coarser may be cut, rounded, or said to be exceeded.
		const agree =
			Math.abs(difference) < step * 0.04 ||
			(difference > 0 && difference < step) ||
			(more && difference > 0 && difference < 2 * step) ||
			(difference < 0 && -difference <= step / 2);
		if (!agree) continue;
		if (Math.abs(difference) < Math.max(step * 0.04, 0.5 / 24)) return 'same';
		best = span === fine ? 'finer' : 'coarser';
	}
	return best;
}

function matchDate(text: string, wanted: string, published: string): Match {
	const time = /T(\d{2}):(\d{2})/.exec(wanted);
	if (time) {
		const times = timesIn(text);
		if (times.length === 0) return 'none';
		return times.some(({ hour, minute }) => hour === Number(time[1]) && minute === Number(time[2]))
			? 'same'
			: 'other';
	}
	const day = wanted.slice(0, 10);
	const said = daysSaid(text, published);
	if (said.some((one) => one === day)) return 'same';
	return said.length > 0 ? 'other' : 'none';
}

/** ISO days a sentence names, counted from the article's day where it must be. */
export function daysSaid(text: string, published: string): string[] {
	const whole = datesIn(text).flatMap((date) => complete(date, published) ?? []);
	return published ? [...whole, ...relativeDays(text, published)] : whole;
}

function complete({ year, month, day }: FoundDate, published: string): string | null {
	if (day === null || month === null) return null;
	const full = year ?? nearestYear(month, day, published);
	if (full === null) return null;
	return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day without a year is within half a year of the article. */
function nearestYear(month: number, day: number, published: string): number | null {
	if (!published) return null;
	const year = Number(published.slice(0, 4));
	const at = (of: number) => Math.abs(Date.UTC(of, month - 1, day) - Date.parse(published.slice(0, 10)));
	return [year - 1, year, year + 1].reduce((best, one) => (at(one) < at(best) ? one : best));
}

const WEEKDAYS: [RegExp, number][] = [
	[/(?:周|週|星期|礼拜|禮拜|(?<![\u4e00-\u9fff])拜)[日天]|\bSunday\b/gi, 0],
	[/(?:周|週|星期|礼拜|禮拜|(?<![\u4e00-\u9fff])拜)一|\bMonday\b/gi, 1],
	[/(?:周|週|星期|礼拜|禮拜|(?<![\u4e00-\u9fff])拜)二|\bTuesday\b/gi, 2],
	[/(?:周|週|星期|礼拜|禮拜|(?<![\u4e00-\u9fff])拜)三|\bWednesday\b/gi, 3],
	[/(?:周|週|星期|礼拜|禮拜|(?<![\u4e00-\u9fff])拜)四|\bThursday\b/gi, 4],
	[/(?:周|週|星期|礼拜|禮拜|(?<![\u4e00-\u9fff])拜)五|\bFriday\b/gi, 5],
	[/(?:周|週|星期|礼拜|禮拜|(?<![\u4e00-\u9fff])拜)六|\bSaturday\b/gi, 6],
];
const RELATIVE: [RegExp, number][] = [
	[/今天|今日|\btoday\b/i, 0],
	[/明天|明日|翌日|\btomorrow\b/i, 1],
	[/昨天|昨日|\byesterday\b/i, -1],
	[/前天|前日/, -2],
];

/** A weekday is the nearest one: up to three days ahead, else behind. */
function relativeDays(text: string, published: string): string[] {
	const base = Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
	if (Number.isNaN(base)) return [];
	const iso = (offset: number) => new Date(base + offset * 86_400_000).toISOString().slice(0, 10);
	const days = RELATIVE.filter(([form]) => form.test(text)).map(([, offset]) => iso(offset));
	for (const [form, weekday] of WEEKDAYS) {
		if (text.search(form) < 0) continue;
		const ahead = (weekday - new Date(base).getUTCDay() + 7) % 7;
		days.push(iso(ahead <= 3 ? ahead : ahead - 7));
	}
	for (const [, day] of text.matchAll(/(?<![\d月])(\d{1,2})\s*[日號号](?!本|间|間|\d)/g)) {
		const month = published.slice(0, 8);
		days.push(`${month}${String(day).padStart(2, '0')}`);
	}
	return days;
}
