/** Answers the popup's questions from the store, and from the overlay of the current tab. */
import { browser } from 'wxt/browser';
import type { Ask } from '../../components/popup/ask.ts';
import {
	type Corpus,
	cardView,
	entityLine,
	eventLine,
	eventView,
	type Here,
	search,
} from '../../lib/corpus/index.ts';
import type { PageView, Relation } from '../../lib/corpus/views.ts';
import type { PageReport } from '../../lib/messages/page.ts';
import { readSettings } from '../../lib/settings/index.ts';
import type { Reader } from '../../lib/text/index.ts';

const LATEST = 30;
const NAMES = 12;

export function storeAsk(open: () => Promise<Corpus>, reader: Reader): Ask {
	let here: Here = {};
	return {
		async events() {
			const corpus = await open();
			return Promise.all(
				(await corpus.latestEvents(LATEST)).map((event) => eventLine(corpus, event, reader, here)),
			);
		},
		async event(id) {
			const corpus = await open();
			const event = await corpus.event(id);
			return event && eventView(corpus, event, reader, here);
		},
		async entity(id) {
			return cardView(await open(), id, reader, undefined, here);
		},
		async search(text) {
			return search(await open(), text, reader);
		},
		async page() {
			const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
			if (tab?.id === undefined) return null;
			const report = await reportOf(tab.id);
			here = {
				relations: new Map(report?.events.map(({ id, relation }): [string, Relation] => [id, relation])),
			};
			return pageView(await open(), tab.url ?? report?.url ?? '', report, reader, here);
		},
	};
}

const reportOf = (tab: number): Promise<PageReport | null> =>
	browser.tabs.sendMessage(tab, { type: 'report' }).then(
		(report) => report ?? null,
		() => null,
	);

async function pageView(
	corpus: Corpus,
	url: string,
	report: PageReport | null,
	reader: Reader,
	here: Here,
): Promise<PageView> {
	const { protocol, host } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '' };
	const names = [...new Set(report?.mentions.map((mention) => mention.entity))].slice(0, NAMES);
	const rows = new Map((await corpus.entities(names)).map((row) => [`${row.pack}/${row.id}`, row]));
	const events = await Promise.all((report?.events ?? []).map(({ id }) => corpus.event(id)));
	return {
		host,
		access: /^https?:$/.test(protocol) ? await accessTo(host) : 'impossible',
		off: (await readSettings(browser.storage.local)).off.includes(host),
		events: await Promise.all(
			events.filter((event) => event !== null).map((event) => eventLine(corpus, event, reader, here)),
		),
		names: names.flatMap((id) => rows.get(id) ?? []).map((row) => entityLine(row, reader)),
	};
}

async function accessTo(host: string): Promise<PageView['access']> {
	if (await browser.permissions.contains({ origins: ['*://*/*'] })) return 'all';
	return (await browser.permissions.contains({ origins: [`*://${host}/*`] })) ? 'granted' : 'none';
}
