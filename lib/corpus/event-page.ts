/** The whole of an event. Reads through Corpus only. */
import { foldKey, type Reader, say } from '../text/index.ts';
import { packLine } from './card.ts';
import type { Corpus } from './corpus.ts';
import { claimsWithin, eventLine, tell, viewOf } from './coverage.ts';
import { articleRecord, byTime } from './lines.ts';
import { originsOf } from './origins.ts';
import type { EventPage } from './pages.ts';
import { type EventRow, publicId } from './store.ts';

/** Lines of one list on the page. */
const MOST = 200;
const OTHERS = 12;

export async function eventPage(corpus: Corpus, id: string, reader: Reader): Promise<EventPage | null> {
	const row = await corpus.event(id);
	if (!row) return null;
	const { pack, record } = row;
	const lines = (rows: EventRow[]) => Promise.all(rows.map((one) => eventLine(corpus, one, reader)));
	// A series holds events; what is said of them stands with each.
	const claims = record.series ? [] : await claimsWithin(corpus, row);
	const parties = record.participants.map(({ entity }) => entity);
	const told = await tell(corpus, pack, claims, reader, parties);
	const above = row.partOf ? await corpus.event(row.partOf) : null;
	const named = new Map(
		(await corpus.entities([...parties, ...record.where].map((one) => publicId(pack, one)))).map((one) => [
			one.id,
			one.record,
		]),
	);
	const entity = (one: string) => ({
		id: publicId(pack, one),
		name: say(named.get(one)?.name ?? { en: one }, reader),
		description: say(named.get(one)?.description ?? { en: '' }, reader),
	});
	const others = above?.record.series ? (await corpus.partsOf(above)).filter((one) => one.id !== row.id) : [];
	return {
		event: await viewOf(corpus, row, claims, told),
		series: record.series,
		above: above && {
			id: publicId(above.pack, above.id),
			name: say(above.record.name, reader),
			series: above.record.series,
		},
		parts: await lines((await corpus.partsOf(row)).sort(byTime).slice(0, MOST)),
		others: await lines(nearest(others.sort(byTime), row)),
		related: await lines(
			(await corpus.events(record.relatedTo.slice(0, OTHERS).map((one) => publicId(pack, one)))).sort(byTime),
		),
		participants: record.participants.map(({ entity: one, role }) => ({
			...entity(one),
			role: role ? say(role, reader) : null,
		})),
		places: record.where.map(entity),
		articles: [...told.articles.values()]
			.map((article) => articleRecord(article, told.sources, reader))
			.sort((a, b) => (a.date < b.date ? -1 : 1)),
		origins: originsOf(claims, told),
		elsewhere: await lines(await elsewhere(corpus, row, new Set(names([...named.values()])))),
		pack: await packLine(corpus, row, reader),
		license: corpus.heads.get(pack)?.manifest.license ?? '',
	};
}

/** A window of a long series around the event itself. */
function nearest(others: EventRow[], { start }: EventRow): EventRow[] {
	const at = others.findIndex((one) => one.start > start);
	const from = Math.max(0, (at < 0 ? others.length : at) - OTHERS / 2);
	return others.slice(from, from + OTHERS);
}

const names = (records: readonly { name: Record<string, string | undefined> }[]) =>
	records.flatMap(({ name }) => Object.values(name).flatMap((text) => (text ? [foldKey(text)] : [])));

/** Events of other packs on the same day with somebody of the same name in them. */
async function elsewhere(corpus: Corpus, row: EventRow, known: ReadonlySet<string>): Promise<EventRow[]> {
	const day = row.start.slice(0, 10);
	if (day.length < 10 || corpus.heads.size < 2) return [];
	const found: EventRow[] = [];
	for (const other of await corpus.eventsOn(day, OTHERS * 8)) {
		if (other.pack === row.pack || other.record.series || found.length === OTHERS) continue;
		const people = await corpus.entities(other.participants);
		if (names(people.map(({ record }) => record)).some((name) => known.has(name))) found.push(other);
	}
	return found;
}
