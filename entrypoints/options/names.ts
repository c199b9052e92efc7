/** What the hidden names are called, from the store; without it they keep their ids. */
import type { HiddenName } from '../../components/options/Exceptions.tsx';
import { entityLine, openCorpus, Store } from '../../lib/corpus/index.ts';
import type { Reader } from '../../lib/text/index.ts';

const store = new Store();

export async function namesOf(ids: readonly string[], reader: Reader): Promise<HiddenName[]> {
	const rows = ids.length > 0 ? await rowsOf(ids) : new Map();
	return ids.map((id) => {
		const row = rows.get(id);
		if (!row) return { id, name: null, description: null };
		const { name, description } = entityLine(row, reader);
		return { id, name, description };
	});
}

async function rowsOf(ids: readonly string[]) {
	try {
		const corpus = await openCorpus(store);
		const rows = await corpus.entities(ids);
		return new Map(rows.map((row) => [`${row.pack}/${row.id}`, row]));
	} catch {
		return new Map();
	}
}
