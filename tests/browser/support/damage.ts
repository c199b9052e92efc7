/** The store as it lies on the disk, changed behind the extension's back. */
import type { Page } from 'puppeteer-core';
import { openOwn, type Running } from '../../../tools/browser/launch.ts';
import { inOwn } from './own.ts';

/** Does something to the store as it lies on the disk, in an extension page. */
export async function damage(running: Running, how: 'names' | 'pages' | 'database'): Promise<void> {
	const own: Page = await openOwn(running, '/popup.html');
	await own.evaluate(
		(what) =>
			new Promise<void>((done, failed) => {
				if (what === 'database') {
					const gone = indexedDB.deleteDatabase('sidelight');
					gone.onsuccess = () => done();
					gone.onerror = () => failed(gone.error);
					return;
				}
				const opening = indexedDB.open('sidelight');
				opening.onerror = () => failed(opening.error);
				opening.onsuccess = () => {
					const database = opening.result;
					const table = what === 'names' ? 'derived' : 'pages';
					const change = database.transaction(table, 'readwrite');
					const store = change.objectStore(table);
					if (what === 'pages') store.clear();
					else {
						const keys = store.getAllKeys();
						keys.onsuccess = () => {
							const key = keys.result.find((one) => String(one).endsWith('/names'));
							store.put({ key, revision: '', bytes: new Blob(['not an index at all']) });
						};
					}
					change.oncomplete = () => {
						database.close();
						done();
					};
				};
			}),
		how,
	);
	await own.close();
}

/** All rows of a table, once `put` are among them. */
export const rowsOf = (running: Running, table: string, put: object[] = []): Promise<object[]> =>
	inOwn(running, '/options.html', (own) =>
		own.evaluate(
			(name, rows) =>
				new Promise<object[]>((done, failed) => {
					const opening = indexedDB.open('sidelight');
					opening.onerror = () => failed(opening.error);
					opening.onsuccess = () => {
						const change = opening.result.transaction(name, 'readwrite');
						const store = change.objectStore(name);
						for (const row of rows) store.put(row);
						const all = store.getAll();
						change.oncomplete = () => {
							opening.result.close();
							done(all.result);
						};
					};
				}),
			table,
			put,
		),
	);
