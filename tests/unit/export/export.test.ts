/** An event as files: nothing of a pack's text can become a formula, a link, markup or another field. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventPage, openCorpus } from '../../../lib/corpus/index.ts';
import type { EventPage } from '../../../lib/corpus/pages.ts';
import { cell } from '../../../lib/export/csv.ts';
import {
	bibtex,
	claimReview,
	cslJson,
	eventJson,
	type Labels,
	markdown,
	matrixCsv,
	matrixOf,
} from '../../../lib/export/index.ts';
import { ownPack, storeWith } from '../corpus/support/installed.ts';

const labels: Labels = {
	statement: 'Statement',
	speaker: 'Speaker',
	articles: 'Articles',
	statements: 'Statements',
	participants: 'Taking part',
	place: 'Where',
	none: 'none',
	stance: { reports: 'reports', differs: 'differs', 'words-otherwise': 'words otherwise' },
	editorWords: 'Summaries.',
	pack: 'Pack',
	day: (iso) => iso.slice(0, 10),
	when: '2023-09-13',
};
let page: EventPage;
beforeAll(async () => {
	const corpus = await openCorpus(await storeWith(ownPack()));
	const found = await eventPage(corpus, 'f0f714f4782ee6325a014155a7fc8fc9/vostochny-2023', 'en');
	if (!found) throw new Error('no event');
	page = found;
});

/** The event with one hostile text wherever a pack may put one. */
function hostile(text: string): EventPage {
	const said = { text, lang: 'en' };
	const [claim] = page.event.claimLines;
	const [article] = page.articles;
	if (!claim || !article) throw new Error('an empty event');
	const reports = claim.reports.map((report) => ({ ...report, wording: said }));
	return {
		...page,
		event: {
			...page.event,
			name: said,
			summary: said,
			claimLines: [{ ...claim, text: said, speaker: said, reports }],
		},
		articles: page.articles.map((one) => ({ ...one, title: said, byline: text })),
	};
}

describe('the matrix', () => {
	it('shows of two reports of one article the one that differs more', () => {
		const [claim] = page.event.claimLines;
		if (!claim) throw new Error('no claim');
		const [report] = claim.reports;
		if (!report) throw new Error('no report');
		const twice = { ...claim, reports: [report, { ...report, stance: 'differs' as const }] };
		const { rows } = matrixOf(page.articles, [twice]);
		expect(rows[0]?.cells.filter(Boolean).map((one) => one?.stance)).toEqual(['differs']);
	});

	it('as CSV has a column for each article and a row for each statement', () => {
		const lines = matrixCsv(page, labels).trimEnd().split('\r\n');
		expect(lines).toHaveLength(1 + page.event.claimLines.length);
		expect(lines[0]).toMatch(/^\uFEFF"Statement","Speaker","Storm Media ← Deutsche Welle 2023-09-13"/);
		expect(lines.join()).toContain('words otherwise: Russia will help North Korea develop satellites');
	});

	it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', '\u200b=1', '=cmd|"/c calc"!A0'])(
		'%j runs in no spreadsheet',
		(text) => {
			expect(cell(text)).toMatch(/^"'/);
			const csv = matrixCsv(hostile(text), labels);
			for (const field of csv.matchAll(/(?<=^|,|\n)"((?:[^"]|"")*)"/g)) {
				expect(field[1]).not.toMatch(/^[\s\u200b]*[=+\-@＝]/);
			}
		},
	);

	it('a cell holds quotes, commas and line breaks as text', () => {
		expect(cell('a "b", c\r\nd')).toBe('"a ""b"", c d"');
	});
});

it('Markdown names every article once and each unlike wording under its statement', () => {
	const text = markdown(page, labels);
	expect(text).toMatch(/^# Putin–Kim summit at Vostochny\n/);
	expect(text).toMatch(
		/ {2}- words otherwise: Russia will help North Korea develop satellites, Putin said \[1\]/,
	);
	expect(text.match(/^\d+\. /gm)).toHaveLength(page.articles.length);
});

it('Markdown has no link, image, HTML or heading that a pack put there', () => {
	const text = markdown(hostile('# <img src=x onerror=alert(1)> [a](javascript:b) *c* `d`\n\n# e'), labels);
	expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[a|(?<!\\)\*c|(?<!\\)`d/);
	expect(text.match(/^# /gm)).toHaveLength(1);
});

it('JSON holds the event whole, and nothing about the reader', () => {
	const data = JSON.parse(eventJson(page));
	expect(data).toMatchObject({ format: 'sidelight-event/1', pack: { license: 'CC0-1.0' } });
	expect(data.claims).toHaveLength(page.event.claimLines.length);
	expect(eventJson(page)).not.toMatch(/"here"|"relation"/);
});

it('JSON-LD has the shape of ClaimReview, gives no marks, and cannot end the script it stands in', () => {
	const data = JSON.parse(claimReview(page));
	expect(data['@graph'][0]).toMatchObject({ '@type': 'ClaimReview', itemReviewed: { '@type': 'Claim' } });
	expect(claimReview(page)).not.toContain('reviewRating');
	expect(claimReview(hostile('</script><script>alert(1)//'))).not.toContain('<');
});

it('CSL-JSON and BibTeX cite each article by a key of its own', () => {
	const items = JSON.parse(cslJson(page.articles));
	expect(items[0]).toMatchObject({
		id: 'dw-2023-09-13',
		type: 'article-newspaper',
		'container-title': 'Storm Media',
		'original-publisher': 'Deutsche Welle',
		issued: { 'date-parts': [[2023, 9, 13]] },
	});
	const twice = bibtex([...page.articles, ...page.articles]);
	expect(twice).toContain('@article{dw-2023-09-13,');
	expect(twice).toContain('@article{dw-2023-09-13-2,');
});

it('BibTeX: a title ends no field and starts no command', () => {
	const text = bibtex(hostile('a } , note = {b} \\input{c} 100% & _d $e$ #f').articles);
	expect(text).toContain('a \\} , note = \\{b\\} \\textbackslash{}input\\{c\\} 100\\% \\& \\_d \\$e\\$ \\#f');
});
