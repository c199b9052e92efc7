/** Who was first: five outlets that carry one agency are one origin. Touches nothing. */
import type { Article, Claim } from '../packs/index.ts';

/** The origins of a claim: its speaker where it has one, else what each report's chain goes back to. */
export function originsOf(
	{ speaker, reports }: Pick<Claim, 'speaker' | 'reports'>,
	articles: readonly Article[],
): Set<string> {
	if (speaker && reports.length > 0) return new Set([speaker]);
	const records = new Map(articles.map((article) => [article.id, article]));
	return new Set(
		reports.map(({ article, via }) => {
			const record = records.get(article);
			return via.at(-1)?.source ?? record?.carries ?? record?.source ?? article;
		}),
	);
}
