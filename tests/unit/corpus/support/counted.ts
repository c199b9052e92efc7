/** A store that counts, table by table, the rows that are read out of it. */
import type { DBCore, DBCoreCursor, DBCoreTable } from 'dexie';
import { Store } from '../../../../lib/corpus/index.ts';

export class CountedStore extends Store {
	readonly read = new Map<string, number>();

	constructor(name: string) {
		super(name);
		this.use({
			stack: 'dbcore',
			name: 'count',
			create: (down: DBCore) => ({ ...down, table: (name) => this.#counted(down.table(name)) }),
		});
	}

	/** Rows that `act` reads of each table. */
	async during(act: () => Promise<unknown>): Promise<Map<string, number>> {
		this.read.clear();
		await act();
		return new Map(this.read);
	}

	#counted(table: DBCoreTable): DBCoreTable {
		const add = (rows: number) => this.read.set(table.name, (this.read.get(table.name) ?? 0) + rows);
		/** Adds what was read, and passes it on. */
		const counted =
			<T>(rowsIn: (found: T) => number) =>
			(found: T): T => {
				add(rowsIn(found));
				return found;
			};
		return {
			...table,
			get: (request) => table.get(request).then(counted(() => 1)),
			getMany: (request) => table.getMany(request).then(counted((rows) => rows.length)),
			query: (request) => table.query(request).then(counted(({ result }) => result.length)),
			openCursor: (request) => table.openCursor(request).then((cursor) => cursor && counting(cursor, add)),
		};
	}
}

function counting(cursor: DBCoreCursor, add: (rows: number) => void): DBCoreCursor {
	return Object.create(cursor, {
		key: { get: () => cursor.key },
		primaryKey: { get: () => cursor.primaryKey },
		value: { get: () => cursor.value },
		done: { get: () => cursor.done },
		start: {
			value: (onNext: () => void) =>
				cursor.start(() => {
					add(1);
					onNext();
				}),
		},
	}) as DBCoreCursor;
}
