/** What a report of a fault says: what was compared with which version, and how it came out. Plain text. */
import type { ComparedLine, ComparisonView } from '../../lib/corpus/comparison-views.ts';
import { version } from '../version.ts';

/** Nothing of the page is in it unless `withText`. */
export function wrongReport(
	{ pack, event, noList, article }: ComparisonView,
	line: ComparedLine,
	withText: boolean,
): string {
	return [
		`Sidelight ${version}: ${line.id}`,
		line.text.text,
		'',
		`pack ${pack.id} · version ${pack.version} · ${pack.asOf}`,
		`event ${event.id}`,
		`state ${line.state ?? 'unsure'} · score ${line.score}`,
		`others ${line.reports.map(({ article: id, stance }) => `${id} ${stance}`).join(', ') || '-'}`,
		...(article ? [`page is ${article.article} by ${article.by}`] : []),
		...(noList ? [`no list: ${noList}`] : []),
		...(withText ? ['', ...line.quotes.map(({ text }) => `> ${text}`)] : []),
		...(pack.corrections ? ['', pack.corrections] : []),
	].join('\n');
}
