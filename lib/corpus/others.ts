/** How many others report what a page is about. Reads through Corpus only. */
import { bareAddress } from '../events/index.ts';
import { topOf } from './card.ts';
import type { Corpus } from './corpus.ts';
import { claimsWithin } from './coverage.ts';
import type { ArticleRow } from './store.ts';

/** Outlets that report an event, without the one whose article stands at `url`. */
export async function otherSources(corpus: Corpus, eventId: string, url: string): Promise<number> {
	const row = await corpus.event(eventId);
	const event = row && ((await topOf(corpus, row)) ?? row);
	if (!event) return 0;
	const claims = await claimsWithin(corpus, event);
	const ids = claims.flatMap(({ record }) => record.reports.map(({ article }) => article));
	const articles = [...(await corpus.articles(event.pack, ids)).values()];
	const own = articles.find((article) => sameAddress(article, url))?.record.source;
	const sources = new Set(articles.map(({ record }) => record.source));
	if (own !== undefined) sources.delete(own);
	return sources.size;
}

/** Protocol, `www.`, query and fragment tell nothing of which article it is. */
const sameAddress = ({ record }: ArticleRow, url: string) =>
	record.url !== undefined && bareAddress(record.url) === bareAddress(url);
