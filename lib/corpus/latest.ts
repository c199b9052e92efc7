/** The newest events as a list shows them, kept in one row at each flip: the popup has them after two reads. Touches the Dexie store. */
import type { Texts } from '../packs/index.ts';
import { whenOf } from './coverage.ts';
import { type DerivedRow, type EventRow, publicId, type Store } from './store.ts';
import type { Told } from './told.ts';
import type { When } from './views.ts';

/** More than a popup shows at once. */
export const LATEST = 12;

/** One event, in all languages. */
export interface LatestLine extends Told {
	id: string;
	name: Texts;
	when: When;
	place: Texts | null;
}
type LatestRow = DerivedRow & { lines: LatestLine[] };

export const newestFirst = (a: EventRow, b: EventRow): number =>
	a.start === b.start
		? publicId(a.pack, a.id) < publicId(b.pack, b.id)
			? -1
			: 1
		: a.start < b.start
			? 1
			: -1;

/** Public id of the place that a line names. */
export const placeOf = ({ pack, record }: EventRow): string | null =>
	record.where[0] === undefined ? null : publicId(pack, record.where[0]);

/** `events`: newest first. null where one was not counted: then the list is made as it is asked for. */
export function latestRow(
	revision: string,
	events: readonly EventRow[],
	places: ReadonlyMap<string, Texts>,
	toldOf: (id: string) => Told | null,
): DerivedRow | null {
	const lines = events.flatMap((event): LatestLine[] => {
		const id = publicId(event.pack, event.id);
		const told = toldOf(id);
		const place = places.get(placeOf(event) ?? '') ?? null;
		return told ? [{ id, name: event.record.name, when: whenOf(event), place, ...told }] : [];
	});
	return lines.length < events.length ? null : ({ key: keyOf(revision), revision, lines } as LatestRow);
}

/** null where this revision has none. */
export async function latestLines(store: Store, revision: string): Promise<LatestLine[] | null> {
	return ((await store.one.derived(keyOf(revision))) as LatestRow | undefined)?.lines ?? null;
}

const keyOf = (revision: string) => `${revision}/latest`;
