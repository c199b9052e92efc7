/** What leaves the panel by the clipboard: notes with sources, and reports of a fault. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { notesOf } from '../../../components/compare/notes.ts';
import { wrongReport } from '../../../components/compare/wrong.ts';
import type { ComparisonView } from '../../../lib/corpus/comparison-views.ts';
import { comparisonView } from '../../../lib/corpus/index.ts';
import { locale } from '../../../lib/locale/index.ts';
import { comparisonOf, openQuarrel, PACK, SPOT, TEXT } from './quarrel.ts';

let view: ComparisonView;
beforeAll(async () => {
	const comparison = comparisonOf(
		[
			{ claim: 'accused', state: 'worded', sentences: [SPOT], unlike: [`${PACK}/hill-1`] },
			{ claim: 'denied', state: 'no-match' },
			{ claim: 'two', state: 'no-match' },
		],
		{ noList: 'live' },
	);
	view = (await comparisonView(await openQuarrel(), comparison, TEXT, 'en')) as ComparisonView;
});

describe('notes', () => {
	test('give each report with its pointer, chain, full date, link and archive', () => {
		const notes = notesOf(view, { title: 'A [page]', url: 'https://news.example/a(1)' }, locale('en-GB'));
		expect(notes).toContain('# The quarrel over sand');
		expect(notes).toContain('[A \\[page\\]](https://news.example/a%281%29)');
		expect(notes).toContain('## ≈ Worded differently (1)');
		expect(notes).toContain('“Moor surely took the sand, Vale says.”');
		expect(notes).toMatch(
			/≈ may have taken some — Vale Council \(party to the event\) ← Blue Agency ← Hill Post, 13 Sept 2021: \[“may have taken”\]\(https:\/\/hill\.example\/1#:~:text=may%20have%20taken\)/,
		);
		expect(notes).toContain('[archived copy](https://archive.example/coast-1)');
	});

	test('keep the denial under the accusation and say why there is no list', () => {
		const notes = notesOf(view, { title: '', url: '' }, locale('en'));
		expect(notes.indexOf('Moor took none')).toBeGreaterThan(notes.indexOf('Moor took sand'));
		expect(notes).toMatch(/\n {2}- \*\*Moor took none\*\* \*\(denial\)\*/);
		expect(notes).toContain('live page');
	});
});

describe('a report of a fault', () => {
	const line = () => view.groups[0]?.threads[0]?.claim as ComparisonView['groups'][0]['threads'][0]['claim'];

	test('names claim, event, version and state, and nothing of the page', () => {
		const report = wrongReport(view, line(), false);
		expect(report).toContain(`${PACK}/accused`);
		expect(report).toContain(`event ${PACK}/quarrel-2021`);
		expect(report).toMatch(new RegExp(`pack ${PACK} · version [0-9a-f]{12}`));
		expect(report).toContain('state worded');
		expect(report).toContain('desk@coast.example');
		expect(report).not.toContain('surely');
	});

	test('holds the sentence when the reader ticked it', () => {
		expect(wrongReport(view, line(), true)).toContain('> Moor surely took the sand, Vale says.');
	});
});
