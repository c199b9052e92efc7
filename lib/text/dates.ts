/**
 * Dates as news writes them, in Chinese and English: whole ones, and ones that want the article's year or month.
 * Touches nothing.
 */

/** A date in a text; what is not said there is null. Months and days from 1. */
export interface FoundDate {
	start: number;
	end: number;
	year: number | null;
	month: number | null;
	day: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
	'(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** Named by what their groups are: y year, m month, d day. Longest forms first. */
const FORMS: [RegExp, string][] = [
	[/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]/g, 'ymd'],
	[/(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, 'ymd'],
	[/(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/g, 'dmy'],
	[new RegExp(`\\b${MONTH}\\.?\\s+${DAY},?\\s+(\\d{4})\\b`, 'g'), 'mdy'],
	[new RegExp(`\\b${DAY}\\s+${MONTH}\\.?,?\\s+(\\d{4})\\b`, 'g'), 'dmy'],
	[/(\d{4})\s*年\s*(\d{1,2})\s*月/g, 'ym'],
	[new RegExp(`\\b${MONTH}\\.?,?\\s+(\\d{4})\\b`, 'g'), 'my'],
	[/(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]/g, 'md'],
	[new RegExp(`\\b${MONTH}\\.?\\s+${DAY}\\b(?!,?\\s+\\d{4})`, 'g'), 'md'],
	[new RegExp(`\\b${DAY}\\s+${MONTH}\\b`, 'g'), 'dm'],
	[/(?<!\d)((?:19|20)\d{2})\s*年/g, 'y'],
	[/\b(?:in|since|of)\s+((?:19|20)\d{2})\b/gi, 'y'],
];

/** All dates of a text in order; where two forms meet, the longer one counts. */
export function datesIn(text: string): FoundDate[] {
	const found: FoundDate[] = [];
	if (!/\d/.test(text)) return found;
	for (const [form, parts] of FORMS) {
		for (const match of text.matchAll(form)) {
			const start = match.index;
			const end = start + match[0].length;
			if (found.some((other) => start < other.end && other.start < end)) continue;
			const part = (name: string) => {
				const at = parts.indexOf(name);
				return at < 0 ? null : numberOf(match[at + 1] ?? '');
			};
			const date = { start, end, year: part('y'), month: part('m'), day: part('d') };
			if (sound(date)) found.push(date);
		}
	}
	return found.sort((a, b) => a.start - b.start);
}

function numberOf(text: string): number {
	const month = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
	return month < 0 ? Number(text) : month + 1;
}

/** A numeric day and month the American way round (09/14/2023) is turned, where only that can be meant. */
function sound(date: FoundDate): boolean {
	if (date.month !== null && date.day !== null && date.month > 12 && date.day <= 12) {
		[date.month, date.day] = [date.day, date.month];
	}
	if (date.month !== null && (date.month < 1 || date.month > 12)) return false;
	if (date.day !== null && (date.day < 1 || date.day > 31)) return false;
	return date.year === null || (date.year >= 1000 && date.year <= 2999);
}

/** Whole days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

/** ISO day of a whole date, else null. */
export function isoDay({ year, month, day }: FoundDate): string | null {
	if (year === null || month === null || day === null) return null;
	const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	return Number.isNaN(Date.parse(iso)) ? null : iso;
}

/** The last day of a year, month or day that is given in ISO 8601. */
export function lastDay(point: string): string {
	if (point.length >= 10) return point.slice(0, 10);
	if (point.length === 4) return `${point}-12-31`;
	const [year, month] = point.split('-').map(Number);
	return new Date(Date.UTC(year as number, month as number, 0)).toISOString().slice(0, 10);
}
