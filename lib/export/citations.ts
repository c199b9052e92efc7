/** Articles as citations: CSL-JSON (https://docs.citationstyles.org) and BibTeX. Touches nothing. */
import type { ArticleRecord } from '../corpus/pages.ts';

export function cslJson(articles: readonly ArticleRecord[]): string {
	const keys = keysOf(articles);
	const items = articles.map((article, at) => ({
		id: keys[at],
		type: 'article-newspaper',
		title: (article.title ?? article.dateline)?.text,
		'container-title': article.source.name.text,
		author: article.byline ? [{ literal: article.byline }] : undefined,
		'original-publisher': article.maker?.name.text,
		issued: { 'date-parts': [partsOf(article.date)] },
		accessed: article.retrieved ? { 'date-parts': [partsOf(article.retrieved)] } : undefined,
		language: article.lang,
		URL: article.url ?? undefined,
		archive_location: article.archive ?? undefined,
	}));
	return `${JSON.stringify(items, null, '\t')}\n`;
}

const partsOf = (iso: string): number[] => iso.slice(0, 10).split('-').map(Number);

export function bibtex(articles: readonly ArticleRecord[]): string {
	const keys = keysOf(articles);
	return articles
		.map((article, at) => {
			const { title, dateline, source, maker, byline, date, lang, url, retrieved } = article;
			const [year, month] = date.split('-');
			const fields: [string, string | null | undefined][] = [
				['author', byline ? `{${escaped(byline)}}` : null],
				['title', title || dateline ? `{${escaped((title ?? dateline)?.text ?? '')}}` : null],
				['journal', escaped(source.name.text)],
				['year', year],
				['month', month],
				['date', date.slice(0, 10)],
				['langid', lang],
				['url', url && addressed(url)],
				['urldate', retrieved],
				['note', maker && `\\(\\leftarrow\\) ${escaped(maker.name.text)}`],
			];
			const lines = fields.flatMap(([name, value]) => (value ? [`\t${name} = {${value}}`] : []));
			return `@article{${keys[at]},\n${lines.join(',\n')}\n}\n`;
		})
		.join('\n');
}

const SPECIAL: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};
const escaped = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/[\\{}$&#%_~^]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
/** In an address only what would end the field or the line. */
const addressed = (url: string): string =>
	url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign)).replace(/[%#]/g, (sign) => `\\${sign}`);

/** Of the id within its pack; two packs may use the same. */
function keysOf(articles: readonly ArticleRecord[]): string[] {
	const seen = new Map<string, number>();
	return articles.map(({ id }) => {
		const key = id.slice(id.indexOf('/') + 1).replace(/[^a-z0-9-]/g, '');
		const nth = (seen.get(key) ?? 0) + 1;
		seen.set(key, nth);
		return nth === 1 ? key : `${key}-${nth}`;
	});
}
