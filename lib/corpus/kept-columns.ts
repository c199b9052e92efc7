/** Pages the reader kept, among the others: as columns, and as reports of the claims they were seen to state. Touches nothing. */
import type { Kept } from '../kept/kept.ts';
import type { Column } from './comparison-views.ts';
import { pointTo } from './coverage.ts';
import type { ClaimLine, ReportLine } from './views.ts';

export const keptColumns = (kept: readonly Kept[]): Column[] =>
	kept.map((one) => ({
		article: one.id,
		outlet: { text: one.outlet, lang: 'und' },
		maker: null,
		date: one.published,
		title: one.title ? { text: one.title, lang: one.lang } : null,
		url: one.url,
		archive: null,
		kept: true,
	}));

export const withKept = (claim: ClaimLine, kept: readonly Kept[]): ClaimLine => ({
	...claim,
	reports: [...claim.reports, ...kept.flatMap((one) => reportsOf(claim, one))],
});

const reportsOf = ({ id, speaker }: ClaimLine, one: Kept): ReportLine[] =>
	one.claims
		.filter(({ claim }) => claim === id)
		.map(({ stance, exact, note }) => ({
			article: one.id,
			chain: [{ text: one.outlet, lang: 'und' }, ...(speaker ? [speaker] : [])],
			stance,
			wording: note ? { text: note, lang: 'und' } : null,
			date: one.published,
			url: pointTo(one.url, { exact }),
			pointer: { text: exact, lang: one.lang },
			here: false,
		}));
