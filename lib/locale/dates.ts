/**
 * Dates for readers: always with the year, never more exact than the record, times at the event's place.
 * Pure functions over ISO 8601 texts and `Intl`.
 */
import type { When } from '../corpus/views.ts';

const FIELDS = {
	year: { year: 'numeric' },
	month: { year: 'numeric', month: 'long' },
	day: { year: 'numeric', month: 'long', day: 'numeric' },
	/** For lists: the same date, its month cut short where a language does so. */
	short: { year: 'numeric', month: 'short', day: 'numeric' },
} as const;
type Field = keyof typeof FIELDS;
const HOUR = { hour: 'numeric' } as const;
/** A lone 13 is no time of day. */
const HOUR_EN = { hour: 'numeric', hour12: true } as const;
const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `2023`, `2023-09` or `2023-09-13…`, written as it stands: an outlet's own calendar day is never shifted. */
export function day(intl: string, iso: string): string {
	return written(intl, iso, iso.length < 7 ? 'year' : iso.length < 10 ? 'month' : 'short');
}

export function moment(intl: string, { start, end, precision, zone }: When): string {
	const timed = precision === 'minute' || precision === 'hour';
	if (timed && start.length > 10) return timeOf(intl, start, precision, zone);
	const field = timed ? 'day' : precision;
	const from = written(intl, start, field);
	const to = end === null ? from : written(intl, end, field);
	return from === to ? from : `${from} – ${to}`;
}

/**
 * The moment on the reader's clock; null where no time is known or both clocks show the same. On the same day
 * the clock alone: the date stands beside it.
 */
export function momentAtReader(intl: string, when: When, reader = ownZone()): string | null {
	const { start, precision, zone } = when;
	if ((precision !== 'minute' && precision !== 'hour') || !/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(start))
		return null;
	const at = new Date(start);
	const there = parts(intl, at, precision, zone ?? 'UTC');
	const here = parts(intl, at, precision, reader);
	if (zone !== null && here.date === there.date) return here.clock === there.clock ? null : here.clock;
	return dated(intl, here);
}

/** A day in full, with the name it has in the week. */
export function weekday(intl: string, iso: string): string {
	return new Intl.DateTimeFormat(intl, { ...FIELDS.day, weekday: 'long', timeZone: 'UTC' }).format(noon(iso));
}

/** ms since 1970; `until` is the first that is not meant, and `from` itself for a minute. */
export interface Stretch {
	from: number;
	until: number;
	precision: 'day' | 'part' | 'hour' | 'minute';
}

/** What a clock of some zone shows then: the time alone where its date is `day` (ISO), else with its date. */
export function clockAt(
	intl: string,
	{ from, until, precision }: Stretch,
	zone: string | undefined,
	day: string,
): string {
	const start = face(intl, from, zone);
	const first = start.iso === day ? start.clock : `${start.date} ${start.clock}`;
	if (precision === 'minute' || precision === 'hour') return first;
	const last = face(intl, until - 60_000, zone);
	const end = face(intl, until, zone);
	// Midnight is the end of the day before.
	const [date, clock] = end.clock === '00:00' ? [last, '24:00'] : [end, end.clock];
	if (start.iso !== date.iso) return `${start.date} ${start.clock} – ${date.date} ${clock}`;
	return start.clock === '00:00' && clock === '24:00' ? start.date : `${first}–${clock}`;
}

function face(intl: string, moment: number, timeZone: string | undefined) {
	const at = new Date(moment);
	return {
		iso: new Intl.DateTimeFormat('sv', { timeZone }).format(at),
		date: new Intl.DateTimeFormat(intl, { month: 'short', day: 'numeric', timeZone }).format(at),
		clock: new Intl.DateTimeFormat(intl, { ...MINUTE, timeZone }).format(at),
	};
}

/** A moment soon to come, on the reader's clock; with its day when that is not today. */
export function soon(intl: string, at: Date, now = new Date()): string {
	const day = at.toDateString() === now.toDateString() ? {} : ({ month: 'long', day: 'numeric' } as const);
	return new Intl.DateTimeFormat(intl, { ...day, ...MINUTE }).format(at);
}

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function written(intl: string, iso: string, field: Field): string {
	const known: Field = iso.length < 7 ? 'year' : iso.length < 10 && field !== 'year' ? 'month' : field;
	return new Intl.DateTimeFormat(intl, { ...FIELDS[known], timeZone: 'UTC' }).format(noon(iso));
}

/** Day and time apart: `Intl` orders day, time and zone differently in each Chinese region. */
function timeOf(intl: string, iso: string, precision: 'minute' | 'hour', zone: string | null): string {
	const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(iso)?.[0] ?? null;
	// Without an offset the clock time is all there is; without a zone it is shown as written, with its offset.
	const shift = offset !== null && zone !== null;
	const at = shift ? new Date(iso) : new Date(`${offset === null ? iso : iso.slice(0, -offset.length)}Z`);
	const timeZone = shift ? zone : 'UTC';
	const { date, clock } = parts(intl, at, precision, timeZone);
	const name = shift ? zoneName(at, zone) : offsetName(offset);
	return [dated(intl, { date, clock }), name].filter(Boolean).join(' ');
}

const isEnglish = (intl: string) => /^en\b/i.test(intl);

const dated = (intl: string, { date, clock }: { date: string; clock: string }) =>
	`${date}${isEnglish(intl) ? ',' : ''} ${clock}`;

function parts(intl: string, at: Date, precision: 'minute' | 'hour', timeZone: string) {
	const clock = precision === 'minute' ? MINUTE : isEnglish(intl) ? HOUR_EN : HOUR;
	return {
		date: new Intl.DateTimeFormat(intl, { ...FIELDS.day, timeZone }).format(at),
		clock: new Intl.DateTimeFormat(intl, { ...clock, timeZone }).format(at),
	};
}

function zoneName(at: Date, zone: string): string {
	const named = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
		at,
	);
	return (named.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace(/GMT(?:\+0)?/, 'UTC');
}

/** `+09:00` → `UTC+9`, as `zoneName` writes it. */
function offsetName(offset: string | null): string {
	if (offset === null) return '';
	if (offset === 'Z') return 'UTC';
	const [hours = '', minutes] = offset.slice(1).split(':');
	const rest = minutes === '00' ? '' : `:${minutes}`;
	const whole = `UTC${offset[0]}${Number(hours)}${rest}`;
	return whole === 'UTC+0' || whole === 'UTC-0' ? 'UTC' : whole;
}

/** Midday, so that no zone can turn the day. */
function noon(iso: string): Date {
	const [year = '', month = '01', date = '01'] = iso.slice(0, 10).split('-');
	return new Date(`${year}-${month}-${date}T12:00:00Z`);
}
