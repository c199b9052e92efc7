/** The events and names that an overlay found on its page, out of the store. */
import { type Corpus, entityLine, eventLine, type Here } from '../../lib/corpus/index.ts';
import type { Relation } from '../../lib/corpus/views.ts';
import type { PageReport } from '../../lib/messages/page.ts';
import type { Reader } from '../../lib/text/index.ts';
import type { OnPage } from './page.ts';

const NAMES = 12;

export const hereOf = (report: PageReport): Here => ({
	relations: new Map(report.events.map(({ id, relation }): [string, Relation] => [id, relation])),
});

export async function onPage(corpus: Corpus, report: PageReport, reader: Reader): Promise<OnPage> {
	const names = [...new Set(report.mentions.map((mention) => mention.entity))].slice(0, NAMES);
	const [entities, events] = await Promise.all([
		corpus.entities(names),
		Promise.all(report.events.map(({ id }) => corpus.event(id))),
	]);
	const rows = new Map(entities.map((row) => [`${row.pack}/${row.id}`, row]));
	const here = hereOf(report);
	return {
		events: await Promise.all(
			events.filter((event) => event !== null).map((event) => eventLine(corpus, event, reader, here)),
		),
		names: names.flatMap((id) => rows.get(id) ?? []).map((row) => entityLine(row, reader)),
	};
}
