/**
 * Whether a sentence states a value of the pack: the same number, span, date or time, as exact as either side is.
 * Touches nothing.
 */
import type { Value } from '../packs/index.ts';
import {
	datesIn,
	daysBetween,
	daysOf,
	type FoundDate,
	grain,
	numbersIn,
	spanOf,
	spansIn,
	timesIn,
} from '../text/index.ts';
import { once } from './once.ts';

export interface Context {
	/** ISO day of the article, '' when not known: what 明日 and 周五 are counted from. */
	published: string;
	/** Public or local ids of places the sentence names. */
	entities: ReadonlySet<string>;
	/** What the text is of: figures are read once for each. */
	of?: object;
	/** What a bare number may count, by offsets in the text: without it, any number will do. */
	counts?: readonly { start: number; end: number }[];
}

/** same: equal. coarser, finer: the sentence says it less, more exactly. other: it says another value of this kind. none: none of it. */
export type Match = 'same' | 'coarser' | 'finer' | 'other' | 'none';

export function matchValue(text: string, value: Value, context: Context): Match {
	if ('number' in value) return matchNumber(text, value, context);
	if ('duration' in value) return matchSpan(once(context.of, spansIn, text), value.duration);
	if ('date' in value) return matchDate(text, value.date, context);
	return context.entities.has(value.place) ? 'same' : 'none';
}

/** Words by which a unit shows itself; a unit that is not here counts things, and any number will do. */
const UNIT_FORMS: Record<string, RegExp> = {
	km: /^\s*(?:公里|公裡|千米|km\b|kilomet(?:er|re)s?\b|-?kilomet)/i,
	m: /^\s*(?:米|公尺|m\b|met(?:er|re)s?\b)/i,
	years: /^\s*(?:周年|週年|年(?!\d)|years?\b|th anniversary)/i,
	year: /^(?![\d%％])/,
	'%': /^\s*(?:%|％|percent|per cent|个百分点)/i,
};
const MONTHS = 'January February March April May June July August September October November December'.split(
	' ',
);
const MONTH_NAME = new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'g');

function matchNumber(
	text: string,
	{ number, unit, precision }: Extract<Value, { number: number }>,
	context: Context,
): Match {
	const { counts } = context;
	if (unit === 'month') return matchMonth(text, number, context);
	const form = UNIT_FORMS[unit];
	const counted = once(context.of, numbersIn, text).filter(({ end }) => !form || form.test(text.slice(end)));
	if (counted.length === 0) return 'none';
	const slack = precision === 'about' ? Math.abs(number) * 0.02 : 0;
	if (counted.some(({ value }) => Math.abs(value - number) <= slack)) return 'same';
	if (unit === 'year') return 'none';
	if (form) return counted.some(({ value }) => allows(value, number, precision)) ? 'coarser' : 'other';
	// A number right before what is counted; any other may count anything.
	const bare = counted.filter(
		({ start, end }) => !(OTHER_UNIT.test(text.slice(end)) || ORDINAL.test(text.slice(0, start))),
	);
	return counts?.some(({ start }) => bare.some(({ end }) => end <= start && isGap(text.slice(end, start))))
		? 'other'
		: 'none';
}

/** These numbers count days, shares or distances, not things. */
const OTHER_UNIT =
	/^\s*(?:[个個]?(?:[年月日号號时時点點分秒周週岁歲]|小时|小時|星期|公里|千米)|[%％]|-?(?:years?|months?|weeks?|days?|hours?|minutes?|km|kilomet\w+|percent|people)\b)/i;
const ORDINAL = /第\s*$/;

/** "More than 600" is true of 650. */
const allows = (value: number, number: number, precision: string) =>
	precision === 'about' && Math.abs(value - number) <= Math.abs(number) * 0.1;

/** A measure word, or an adjective or two. */
const isGap = (between: string) => /^(?:[\p{Script=Han}]{0,3}|[\s-](?:[\w-]+\s){0,2})$/u.test(between);

const LAST_MONTH = /上[个個]?月|\blast month\b/i;
const THIS_MONTH = /本月|这个月|這個月|\bthis month\b/i;
const NEXT_MONTH = /下[个個]?月|\bnext month\b/i;

function matchMonth(text: string, wanted: number, { published, of }: Context): Match {
	const said = once(of, monthsSaid, text, published, of);
	if (said.includes(wanted)) return 'same';
	return said.length > 0 ? 'other' : 'none';
}

/** Months a sentence names, counted from the article's where it must be. */
function monthsSaid(text: string, published: string, of: object | undefined): number[] {
	const said = once(of, datesIn, text).flatMap(({ month }) => month ?? []);
	for (const { value, end } of once(of, numbersIn, text))
		if (/^\s*月/.test(text.slice(end, end + 4))) said.push(value);
	for (const [name] of text.matchAll(MONTH_NAME)) said.push(MONTHS.indexOf(name) + 1);
	if (published) {
		const now = Number(published.slice(5, 7));
		if (LAST_MONTH.test(text)) said.push(((now + 10) % 12) + 1);
		if (THIS_MONTH.test(text)) said.push(now);
		if (NEXT_MONTH.test(text)) said.push((now % 12) + 1);
	}
	return said;
}

function matchSpan(found: ReturnType<typeof spansIn>, iso: string): Match {
	const wanted = spanOf(iso);
	const alike = found.filter(({ span }) => isLike(daysOf(span), daysOf(wanted)));
	if (alike.length === 0) return 'none';
	let best: Match = 'other';
	for (const { span, more } of alike) {
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

/** So many times as long, and it is the length of something else. */
const UNLIKE = 8;
const isLike = (one: number, other: number) => one < other * UNLIKE && other < one * UNLIKE;

function matchDate(text: string, wanted: string, context: Context): Match {
	const time = /T(\d{2}):(\d{2})/.exec(wanted);
	if (time) {
		const times = once(context.of, timesIn, text);
		if (times.length === 0) return 'none';
		const minutes = Number(time[1]) * 60 + Number(time[2]);
		return times.some(({ hour, minute }) => sameTime(hour * 60 + minute, minutes, zoneShift(text, wanted)))
			? 'same'
			: 'other';
	}
	const day = wanted.slice(0, 10);
	const said = once(context.of, daysSaid, text, context.published, context.of);
	if (said.some((one) => one === day)) return 'same';
	// A day off may be another time zone's.
	return said.length > 0 && said.every((one) => Math.abs(daysBetween(one, day)) > 1) ? 'other' : 'none';
}

/** Zones that news name, in minutes before UTC. */
const ZONES: [RegExp, number][] = [
	[/莫斯科[当當]?地?[时時]间|莫斯科時間|Moscow time/i, 180],
	[/格林[尼威][治茲][标標]?[准準]?[时時][间間]|协调世界时|協調世界時|\bGMT\b|\bUTC\b/i, 0],
	[/北京[时時][间間]|台北[时時][间間]|香港[时時][间間]|Beijing time/i, 480],
	[/美[国國]?东部[时時][间間]|美東時間|\bE[DS]?T\b|Eastern time/, -240],
];

/** Minutes by which a sentence's clock is behind the one the value is given in; 0 when it names no zone. */
function zoneShift(text: string, wanted: string): number {
	const offset = /([+-])(\d{2}):(\d{2})$/.exec(wanted);
	const zone = ZONES.find(([form]) => form.test(text));
	if (!offset || !zone) return 0;
	const own = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
	return own - zone[1];
}

const DAY = 1440;
const sameTime = (said: number, wanted: number, shift: number) =>
	(said - wanted) % DAY === 0 || (said + shift - wanted) % DAY === 0;

/** ISO days a sentence names, counted from the article's day where it must be. */
function daysSaid(text: string, published: string, of: object | undefined): string[] {
	const whole = once(of, datesIn, text).flatMap((date) => complete(date, published) ?? []);
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
