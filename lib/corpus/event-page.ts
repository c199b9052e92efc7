/** The whole of an event. Reads through Corpus only. */
import { foldKey, type Reader, say } from '../text/index.ts';
import { packLine } from './card.ts';
import type { Corpus } from './corpus.ts';
import { claimsWithin, eventLine, tell, viewOf } from './coverage.ts';
import { articleRecord, byTime } from './lines.ts';
import { originsOf } from './origins.ts';
import type { EventPage } from './pages.ts';
import { type EventRow, publicId, splitId } from './store.ts';
import type { EventLine, Said } from './views.ts';

/** Lines of one list on the page. */
const MOST = 200;
const OTHERS = 12;

export async function eventPage(corpus: Corpus, id: string, reader: Reader): Promise<EventPage | null> {
	const row = await corpus.event(id);
	if (!row) return null;
	const { pack, record } = row;
	const lines = (rows: EventRow[]) => Promise.all(rows.map((one) => eventLine(corpus, one, reader)));
	const ofPacks = (list: EventLine[]) =>
		list.map((one) => ({ ...one, pack: titleOf(corpus, splitId(one.id)[0], reader) }));
	const parties = record.participants.map(({ entity }) => entity);
	// A series holds events; what is said of them stands with each.
	const reported = (record.series ? Promise.resolve([]) : claimsWithin(corpus, row)).then(async (claims) => {
		const told = await tell(corpus, pack, claims, reader, parties);
		return { claims, told, event: await viewOf(corpus, row, claims, told) };
	});
	const whole = row.partOf ? corpus.event(row.partOf) : Promise.resolve(null);
	const named = corpus.entities([...parties, ...record.where].map((one) => publicId(pack, one)));
	const [{ claims, told, event }, above, entities, parts, others, related, foreign, from] = await Promise.all(
		[
			reported,
			whole,
			named,
			corpus.partsOf(row).then((rows) => lines(rows.sort(byTime).slice(0, MOST))),
			whole.then(async (one) =>
				one?.record.series ? lines(nearest(await siblings(corpus, one, row), row)) : [],
			),
			corpus
				.events(record.relatedTo.slice(0, OTHERS).map((one) => publicId(pack, one)))
				.then((rows) => lines(rows.sort(byTime))),
			named.then(async (rows) =>
				ofPacks(await lines(await elsewhere(corpus, row, new Set(names(rows.map((one) => one.record)))))),
			),
			packLine(corpus, row, reader),
		],
	);
	const records = new Map(entities.map((one) => [one.id, one.record]));
	const entity = (one: string) => ({
		id: publicId(pack, one),
		name: say(records.get(one)?.name ?? { en: one }, reader),
		description: say(records.get(one)?.description ?? { en: '' }, reader),
	});
	return {
		event,
		series: record.series,
		above: above && {
			id: publicId(above.pack, above.id),
			name: say(above.record.name, reader),
			series: above.record.series,
		},
		parts,
		others,
		related,
		participants: record.participants.map(({ entity: one, role }) => ({
			...entity(one),
			role: role ? say(role, reader) : null,
		})),
		places: record.where.map(entity),
		articles: [...told.articles.values()]
			.map((article) => articleRecord(article, told.sources, reader))
			.sort((a, b) => (a.date < b.date ? -1 : 1)),
		origins: originsOf(claims, told),
		elsewhere: foreign,
		pack: from,
		license: corpus.heads.get(pack)?.manifest.license ?? '',
	};
}

/** The others of a series, in the order of time. */
const siblings = async (corpus: Corpus, series: EventRow, { id }: EventRow): Promise<EventRow[]> =>
	(await corpus.partsOf(series)).filter((one) => one.id !== id).sort(byTime);

function titleOf({ heads }: Corpus, pack: string, reader: Reader): Said {
	return say(heads.get(pack)?.manifest.title ?? { en: pack }, reader);
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
	const others = (await corpus.eventsOn(day, OTHERS * 8)).filter(
		({ pack, record }) => pack !== row.pack && !record.series,
	);
	const people = await Promise.all(others.map(({ participants }) => corpus.entities(participants)));
	return others
		.filter((_, at) => names((people[at] ?? []).map(({ record }) => record)).some((name) => known.has(name)))
		.slice(0, OTHERS);
}
