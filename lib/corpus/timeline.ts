/**
 * All live events in the order of time, as one binary row and lists of ids: derived with the indexes, read by position.
 * Reads the Dexie store.
 */
import { type Breathe, inSlices, sorting } from '../names/index.ts';
import { IDS_A_ROW } from './derive.ts';
import { LATEST, newestFirst } from './latest.ts';
import { eachRow } from './shelf.ts';
import { type DerivedRow, type EventRow, publicId, type Store } from './store.ts';

export interface Timeline {
	/** Days since 1970-01-01 on which each begins; ascending. */
	days: Int32Array;
	/** 1: part of another event that is no series. */
	parts: Uint8Array;
	/** Public ids of the series, as many as a list of choices can show. */
	series: readonly string[];
	/** Public ids of the events at these positions. */
	ids(positions: readonly number[]): Promise<string[]>;
}

type TimelineRow = DerivedRow & Pick<Timeline, 'days' | 'parts'>;

const DAY = 86_400_000;
const SERIES = 500;

/** The day of an ISO 8601 text, as it stands there; of a year or month, its first. */
export function dayOf(iso: string): number {
	const [year, month = '01', day = '01'] = iso.slice(0, 10).split('-');
	return Math.floor(Date.parse(`${year}-${month}-${day}T00:00:00Z`) / DAY);
}

export async function deriveTimeline(
	store: Store,
	shards: readonly string[],
	revision: string,
	{ signal, breathe }: { signal?: AbortSignal; breathe?: Breathe },
): Promise<{ rows: DerivedRow[]; newest: EventRow[] }> {
	let newest: EventRow[] = [];
	const events: { id: string; start: string; day: number; partOf: string }[] = [];
	const series = new Set<string>();
	for await (const row of eachRow(store, 'events', shards, breathe)) {
		const { pack, id, start, partOf, record } = row;
		if (record.series) series.add(publicId(pack, id));
		else {
			events.push({ id: publicId(pack, id), start, day: dayOf(start), partOf });
			if (newest.push(row) > 4 * LATEST) newest = latest(newest);
		}
	}
	const inOrder = sorting(events, (a, b) => a.day - b.day || (a.start < b.start ? -1 : 1));
	await inSlices(inOrder, signal, breathe);
	const days = Int32Array.from(events, ({ day }) => day);
	const parts = Uint8Array.from(events, ({ partOf }) => Number(partOf !== '' && !series.has(partOf)));
	const rows: DerivedRow[] = [
		{ key: `${revision}/timeline`, revision, days, parts, ids: [...series].slice(0, SERIES) } as TimelineRow,
	];
	for (let at = 0; at * IDS_A_ROW < events.length; at++) {
		const ids = events.slice(at * IDS_A_ROW, (at + 1) * IDS_A_ROW).map(({ id }) => id);
		rows.push({ key: `${revision}/order/${at}`, revision, ids });
	}
	return { rows, newest: latest(newest) };
}

const latest = (events: EventRow[]): EventRow[] => events.sort(newestFirst).slice(0, LATEST);

/** null while no index is built for what is live. */
export async function openTimeline(store: Store, revision: string): Promise<Timeline | null> {
	const row = (await store.one.derived(`${revision}/timeline`)) as TimelineRow | undefined;
	if (!row) return null;
	const { days, parts } = row.bytes ? await unblobbed(row.bytes) : row;
	const kept = new Map<number, string[]>();
	return {
		days,
		parts,
		series: row.ids ?? [],
		async ids(positions) {
			const wanted = new Set(positions.map((position) => Math.floor(position / IDS_A_ROW)));
			await Promise.all(
				[...wanted].map(async (at) => {
					if (!kept.has(at)) kept.set(at, (await store.one.derived(`${revision}/order/${at}`))?.ids ?? []);
				}),
			);
			return positions.flatMap(
				(position) => kept.get(Math.floor(position / IDS_A_ROW))?.[position % IDS_A_ROW] ?? [],
			);
		},
	};
}

/** As an older build kept it. */
async function unblobbed(bytes: Blob): Promise<Pick<Timeline, 'days' | 'parts'>> {
	const buffer = await bytes.arrayBuffer();
	const count = buffer.byteLength / 5;
	return { days: new Int32Array(buffer, 0, count), parts: new Uint8Array(buffer, 4 * count, count) };
}
