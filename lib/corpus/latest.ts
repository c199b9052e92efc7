/** The newest events as a list shows them, kept in one row at each flip. Touches nothing. */
import type { Texts } from '../packs/index.ts';
import { whenOf } from './coverage.ts';
import { keyOf, type LatestLine, type LatestRow } from './first.ts';
import { type DerivedRow, type EventRow, publicId } from './store.ts';
import type { Told } from './told.ts';

/** More than a popup shows at once. */
export const LATEST = 12;

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
