/** What a store of the second schema lacks for the third. Writes the store, within the browser's upgrade. */
import type { Transaction } from 'dexie';
import { bySource, reportsOf } from './rows.ts';
import type { ArticleRow, ClaimRow } from './store.ts';

export async function fillReports(tx: Transaction): Promise<void> {
	await tx
		.table<ArticleRow>('articles')
		.toCollection()
		.modify((row) => {
			Object.assign(row, bySource(row.pack, row.record));
		});
	const claims = tx.table<ClaimRow, [string, string]>('claims');
	for (const shard of new Set((await claims.toCollection().primaryKeys()).map(([h]) => h))) {
		const rows = await claims.where('[shard+id]').between([shard, ''], [shard, '\uffff']).toArray();
		const records = rows.map(({ record }) => record);
		await tx.table('reports').bulkPut(reportsOf(shard, rows[0]?.pack ?? '', records));
	}
	// Built anew, with the timeline, when they are missed.
	await tx.table('derived').clear();
}
