/** What is known of the page in a tab: whether Sidelight may read it, and what its overlay found. */
import { browser } from 'wxt/browser';
import { type Corpus, entityLine, eventLine, type Here } from '../../lib/corpus/index.ts';
import type { PageView, Relation } from '../../lib/corpus/views.ts';
import type { PageReport } from '../../lib/messages/page.ts';
import { hostOf, readSettings } from '../../lib/settings/index.ts';
import type { Reader } from '../../lib/text/index.ts';
import { accessTo } from './site-access.ts';

const NAMES = 12;

export const hereOf = (report: PageReport | null): Here => ({
	relations: new Map(report?.events.map(({ id, relation }): [string, Relation] => [id, relation])),
});

export async function pageView(
	open: () => Promise<Corpus>,
	url: string,
	report: PageReport | null,
	reader: Reader,
): Promise<PageView> {
	const host = hostOf(url || report?.url);
	const [{ off }, access, here] = await Promise.all([
		readSettings(browser.storage.local),
		host === '' ? ('impossible' as const) : accessTo(host),
		report ? open().then((corpus) => found(corpus, report, reader)) : { events: [], names: [] },
	]);
	return {
		host,
		access,
		off: off.includes(host),
		running: report !== null,
		mentions: report?.mentions.length ?? 0,
		...here,
	};
}

async function found(corpus: Corpus, report: PageReport, reader: Reader) {
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
