/**
 * An event's statements as JSON-LD in the shape of schema.org's ClaimReview. There is no `reviewRating`: a pack says
 * who reports what, and gives nobody marks. Touches nothing.
 */
import type { ArticleRecord, EventPage } from '../corpus/pages.ts';
import type { ReportLine } from '../corpus/views.ts';

export function claimReview({ event, articles, pack, license }: EventPage): string {
	const byId = new Map(articles.map((article) => [article.id, article]));
	const author = pack && { '@type': 'Organization', name: pack.title.text };
	const graph = event.claimLines.map(({ text, speaker, reports }) => ({
		'@type': 'ClaimReview',
		claimReviewed: text.text,
		inLanguage: text.lang,
		author,
		license,
		itemReviewed: {
			'@type': 'Claim',
			text: text.text,
			author: speaker ? { '@type': 'Thing', name: speaker.text } : undefined,
			about: { '@type': 'Event', name: event.name.text, startDate: event.when.start },
			firstAppearance: reports[0] && appearance(byId.get(reports[0].article), reports[0]),
			appearance: reports.map((report) => appearance(byId.get(report.article), report)),
		},
	}));
	const data = { '@context': 'https://schema.org', '@graph': graph };
	// It is made to stand in a page: nothing in it may end the script that holds it.
	return `${JSON.stringify(data, null, '\t').replaceAll('<', '\\u003c')}\n`;
}

function appearance(article: ArticleRecord | undefined, { stance, wording, date }: ReportLine) {
	return {
		'@type': 'NewsArticle',
		headline: article?.title?.text,
		inLanguage: article?.lang,
		datePublished: date,
		url: article?.url ?? undefined,
		publisher: article && { '@type': 'Organization', name: article.source.name.text },
		sourceOrganization: article?.maker
			? { '@type': 'Organization', name: article.maker.name.text }
			: undefined,
		abstract: stance === 'reports' ? undefined : wording?.text,
	};
}
