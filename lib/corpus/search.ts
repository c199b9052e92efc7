/** Finding people, places and events by what a reader types, in any script. Reads through Corpus only. */
import { foldKey, type Reader, say } from '../text/index.ts';
import { scriptsOf } from './card.ts';
import type { Corpus } from './corpus.ts';
import { eventLine } from './coverage.ts';
import { type EntityRow, type EventRow, publicId } from './store.ts';
import type { EntityLine, SearchView } from './views.ts';

/** Longer input says no more. */
const LONGEST = 64;
const MOST = 8;
/** Rows looked at for each word. */
const WIDE = 60;

/** Every word must be met: in a name, in an event's name or year, or in the name of one who takes part. */
export async function search(corpus: Corpus, typed: string, reader: Reader): Promise<SearchView> {
	const words = foldKey(typed.slice(0, LONGEST))
		.split(' ')
		.filter((word) => word !== '');
	if (words.length === 0) return { entities: [], events: [] };
	const idOf = (row: { pack: string; id: string }) => publicId(row.pack, row.id);
	let entities: Map<string, EntityRow> | null = null;
	let events: Map<string, EventRow> | null = null;
	for (const word of words) {
		const named = new Map((await corpus.byKey('entities', word, WIDE)).map((row) => [idOf(row), row]));
		const held = new Map((await corpus.byKey('events', word, WIDE)).map((row) => [idOf(row), row]));
		for (const entity of [...named.keys()].slice(0, MOST)) {
			for (const row of await corpus.eventsOf(entity)) held.set(idOf(row), row);
		}
		entities = both(entities, named);
		events = both(events, held);
	}
	const found = [...(events?.values() ?? [])].filter((row) => !row.record.series);
	found.sort((a, b) => depth(a) - depth(b) || (a.start < b.start ? 1 : -1));
	return {
		entities: [...(entities?.values() ?? [])].slice(0, MOST).map((row) => entityLine(row, reader)),
		events: await Promise.all(found.slice(0, MOST).map((row) => eventLine(corpus, row, reader))),
	};
}

const depth = (row: EventRow) => (row.record.participants.length > 1 ? 0 : 1);

function both<T>(before: Map<string, T> | null, now: Map<string, T>): Map<string, T> {
	return before ? new Map([...now].filter(([id]) => before.has(id))) : now;
}

export function entityLine({ pack, id, record }: EntityRow, reader: Reader): EntityLine {
	const name = say(record.name, reader);
	return {
		id: publicId(pack, id),
		name,
		others: scriptsOf(record, [name.text]),
		kind: record.kind,
		description: say(record.description, reader),
	};
}
