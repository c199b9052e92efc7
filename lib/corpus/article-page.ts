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
	const claims = await corpus.claims(
		reports.flatMap(({ claims: ids }) => ids.map((one) => publicId(pack, one))),
	);
	const events = await corpus.events(
		reports.flatMap(({ events: ids }) => ids.map((one) => publicId(pack, one))),
	);
	const tops = new Map<string, EventRow>();
	for (const event of events) {
		const top = (await topOf(corpus, event)) ?? event;
		tops.set(top.id, top);
	}
	const parties = events.flatMap(({ record }) => record.participants.map(({ entity }) => entity));
	const told = await tell(corpus, pack, claims, reader, parties, { article: id });
	// Without a claim it is in nobody's reports: its sources are read for it alone.
	const sources = await corpus.sources(pack, [row.record.source, row.record.carries ?? row.record.source]);
	return {
		article: articleRecord(row, sources, reader),
		events: await Promise.all([...tops.values()].sort(byTime).map((one) => eventLine(corpus, one, reader))),
		claims: claims.map((claim) => claimLine(claim, told)),
		pack: await packLine(corpus, row, reader),
	};
}
