/** Which events a list shows: all of them, or those of a person, place, source or series. Reads through Corpus only. */
import type { Corpus } from './corpus.ts';
import { byTime } from './lines.ts';
import { eventsOfSource } from './source-page.ts';
import { type EventRow, publicId } from './store.ts';
import { dayOf } from './timeline.ts';

/** Public ids; all that are given must hold. */
export interface Filters {
	/** Takes part in it. */
	person?: string;
	/** It happened there. */
	place?: string;
	source?: string;
	series?: string;
	/** Parts of other events too. */
	parts?: boolean;
}

/** Events in the order of time, by position. */
export interface Lineup {
	/** Days since 1970-01-01, ascending. */
	days: Int32Array;
	ids(positions: readonly number[]): Promise<string[]>;
}

/** null while no index is built for what is live. */
export async function lineup(corpus: Corpus, filters: Filters): Promise<Lineup | null> {
	const { person, place, source, series, parts = false } = filters;
	const timeline = await corpus.timeline();
	if (!timeline) return null;
	const same = await corpus.same();
	const eventsWith = async (entity: string, part: 'participants' | 'places') => {
		const all = same.of(entity);
		return (await corpus.eventsOf(entity)).filter((row) => all.some((id) => row[part].includes(id)));
	};
	const chosen = await Promise.all([
		person ? eventsWith(person, 'participants') : null,
		place ? eventsWith(place, 'places') : null,
		source ? eventsOfSource(corpus, source).then((ids) => corpus.events(ids)) : null,
		series ? within(corpus, series) : null,
	]);
	const sets = chosen.filter((rows) => rows !== null);
	const [first, ...others] = sets;
	if (first) {
		const also = others.map((rows) => new Set(rows.map(idOf)));
		const rows = [...new Map(first.map((row) => [idOf(row), row])).values()]
			.filter((row) => !row.record.series && also.every((ids) => ids.has(idOf(row))))
			.sort((a, b) => dayOf(a.start) - dayOf(b.start) || byTime(a, b));
		return {
			days: Int32Array.from(rows, ({ start }) => dayOf(start)),
			ids: async (positions) => positions.flatMap((at) => (rows[at] ? idOf(rows[at]) : [])),
		};
	}
	if (parts) return timeline;
	const places = Array.from(timeline.parts.keys()).filter((at) => timeline.parts[at] === 0);
	return {
		days: Int32Array.from(places, (at) => timeline.days[at] as number),
		ids: (positions) => timeline.ids(positions.flatMap((at) => places[at] ?? [])),
	};
}

const idOf = ({ pack, id }: EventRow) => publicId(pack, id);

/** The events of a series, without their parts. */
async function within(corpus: Corpus, series: string): Promise<EventRow[]> {
	const row = await corpus.event(series);
	return row ? corpus.partsOf(row) : [];
}

/** Series of all packs, for a choice, in the order of time. */
export async function seriesList(corpus: Corpus): Promise<EventRow[]> {
	return (await corpus.events((await corpus.timeline())?.series ?? [])).sort(byTime);
}
