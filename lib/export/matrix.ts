/** Who reports what, as a table: statements by articles. Pure; for the page and for its exports. */
import type { ArticleRecord } from '../corpus/pages.ts';
import type { ClaimLine, ReportLine } from '../corpus/views.ts';

export interface MatrixRow {
	claim: ClaimLine;
	/** By article, in the order of the columns; null: no report of it in the pack. */
	cells: (ReportLine | null)[];
}

export interface MatrixView {
	columns: readonly ArticleRecord[];
	rows: MatrixRow[];
}

const RANK = { differs: 2, 'words-otherwise': 1, reports: 0 } as const;

/** Where an article reports a statement twice, the report that differs most is shown. */
export function matrixOf(articles: readonly ArticleRecord[], claims: readonly ClaimLine[]): MatrixView {
	const rows = claims.map((claim) => {
		const byArticle = new Map<string, ReportLine>();
		for (const report of claim.reports) {
			const kept = byArticle.get(report.article);
			if (!kept || RANK[report.stance] > RANK[kept.stance]) byArticle.set(report.article, report);
		}
		return { claim, cells: articles.map(({ id }) => byArticle.get(id) ?? null) };
	});
	return { columns: articles, rows };
}
