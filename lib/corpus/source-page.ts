/** An outlet or agency. Reads through Corpus only; credits and names are those of its newest articles. */
import { type Reader, say } from '../text/index.ts';
import { packLine } from './card.ts';
import type { Corpus } from './corpus.ts';
import type { SourcePage } from './pages.ts';
import { publicId, splitId } from './store.ts';
import { namesWritten, type Scan } from './usage.ts';

/** Newest articles that are looked at for credits and names, and for events that are listed. */
const LOOKED = 60;
const LISTED = 1000;

export async function sourcePage(
	corpus: Corpus,
	scan: Scan,
	id: string,
	reader: Reader,
): Promise<SourcePage | null> {
	const [pack, local] = splitId(id);
	const row = (await corpus.sources(pack, [local])).get(local);
	if (!row) return null;
	const { record } = row;
	const keys = await corpus.articleKeysOf(id);
	const newest = keys.slice(0, LOOKED);
	const [articles, reports, entity] = await Promise.all([
		corpus.articlesAt(pack, newest),
		corpus.reportsAt(pack, newest),
		record.entity ? corpus.entity(publicId(pack, record.entity)) : null,
	]);

	const credits = new Map<string, { reports: number; articles: Set<string> }>();
	for (const { id: article, credits: credited } of reports) {
		for (const source of credited) {
			if (source === local) continue;
			const kept = credits.get(source) ?? { reports: 0, articles: new Set() };
			kept.reports++;
			kept.articles.add(article);
			credits.set(source, kept);
		}
	}
	const place = new Map(newest.map(({ id: one }, at) => [one, at]));
	reports.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
	// Another's article that it only carries shows that other's words.
	const own = [...articles.values()].filter((article) => (article.record.carries ?? local) === local);
	const ownIds = new Set(own.map((article) => article.id));
	const ownReports = reports.filter((one) => ownIds.has(one.id));
	const [sources, names, from] = await Promise.all([
		corpus.sources(pack, [...credits.keys()]),
		namesWritten(corpus, scan, own, ownReports, reader),
		packLine(corpus, row, reader),
	]);
	return {
		id,
		name: say(record.name, reader),
		medium: record.medium,
		country: record.country,
		url: record.url ?? null,
		entity: entity && { id: publicId(pack, entity.id), name: say(entity.record.name, reader) },
		articles: keys.map((key) => publicId(pack, key.id)),
		looked: newest.length,
		credits: [...credits]
			.map(([source, { reports: times, articles: of }]) => ({
				source: {
					id: publicId(pack, source),
					name: say(sources.get(source)?.record.name ?? { en: source }, reader),
				},
				reports: times,
				articles: of.size,
			}))
			.sort((a, b) => b.reports - a.reports),
		names,
		events: [...new Set(reports.flatMap(({ events }) => events.map((one) => publicId(pack, one))))],
		pack: from,
	};
}

/** Events that a source reports in its newest articles; public ids. */
export async function eventsOfSource(corpus: Corpus, id: string): Promise<string[]> {
	const [pack] = splitId(id);
	const newest = (await corpus.articleKeysOf(id)).slice(0, LISTED);
	const reports = await corpus.reportsAt(pack, newest);
	return [...new Set(reports.flatMap(({ events }) => events.map((one) => publicId(pack, one))))];
}
