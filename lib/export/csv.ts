/**
 * The coverage matrix as CSV (RFC 4180). Spreadsheets run a cell that begins like a formula, whoever wrote it:
 * such cells begin with an apostrophe instead. Touches nothing.
 */
import type { EventPage } from '../corpus/pages.ts';
import type { Labels } from './labels.ts';
import { matrixOf } from './matrix.ts';

/** https://owasp.org/www-community/attacks/CSV_Injection, and the full-width signs that spreadsheets fold. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

export function cell(text: string): string {
	const flat = text.replace(/\r\n?|\n/g, ' ');
	const safe = FORMULA.test(flat) || /^[\t\r]/.test(text) ? `'${flat}` : flat;
	return `"${safe.replaceAll('"', '""')}"`;
}

export function matrixCsv({ event, articles }: EventPage, labels: Labels): string {
	const { columns, rows } = matrixOf(articles, event.claimLines);
	const head = [
		labels.statement,
		labels.speaker,
		...columns.map(({ source, maker, date }) =>
			[source.name.text, maker && `← ${maker.name.text}`, labels.day(date)].filter(Boolean).join(' '),
		),
	];
	const body = rows.map(({ claim, cells }) => [
		claim.text.text,
		claim.speaker?.text ?? '',
		...cells.map((report) => {
			if (!report) return labels.none;
			const stance = labels.stance[report.stance];
			return report.wording ? `${stance}: ${report.wording.text}` : stance;
		}),
	]);
	// The mark tells spreadsheets that it is UTF-8.
	return `\uFEFF${[head, ...body].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
