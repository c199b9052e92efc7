/**
 * The newest events for a page that is to show them at once: two rows, read with bare IndexedDB, because the library that
 * the store is written with takes longer to load than both. Reads the store as it is, and makes none where there is none.
 */
import type { Texts } from '../packs/index.ts';
import { type Reader, say } from '../text/index.ts';
import { apart } from './apart.ts';
import { STORE } from './ids.ts';
import { revisionOf } from './revision.ts';
import type { DerivedRow, LiveRow } from './store.ts';
import type { Told } from './told.ts';
import type { EventLine, Relation, When } from './views.ts';

/** One event, in all languages. */
export interface LatestLine extends Told {
	id: string;
	name: Texts;
	when: When;
	place: Texts | null;
}
export type LatestRow = DerivedRow & { lines: LatestLine[] };
export const keyOf = (revision: string) => `${revision}/latest`;

/** What is live, and its newest events. */
export interface First {
	heads: ReadonlyMap<string, LiveRow>;
	lines: readonly LatestLine[];
}

/** null where there is no store yet, or a build before this one made it, or it cannot be read: others tell why. */
export async function firstLook(name = STORE): Promise<First | null> {
	const open = indexedDB.open(name);
	// It would be made without a table.
	open.onupgradeneeded = () => open.transaction?.abort();
	try {
		const db = await settled(open);
		try {
			const read = db.transaction(['live', 'derived']);
			const live = await settled<LiveRow[]>(read.objectStore('live').getAll());
			const key = keyOf(revisionOf(live));
			const row = await settled<LatestRow | undefined>(read.objectStore('derived').get(key));
			return row ? { heads: new Map(live.map((one) => [one.pack, one])), lines: row.lines } : null;
		} finally {
			db.close();
		}
	} catch {
		return null;
	}
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((done, failed) => {
		request.onsuccess = () => done(request.result);
		request.onerror = () => failed(request.error);
	});

/** `relations`: of events to the page that is being read, by public id. */
export function linesIn(
	{ heads, lines }: First,
	reader: Reader,
	relations?: ReadonlyMap<string, Relation>,
): EventLine[] {
	const said = lines.map(
		({ name, place, ...line }): EventLine => ({
			...line,
			name: say(name, reader),
			place: place && say(place, reader),
			relation: relations?.get(line.id) ?? 'none',
		}),
	);
	return apart(said, { heads }, reader);
}
