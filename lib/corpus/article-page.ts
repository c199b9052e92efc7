/** One article: what it reports, beside everyone else who does. Reads through Corpus only. */
import type { Reader } from '../text/index.ts';
import { packLine, topOf } from './card.ts';
import type { Corpus } from './corpus.ts';
import { claimLine, eventLine, tell } from './coverage.ts';
import { articleRecord, byTime } from './lines.ts';
import type { ArticlePage } from './pages.ts';
import { type EventRow, publicId, splitId } from './store.ts';

export async function articlePage(corpus: Corpus, id: string, reader: Reader): Promise<ArticlePage | null> {
	const [pack, local] = splitId(id);
	const row = (await corpus.articles(pack, [local])).get(local);
	if (!row) return null;
	const reports = await corpus.reportsOf(pack, [local]);
	const [claims, events, sources] = await Promise.all([
		corpus.claims(reports.flatMap(({ claims: ids }) => ids.map((one) => publicId(pack, one)))),
		corpus.events(reports.flatMap(({ events: ids }) => ids.map((one) => publicId(pack, one)))),
		// Without a claim it is in nobody's reports: its sources are read for it alone.
		corpus.sources(pack, [row.record.source, row.record.carries ?? row.record.source]),
	]);
	const parties = events.flatMap(({ record }) => record.participants.map(({ entity }) => entity));
	const [wholes, told, from] = await Promise.all([
		Promise.all(events.map(async (event) => (await topOf(corpus, event)) ?? event)),
		tell(corpus, pack, claims, reader, parties, { article: id }),
		packLine(corpus, row, reader),
	]);
	const tops = new Map(wholes.map((top): [string, EventRow] => [top.id, top]));
	return {
		article: articleRecord(row, sources, reader),
		events: await Promise.all([...tops.values()].sort(byTime).map((one) => eventLine(corpus, one, reader))),
		claims: claims.map((claim) => claimLine(claim, told)),
		pack: from,
	};
}
