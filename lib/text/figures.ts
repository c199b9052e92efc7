/** Figures of a sentence: numbers with what they count, spans of time, times of day. Touches nothing. */
import { type FoundNumber, numbersIn } from './numbers.ts';

/** Spans in years, months, weeks, days, hours, minutes; those not said are missing. */
export type Span = Partial<Record<SpanUnit, number>>;
export type SpanUnit = 'Y' | 'M' | 'W' | 'D' | 'H' | 'm';

export interface FoundSpan {
	start: number;
	end: number;
	span: Span;
	/** More than, or a rounded part follows (两个多小时, over two hours). */
	more: boolean;
}

export interface FoundTime {
	start: number;
	end: number;
	hour: number;
	minute: number;
}

const UNITS: [SpanUnit, RegExp][] = [
	[
		'Y',
		/^(?:个|個)?(?:多|余|餘)?(?:年(?:多|有余)?|載|载)(?!前后|代|[〇零一二三四五六七八九\d]{0,2}月\d)|^[ -]?years?\b/i,
	],
	['M', /^(?:个|個)(?:多|余|餘)?月|^[ -]?months?\b/i],
	['W', /^(?:个|個)?(?:多)?(?:星期|礼拜|禮拜|周|週)(?![一二三四五六日天末])|^[ -]?weeks?\b/i],
	['D', /^(?:多)?(?:天|日间|日間|整天)|^[ -]?days?\b/i],
	['H', /^(?:个|個)?(?:多|余|餘)?(?:小时|小時|钟头|鐘頭)|^[ -]?hours?\b/i],
	['m', /^(?:多)?(?:分钟|分鐘)|^[ -]?minutes?\b/i],
];
const HALF = /^(?:个|個)半(?=月|小时|小時|星期)|^半/;
const MORE_BEFORE = /(?:over|more than|at least|超过|超過|逾|至少|已有|多于|多於)\s*(?:了)?$/i;

/** Spans of time, parts that follow one another joined: 4年5个月, four years and five months. */
export function spansIn(text: string): FoundSpan[] {
	const spans: FoundSpan[] = [];
	for (const number of numbersIn(text)) {
		const part = spanPart(text, number);
		if (!part) continue;
		const before = spans.at(-1);
		const gap = before ? text.slice(before.end, number.start) : '';
		if (before && /^(?:\s*(?:and|,|又|零|加)?\s*)$/.test(gap) && !(part.unit in before.span)) {
			before.span[part.unit] = part.value;
			before.end = part.end;
			before.more ||= part.more;
		} else {
			spans.push({ start: number.start, end: part.end, span: { [part.unit]: part.value }, more: part.more });
		}
	}
	return spans;
}

function spanPart(text: string, { start, end, value }: FoundNumber) {
	let rest = text.slice(end, end + 16);
	let amount = value;
	let at = end;
	const half = HALF.exec(rest);
	if (half) {
		amount += 0.5;
		at += half[0].length;
		rest = rest.slice(half[0].length);
		// 一个半月: the measure word is spent.
		if (half[0].length > 1) rest = `个${rest}`;
		if (half[0].length > 1) at -= 1;
	}
	for (const [unit, form] of UNITS) {
		const match = form.exec(rest);
		if (!match) continue;
		// 2023年 is a year, not a span.
		if (unit === 'Y' && amount >= 1000) return null;
		const more = /多|余|餘/.test(match[0]) || MORE_BEFORE.test(text.slice(0, start));
		return { unit, value: amount, end: at + match[0].length, more };
	}
	return null;
}

const CLOCK =
	/(?<![\d:])(\d{1,2})(?:\s*[:：.]\s*|\s*[时時点點]\s*)(\d{1,2})\s*(?:分|(am|pm|a\.m\.|p\.m\.))?(?![\d:])/gi;
const AFTERNOON = /(?:下午|傍晚|晚上|晚间|晚間|夜里|深夜)\s*$/;

/** Times of day with minutes. A dot between them counts only with a.m. or p.m.; afternoons are turned to 24 hours. */
export function timesIn(text: string): FoundTime[] {
	const found: FoundTime[] = [];
	for (const match of text.matchAll(CLOCK)) {
		const [whole, hours, minutes, half] = match;
		if (/\./.test(whole.replace(/[ap]\.m\./i, '')) && !half) continue;
		let hour = Number(hours);
		const minute = Number(minutes);
		const late = /^p/i.test(half ?? '') || AFTERNOON.test(text.slice(0, match.index));
		if (late && hour < 12) hour += 12;
		if (/^a/i.test(half ?? '') && hour === 12) hour = 0;
		if (hour < 24 && minute < 60)
			found.push({ start: match.index, end: match.index + whole.length, hour, minute });
	}
	return found;
}

const DAYS: Record<SpanUnit, number> = { Y: 365.25, M: 30.44, W: 7, D: 1, H: 1 / 24, m: 1 / 1440 };

/** Length in days. */
export const daysOf = (span: Span): number =>
	Object.entries(span).reduce((sum, [unit, value]) => sum + DAYS[unit as SpanUnit] * value, 0);

/** ISO 8601 duration to a span: P4Y5M, PT2H. */
export function spanOf(iso: string): Span {
	const [date = '', time = ''] = iso.slice(1).split('T');
	const span: Span = {};
	for (const [, value, unit] of date.matchAll(/(\d+)([YMWD])/g)) span[unit as SpanUnit] = Number(value);
	for (const [, value, unit] of time.matchAll(/(\d+)([HM])/g)) span[unit === 'M' ? 'm' : 'H'] = Number(value);
	return span;
}

/** The smallest unit a span is said in: what it is exact to. */
export function grain(span: Span): number {
	const units = Object.keys(span) as SpanUnit[];
	return Math.min(...units.map((unit) => DAYS[unit]));
}
