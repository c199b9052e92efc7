/** An event as notes in Markdown (CommonMark). Touches nothing. */
import type { ArticleRecord, EventPage } from '../corpus/pages.ts';
import type { ClaimLine, ReportLine } from '../corpus/views.ts';
import type { Labels } from './labels.ts';

export function markdown(page: EventPage, labels: Labels): string {
	const { event, articles, participants, places } = page;
	const number = new Map(articles.map(({ id }, at) => [id, at + 1]));
	const facts = [
		labels.when,
		places[0] && `${labels.place}: ${plain(places.map(({ name }) => name.text).join(', '))}`,
		participants[0] &&
			`${labels.participants}: ${plain(
				participants.map(({ name, role }) => (role ? `${name.text} (${role.text})` : name.text)).join(', '),
			)}`,
	];
	return `${[
		`# ${plain(event.name.text)}`,
		facts.flatMap((fact) => (fact ? [`- ${fact}`] : [])).join('\n'),
		event.summary ? plain(event.summary.text) : null,
		event.claimLines.length > 0 ? `## ${labels.statements}` : null,
		event.claimLines.map((claim) => statement(claim, number, labels)).join('\n\n'),
		articles.length > 0 ? `## ${labels.articles}` : null,
		articles.map((article, at) => `${at + 1}. ${reference(article, labels)}`).join('\n'),
		`---\n\n${labels.editorWords} ${plain(labels.pack)}`,
	]
		.filter((part) => part)
		.join('\n\n')}\n`;
}

function statement(claim: ClaimLine, number: ReadonlyMap<string, number>, labels: Labels): string {
	const speaker = claim.speaker ? ` — ${plain(claim.speaker.text)}` : '';
	const same = claim.reports.filter(({ stance }) => stance === 'reports');
	const unlike = claim.reports.filter(({ stance }) => stance !== 'reports');
	const cite = (reports: readonly ReportLine[]) =>
		reports.map(({ article }) => `[${number.get(article) ?? '?'}]`).join('');
	return [
		`- ${plain(claim.text.text)}${speaker} ${cite(same)}`.trimEnd(),
		...unlike.map(
			(report) =>
				`  - ${labels.stance[report.stance]}: ${plain(report.wording?.text ?? '')} ${cite([report])}`,
		),
	].join('\n');
}

function reference({ source, maker, title, dateline, date, url }: ArticleRecord, labels: Labels): string {
	const heading = (title ?? dateline)?.text;
	const outlet = maker ? `${source.name.text} ← ${maker.name.text}` : source.name.text;
	return [
		plain(outlet),
		heading && plain(heading),
		labels.day(date),
		url && `<${url.replace(/[<>\s]/g, '')}>`,
	]
		.filter(Boolean)
		.join(', ');
}

/** A text that means only itself: no emphasis, link, heading or HTML can come of it. */
const plain = (text: string): string =>
	text
		.replace(/\s+/g, ' ')
		.replace(/[\\`*_{}[\]<>#|~!&]/g, (sign) => `\\${sign}`)
		.replace(/^([-+]|\d+[.)])/, '\\$1');
