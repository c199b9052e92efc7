/**
 * Days and times that a text names only in part, made whole by the article's day: Wednesday, 13日, early Thursday,
 * 周三凌晨2时22分. By the clock they are told in, whichever that is. Touches nothing.
 */
import { datesIn, isoDay } from './dates.ts';
import { timesIn } from './figures.ts';

export interface SaidTime {
	start: number;
	end: number;
	/** ISO. */
	day: string;
	precision: 'day' | 'part' | 'hour' | 'minute';
	/** Minutes since the day began; `until` is the first that is not meant. The same for a minute. */
	from: number;
	until: number;
}

/** A day that stands in the text; `whole`: with its year. */
interface Day {
	start: number;
	end: number;
	day: string;
	whole: boolean;
}
type Clock = Omit<SaidTime, 'day'>;

const HOUR = 60;
const DAY = 24 * HOUR;
/** Units between a day and its time: "on", "at about", 的. */
const GAP = 12;
const JOINT =
	/^[\s,，的]*(?:(?:on|at|about|around|shortly|just|before|after|in the|the|local time|当地时间|當地時間|约|約|于|於)[\s,，]*)*$/i;

/** In order, none twice in one place. `published`: ISO day of the article; '' where it is not known, and only whole dates count. */
export function saidTimes(text: string, published: string): SaidTime[] {
	const clocks = clocksIn(text);
	const taken = new Set<Clock>();
	return daysIn(text, published.slice(0, 10))
		.flatMap(({ start, end, day, whole }): SaidTime[] => {
			const clock = clocks.find((one) => !taken.has(one) && meets(text, { start, end }, one));
			if (clock) taken.add(clock);
			// Nothing is to be added to a date that is written out.
			if (!clock) return whole ? [] : [{ start, end, day, precision: 'day', from: 0, until: DAY }];
			const { precision, from, until } = clock;
			const span = { start: Math.min(start, clock.start), end: Math.max(end, clock.end) };
			return [{ ...span, day, precision, from, until }];
		})
		.sort((a, b) => a.start - b.start);
}

/** They overlap (今早), or only small words stand between. */
function meets(text: string, day: Pick<Day, 'start' | 'end'>, clock: Clock): boolean {
	const [first, second] = day.start <= clock.start ? [day, clock] : [clock, day];
	const between = text.slice(first.end, second.start);
	return between.length <= GAP && JOINT.test(between);
}

function daysIn(text: string, published: string): Day[] {
	const found: Day[] = datesIn(text).flatMap((date): Day[] => {
		const { start, end, year, month, day } = date;
		const whole = isoDay(date);
		if (whole) return [{ start, end, day: whole, whole: true }];
		const near =
			year === null && month !== null && day !== null && published && nearest(month, day, published);
		return near ? [{ start, end, day: near, whole: false }] : [];
	});
	const dated = datesIn(text);
	for (const one of published ? relativeDays(text, published) : [])
		if (![...found, ...dated].some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
	return found.sort((a, b) => a.start - b.start);
}

const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const moved = (iso: string, days: number) => new Date(at(iso) + days * 86_400_000).toISOString().slice(0, 10);
const two = (value: number) => String(value).padStart(2, '0');

/** A day without a year is within half a year of the article. '' when there is no such day. */
function nearest(month: number, day: number, published: string): string {
	const year = Number(published.slice(0, 4));
	const all = [year - 1, year, year + 1]
		.map((one) => `${one}-${two(month)}-${two(day)}`)
		.filter((iso) => !Number.isNaN(at(iso)) && moved(iso, 0) === iso);
	const away = (iso: string) => Math.abs(at(iso) - at(published));
	return all.sort((a, b) => away(a) - away(b))[0] ?? '';
}

const EN_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const HAN_DAYS = '日一二三四五六';
const WEEKDAY =
	/(?:(上|下|这|這|本)[个個]?)?(?<!每)(?:周|週|星期|礼拜|禮拜|(?<!\p{Script=Han})拜)([日天一二三四五六])(?![次个個])|(?:\b(last|next)\s+)?\b(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/giu;
const RELATIVE: [RegExp, number][] = [
	[/今天|今日|今(?=[早晨晚])|\btoday\b|\btonight\b/gi, 0],
	[/明天|明日|明(?=[早晨晚])|\btomorrow\b/gi, 1],
	[/昨天|昨日|昨(?=[早晨晚夜])|\byesterday\b/gi, -1],
	[/前天|前日/g, -2],
	[/后天|後天/g, 2],
];
/** Of this month, or, where that would be far ahead, of the last: an article of the 1st that tells of the 30th. */
const BARE = /(?<![\d月初./:-])(\d{1,2})\s*[日號号](?![本间間\d线線元圆圓])/g;
const AHEAD = 20;

/** A weekday is the nearest one: up to three days ahead, else behind; "next" and "last" as they say. */
function relativeDays(text: string, published: string): Day[] {
	const found: Day[] = [];
	const add = (match: RegExpMatchArray, day: string) => {
		const start = match.index ?? 0;
		found.push({ start, end: start + match[0].length, day, whole: false });
	};
	for (const [form, days] of RELATIVE)
		for (const match of text.matchAll(form)) add(match, moved(published, days));
	for (const match of text.matchAll(WEEKDAY)) {
		const [, hanWeek, han, enWeek, en] = match;
		const wanted = han ? Math.max(0, HAN_DAYS.indexOf(han)) : EN_DAYS.findIndex((name) => same(name, en));
		add(match, moved(published, offset(wanted, new Date(at(published)).getUTCDay(), hanWeek ?? enWeek)));
	}
	for (const match of text.matchAll(BARE)) {
		const day = Number(match[1]);
		const iso = `${published.slice(0, 8)}${two(day)}`;
		if (day < 1 || Number.isNaN(at(iso)) || moved(iso, 0) !== iso) continue;
		const late = (at(iso) - at(published)) / 86_400_000 > AHEAD;
		add(match, late ? lastMonths(published, day) : iso);
	}
	return found;
}

const same = (one: string, other = '') => one.toLowerCase() === other.toLowerCase();

/** Days from `today` (0 Sunday) to the weekday meant. Chinese counts weeks from Monday. */
function offset(wanted: number, today: number, which = ''): number {
	const monday = ((today + 6) % 7) * -1;
	const inWeek = monday + ((wanted + 6) % 7);
	if (/[上]/.test(which)) return inWeek - 7;
	if (/[下]/.test(which)) return inWeek + 7;
	if (/[这這本]/.test(which)) return inWeek;
	const ahead = (wanted - today + 7) % 7;
	if (same(which, 'next')) return ahead || 7;
	if (same(which, 'last')) return ahead - 7 || -7;
	return ahead <= 3 ? ahead : ahead - 7;
}

function lastMonths(published: string, day: number): string {
	const before = moved(`${published.slice(0, 8)}01`, -1);
	return day <= Number(before.slice(8))
		? `${before.slice(0, 8)}${two(day)}`
		: `${published.slice(0, 8)}${two(day)}`;
}

/** Parts of a day, in hours. */
const PARTS: [RegExp, number, number][] = [
	[
		/凌晨|\bearly(?=\s+(?:on\s+)?(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|\s+today|\s+yesterday)|\bearly hours\b|\bbefore dawn\b/gi,
		0,
		6,
	],
	[/清晨|\b(?:at )?dawn\b/gi, 4, 7],
	[/早上|早晨|上午|(?<=[今明昨])[早晨]|\bmorning\b/gi, 6, 12],
	[/下午|\bafternoon\b/gi, 12, 18],
	[/傍晚|\bevening\b/gi, 17, 21],
	[/晚上|晚间|晚間|深夜|(?<=[今明昨])[晚夜]|\btonight\b|\b(?:late )?night\b/gi, 18, 24],
];
const HALF = '([ap])\\.?m\\b\\.?';
const HOURS: RegExp[] = [
	new RegExp(`(?<![\\d:.])(\\d{1,2})\\s*${HALF}`, 'gi'),
	/(?<=凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚間|深夜)(\d{1,2})\s*[时時点點](?![\d间間])/g,
];

/** Times of day; a part of the day that stands before one (凌晨2时22分) belongs to it. */
function clocksIn(text: string): Clock[] {
	const parts = PARTS.flatMap(([form, from, until]) =>
		[...text.matchAll(form)].map(
			({ index, 0: said }): Clock => ({
				start: index,
				end: index + said.length,
				precision: 'part',
				from: from * HOUR,
				until: until * HOUR,
			}),
		),
	);
	const exact = [...minutesIn(text), ...hoursIn(text)].filter(
		(one, i, all) => !all.slice(0, i).some(({ start, end }) => one.start < end && start < one.end),
	);
	const joined = exact.map((clock) => {
		const part = parts.find(({ end }) => end === clock.start);
		return part ? { ...clock, start: part.start } : clock;
	});
	return [
		...joined,
		...parts.filter((part) => !joined.some(({ start, end }) => part.start < end && start < part.end)),
	].sort((a, b) => a.start - b.start);
}

const minutesIn = (text: string): Clock[] =>
	timesIn(text).map(({ start, end, hour, minute }) => {
		const from = hour * HOUR + minute;
		// What is matched may end in a space.
		return {
			start,
			end: start + text.slice(start, end).trimEnd().length,
			precision: 'minute',
			from,
			until: from,
		};
	});

const LATE = /(?:下午|傍晚|晚上|晚间|晚間|深夜)$/;

function hoursIn(text: string): Clock[] {
	return HOURS.flatMap((form) =>
		[...text.matchAll(form)].flatMap((match): Clock[] => {
			const late = /^p/i.test(match[2] ?? '') || LATE.test(text.slice(0, match.index));
			let hour = Number(match[1]);
			if (late && hour < 12) hour += 12;
			if (/^a/i.test(match[2] ?? '') && hour === 12) hour = 0;
			if (hour > 23) return [];
			const from = hour * HOUR;
			return [
				{
					start: match.index,
					end: match.index + match[0].length,
					precision: 'hour',
					from,
					until: from + HOUR,
				},
			];
		}),
	);
}
