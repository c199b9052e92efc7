/** The store as it lies on the disk, changed behind the extension's back. */
import type { Page } from 'puppeteer-core';
import type { Running } from '../../../tools/browser/launch.ts';
import { inOwn, until } from './own.ts';

/** For the page: its connection. */
type Holds = { opened: IDBDatabase };

/**
 * Opens the store as it is for `own`; waits while there is none, as in the moment in which it is made anew. Asked for
 * without a version, a browser would make an empty one, which the extension would find instead of its own.
 */
export async function openStore(own: Page): Promise<void> {
	const opened = await until(
		() =>
			own.evaluate(
				() =>
					new Promise<boolean>((done, failed) => {
						const opening = indexedDB.open('sidelight');
						let isNone = false;
						opening.onupgradeneeded = () => {
							isNone = true;
							opening.transaction?.abort();
						};
						opening.onerror = () => (isNone ? done(false) : failed(opening.error));
						opening.onsuccess = () => {
							(globalThis as unknown as Holds).opened = opening.result;
							done(true);
						};
					}),
			),
		Boolean,
	);
	if (!opened) throw new Error('there is no store');
}

/** Does something to the store as it lies on the disk, in an extension page. */
export const damage = (running: Running, how: 'names' | 'pages' | 'database'): Promise<void> =>
	inOwn(running, '/popup.html', async (own) => {
		if (how !== 'database') await openStore(own);
		await own.evaluate(
			(what) =>
				new Promise<void>((done, failed) => {
					if (what === 'database') {
						const gone = indexedDB.deleteDatabase('sidelight');
						gone.onsuccess = () => done();
						gone.onerror = () => failed(gone.error);
						return;
					}
					const { opened } = globalThis as unknown as Holds;
					const table = what === 'names' ? 'derived' : 'pages';
					const change = opened.transaction(table, 'readwrite');
					const store = change.objectStore(table);
					if (what === 'pages') store.clear();
					else {
						const keys = store.getAllKeys();
						keys.onsuccess = () => {
							const key = keys.result.find((one) => String(one).endsWith('/names'));
							store.put({ key, revision: '', bytes: new Blob(['not an index at all']) });
						};
					}
					change.onabort = () => failed(change.error);
					change.oncomplete = () => {
						opened.close();
						done();
					};
				}),
			how,
		);
	});

/** All rows of a table, once `put` are among them. */
export const rowsOf = (running: Running, table: string, put: object[] = []): Promise<object[]> =>
	inOwn(running, '/options.html', async (own) => {
		await openStore(own);
		return own.evaluate(
			(name, rows) =>
				new Promise<object[]>((done) => {
					const { opened } = globalThis as unknown as Holds;
					const change = opened.transaction(name, 'readwrite');
					const store = change.objectStore(name);
					for (const row of rows) store.put(row);
					const all = store.getAll();
					change.oncomplete = () => {
						opened.close();
						done(all.result);
					};
				}),
			table,
			put,
		);
	});
