/** The days and times a text names, made whole, with the clocks of the places it is about. Reads through Corpus only. */
import { statedDay } from '../events/index.ts';
import type { Entity } from '../packs/index.ts';
import {
	datesIn,
	daysBetween,
	knowsZone,
	momentIn,
	type Reader,
	saidTimes,
	say,
	sentencesOf,
} from '../text/index.ts';
import type { Clock, TimeLine, TimesView } from './comparison-views.ts';
import type { Corpus } from './corpus.ts';
import { partiesOf } from './parties.ts';
import { type EventRow, publicId } from './store.ts';

export interface TimedText {
	title: string;
	lang: string;
	published: string;
	/** `entities`: public ids of what is named there. */
	blocks: readonly { role: string; text: string; entities: readonly string[] }[];
}

/** Clocks side by side, without the reader's own. */
const CLOCKS = 3;
/** Places looked at; a place lies in others this deep at most. */
const PLACES = 60;
const DEPTH = 4;
/** Within so many days of the event a time is told by the clock of its place, unless the text says otherwise. */
const NEAR = 3;
const MOST = 100;

interface Place extends Clock {
	record: Entity;
	/** Local ids of what it lies in. */
	within: string[];
}

export async function timesView(
	corpus: Corpus,
	event: string,
	page: TimedText,
	reader: Reader,
): Promise<TimesView> {
	const row = await corpus.event(event);
	if (!row) return { lines: [], clocks: [] };
	const named = await placesOf(corpus, row, page, reader);
	const own = await clockOf(corpus, row, reader);
	const parties = new Set(await partiesOf(corpus, row));
	// A party's capital before its provinces, these before places of others.
	const rank = ({ within: [next = '', ...around] }: Place) =>
		parties.has(next) ? 0 : around.some((id) => parties.has(id)) ? 1 : 2;
	const clocks = new Map<string, Clock>();
	for (const { place, zone } of [...(own ? [own] : []), ...named.toSorted((a, b) => rank(a) - rank(b))])
		if (!clocks.has(zone)) clocks.set(zone, { place, zone });
	return {
		lines: linesOf(page, row, own, named),
		clocks: [...clocks.values()].slice(0, CLOCKS),
	};
}

function linesOf(page: TimedText, row: EventRow, own: Clock | null, named: readonly Place[]): TimeLine[] {
	const published = (page.published || statedDay(page.title, page.blocks)).slice(0, 10);
	const [first, last] = [row.record.when.start, row.record.when.end ?? row.record.when.start];
	const near = (day: string) => daysBetween(day, first) <= NEAR && daysBetween(last, day) <= NEAR;
	const lines = new Map<string, TimeLine>();
	for (const [block, { role, text }] of page.blocks.entries()) {
		if (role === 'chrome' || role === 'comment' || role === 'teaser') continue;
		for (const sentence of sentencesOf(text)) {
			const told = datesIn(sentence.text).some(
				({ year }) => year !== null && !published.startsWith(`${year}`),
			);
			// Beside another year, "25 April" and Wednesday are of that one.
			for (const one of saidTimes(sentence.text, told ? '' : published)) {
				const stated = statedClock(sentence.text, one, own, named);
				const clock = stated ?? (near(one.day) ? own : null);
				const { day, precision } = one;
				const start = sentence.start + one.start;
				const end = sentence.start + one.end;
				const key = `${day} ${precision} ${one.from} ${clock?.zone}`;
				if (lines.has(key) || lines.size >= MOST) continue;
				lines.set(key, {
					said: { text: text.slice(start, end), lang: page.lang || 'und' },
					spot: { block, start, end },
					day,
					precision,
					clock: clock && { place: clock.place, zone: clock.zone },
					assumed: stated === null,
					from: clock ? momentIn(clock.zone, day, one.from) : 0,
					until: clock ? momentIn(clock.zone, day, one.until) : 0,
				});
			}
		}
	}
	return [...lines.values()];
}

const LOCAL = /当地时间|當地時間|\blocal time\b/i;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Moscow time, 莫斯科时间; or the place of a dateline, right before its date. null: the sentence does not say. */
function statedClock(
	sentence: string,
	{ start }: { start: number },
	own: Clock | null,
	named: readonly Place[],
): Clock | null {
	const before = sentence.slice(0, start).replace(/[\s,，]+$/, '');
	for (const place of named) {
		for (const { text } of place.record.aliases) {
			if (before.toLowerCase().endsWith(text.toLowerCase())) return place;
			const time = new RegExp(`${escaped(text)}(?:(?:当地|當地)?(?:时间|時間)|(?: local)? time\\b)`, 'i');
			if (time.test(sentence)) return place;
		}
	}
	return LOCAL.test(sentence) ? own : null;
}

/** Places the text names that have a clock, those named in most blocks first. */
async function placesOf(
	corpus: Corpus,
	{ pack }: EventRow,
	page: TimedText,
	reader: Reader,
): Promise<Place[]> {
	const counts = new Map<string, number>();
	for (const { entities } of page.blocks)
		for (const id of new Set(entities)) counts.set(id, (counts.get(id) ?? 0) + 1);
	const rows = (await corpus.entities([...counts.keys()])).filter(({ record }) => record.zone);
	const often = rows
		.sort((a, b) => (counts.get(publicId(b.pack, b.id)) ?? 0) - (counts.get(publicId(a.pack, a.id)) ?? 0))
		.slice(0, PLACES);
	const places = await Promise.all(
		often.map(async ({ record }) => ({
			record,
			place: say(record.name, reader),
			zone: record.zone as string,
			within: (await around(corpus, pack, record)).map(({ id }) => id),
		})),
	);
	return places.filter(({ zone }) => knowsZone(zone));
}

/** The clock at the event's place. */
async function clockOf(corpus: Corpus, { pack, record }: EventRow, reader: Reader): Promise<Clock | null> {
	const [exact] = record.where;
	const place = exact ? await corpus.entity(publicId(pack, exact)) : null;
	if (!place) return null;
	const above = [place.record, ...(await around(corpus, pack, place.record))];
	const zone = record.when.zone ?? above.find((one) => one.zone)?.zone;
	return zone && knowsZone(zone) ? { place: say(place.record.name, reader), zone } : null;
}

/** What a place lies in, from the inside out. */
async function around(corpus: Corpus, pack: string, { within }: Entity, depth = DEPTH): Promise<Entity[]> {
	const row = within && depth > 0 ? await corpus.entity(publicId(pack, within)) : null;
	return row ? [row.record, ...(await around(corpus, pack, row.record, depth - 1))] : [];
}
