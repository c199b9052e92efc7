/** The whole of a person, place or thing. Reads through Corpus only; what grows with the corpus is cut, and says so. */

import { unpack } from '../names/index.ts';
import { foldKey, type Reader, say } from '../text/index.ts';
import { formsOf, packLine, scriptsOf, titleOf } from './card.ts';
import type { Corpus } from './corpus.ts';
import { byTime } from './lines.ts';
import type { EntityPage, Meetings, Usage } from './pages.ts';
import { entityLine } from './search/index.ts';
import { type EntityRow, type EventRow, publicId, splitId } from './store.ts';
import { type Scan, timesOf, usageOf } from './usage.ts';

/** Events looked at for who meets whom, the newest. */
const EVENTS = 300;
/** Names in that picture. */
const NODES = 18;
/** Events looked at for how the name is written, and articles. */
const USED_EVENTS = 12;
const USED_ARTICLES = 60;

export async function entityPage(
	corpus: Corpus,
	scan: Scan,
	id: string,
	reader: Reader,
): Promise<EntityPage | null> {
	const row = await corpus.entity(id);
	if (!row) return null;
	const { pack, record } = row;
	const known = corpus.eventsOf(id).then((rows) =>
		rows
			.filter((one) => !one.record.series)
			.sort(byTime)
			.reverse(),
	);
	const [within, events, met, written, others, from] = await Promise.all([
		record.within ? corpus.entity(publicId(pack, record.within)) : null,
		known,
		known.then((all) => meetings(corpus, id, all, reader)),
		known.then((all) => usage(corpus, scan, id, all, reader)),
		elsewhere(corpus, scan, row, reader),
		packLine(corpus, row, reader),
	]);
	return {
		...entityLine(row, reader),
		native: record.native ?? null,
		others: scriptsOf(record, [say(record.name, reader).text]),
		names: formsOf(record.aliases),
		everywhere: record.aliases.flatMap(({ strength, region, text }) =>
			strength === 'strong' && !region && !/\p{Script=Latin}/u.test(text) ? [text] : [],
		),
		weak: record.aliases.flatMap(({ strength, text }) => (strength === 'weak' ? [text] : [])),
		roles: record.roles.map(({ title, from, until }) => ({
			title: say(title, reader),
			from: from ?? null,
			until: until ?? null,
		})),
		within: within && { id: publicId(within.pack, within.id), name: say(within.record.name, reader) },
		sameAs: record.sameAs,
		events: events.map((one) => publicId(one.pack, one.id)),
		meetings: met,
		usage: written.used,
		usedIn: written.usedIn,
		elsewhere: others,
		pack: from,
	};
}

/** Who takes part in the same events. */
async function meetings(corpus: Corpus, id: string, events: EventRow[], reader: Reader): Promise<Meetings> {
	const same = await corpus.same();
	const own = same.of(id);
	const leader = (one: string) => (own.includes(one) ? id : (same.of(one)[0] ?? one));
	const looked = events
		.slice(0, EVENTS)
		.map(({ participants }) => ({ participants: new Set(participants.map(leader)) }));
	const times = new Map<string, number>();
	for (const { participants } of looked) {
		for (const one of participants) times.set(one, (times.get(one) ?? 0) + 1);
	}
	times.delete(id);
	const most = [...times].sort((a, b) => b[1] - a[1]).slice(0, NODES);
	const ids = new Set(most.map(([one]) => one));
	const rows = await corpus.entities([...ids]);
	const pairs = new Map<string, { a: string; b: string; events: number }>();
	for (const { participants } of looked) {
		const met = [...participants].filter((one) => ids.has(one)).sort();
		for (const [at, a] of met.entries()) {
			for (const b of met.slice(at + 1)) {
				const pair = pairs.get(`${a} ${b}`) ?? { a, b, events: 0 };
				pair.events++;
				pairs.set(`${a} ${b}`, pair);
			}
		}
	}
	return {
		nodes: most.flatMap(([one, events]) => {
			const found = rows.find((row) => publicId(row.pack, row.id) === one);
			return found ? { id: one, name: say(found.record.name, reader), kind: found.record.kind, events } : [];
		}),
		links: [...pairs.values()],
		looked: looked.length,
		all: events.length,
	};
}

/** Ids of articles and sources are those of a pack: each pack's are counted by themselves. */
async function usage(
	corpus: Corpus,
	scan: Scan,
	id: string,
	events: EventRow[],
	reader: Reader,
): Promise<Pick<EntityPage, 'usedIn'> & { used: Usage[] }> {
	const usedIn = { articles: 0, more: events.length > USED_EVENTS };
	const [leader = id] = (await corpus.same()).of(id);
	const claims = await Promise.all(events.slice(0, USED_EVENTS).map((event) => corpus.claimsOf(event)));
	const used = await Promise.all(
		[...Map.groupBy(claims.flat(), ({ pack }) => pack)].map(async ([pack, list]) => {
			const ids = new Set(list.flatMap(({ record }) => record.reports.map(({ article }) => article)));
			const articles = [...(await corpus.articles(pack, [...ids].slice(0, USED_ARTICLES))).values()];
			usedIn.articles += articles.length;
			usedIn.more ||= ids.size > USED_ARTICLES;
			const [reports, sources] = await Promise.all([
				corpus.reportsOf(
					pack,
					articles.map((article) => article.id),
				),
				corpus.sources(
					pack,
					articles.map(({ record }) => record.carries ?? record.source),
				),
			]);
			return usageOf(scan, leader, articles, reports, sources, reader);
		}),
	);
	return { used: used.flat().sort((a, b) => timesOf(b) - timesOf(a)), usedIn };
}

/** The same name, for the same kind of thing, in other packs: out of the index that marks pages, which knows who bears a name. */
async function elsewhere(
	corpus: Corpus,
	scan: Scan,
	{ pack, id, record }: EntityRow,
	reader: Reader,
): Promise<EntityPage['elsewhere']> {
	if (corpus.heads.size < 2) return [];
	const own = foldKey(say(record.name, reader).text);
	const texts = Object.values(record.name).filter((text) => text !== undefined);
	const found = unpack(await scan.scan(texts), texts.length);
	const bearers = found.flatMap((list, at) =>
		list.flatMap(({ start, end, entities }) => (end - start === texts[at]?.length ? entities : [])),
	);
	const same = await corpus.same();
	const all = new Set([publicId(pack, id), ...bearers].flatMap((one) => same.of(one)));
	const others = (await corpus.entities([...all].filter((one) => splitId(one)[0] !== pack))).filter(
		(other) => other.record.kind === record.kind && foldKey(say(other.record.name, reader).text) === own,
	);
	return others.map((other) => ({
		...entityLine(other, reader),
		pack: titleOf(corpus, other.pack, reader),
	}));
}
