/** A comparison as notes in Markdown, for whoever writes about it: each line with its source. */
import type { ComparedLine, ComparisonView } from '../../lib/corpus/comparison-views.ts';
import type { ReportLine } from '../../lib/corpus/views.ts';
import type { Locale } from '../../lib/locale/index.ts';
import { partyWords } from '../text/party.ts';
import { GROUP_SIGNS, STATE_SIGNS, UNSURE } from './signs.ts';

/** `page`: where and what was compared. */
export function notesOf(view: ComparisonView, page: { title: string; url: string }, locale: Locale): string {
	const { t, when, day, gap } = locale;
	const { event, pack, groups, noList, article } = view;
	const archives = new Map(
		[...view.columns, ...(article ? [article] : [])].map(({ article: id, archive }) => [id, archive]),
	);
	const own = t(page.url ? 'thisPage' : 'thisText');
	const lines = [
		`# ${plain(event.name.text)}`,
		'',
		[when(event.when), event.place?.text].filter(Boolean).join(' · '),
		...(page.url ? ['', `${own}: ${link(page.title || page.url, page.url)}`] : []),
	];
	for (const { kind, threads } of groups) {
		lines.push('', `## ${GROUP_SIGNS[kind].sign} ${t(GROUP_SIGNS[kind].word)} (${threads.length})`);
		for (const { claim, answers } of threads) {
			lines.push('', ...claimLines(claim, '', locale, archives, own));
			for (const answer of answers) lines.push(...claimLines(answer, '  ', locale, archives, own));
		}
	}
	if (noList) lines.push('', t(`noList_${noList.replace('-', '')}` as 'noList_live'));
	lines.push('', '---', `${plain(pack.title.text)} · ${pack.version} · ${t('asOf', day(pack.asOf))}`);
	lines.push(`${t('editorWords')}${gap}${t('machineMatch')}`);
	return `${lines.join('\n')}\n`;
}

function claimLines(
	line: ComparedLine,
	indent: string,
	locale: Locale,
	archives: ReadonlyMap<string, string | null>,
	own: string,
): string[] {
	const { t } = locale;
	const { word } = line.state === null ? UNSURE : STATE_SIGNS[line.state];
	const modality = line.modality === 'done' ? '' : ` *(${t(`modality_${line.modality}`)})*`;
	return [
		`${indent}- **${plain(line.text.text)}**${modality}`,
		...line.quotes.map(({ text }) => `${indent}  - ${own} (${t(word)}): “${plain(text)}”`),
		...(line.quotes.length === 0 ? [`${indent}  - ${own}: ${t(word)}`] : []),
		...line.reports.map((report) => `${indent}  - ${reportLine(report, line, locale, archives)}`),
	];
}

const SIGNS = { differs: '≠ ', 'words-otherwise': '≈ ', reports: '' } as const;

function reportLine(
	{ chain, stance, wording, pointer, date, url, article }: ReportLine,
	{ party }: ComparedLine,
	locale: Locale,
	archives: ReadonlyMap<string, string | null>,
): string {
	const { t, day } = locale;
	const voices = [...chain].reverse().map((link, at) => {
		const whose = link.party ?? (at === 0 ? party : null);
		const notes = [whose && partyWords(link, whose, locale), link.basis === 'inferred' && t('inferred')];
		return [plain(link.text), ...notes.filter(Boolean).map((note) => `(${plain(String(note))})`)].join(' ');
	});
	const archive = archives.get(article);
	const said = wording ? `${plain(wording.text)} — ` : '';
	const words = `“${pointer.text}”`;
	const point = url ? link(words, url) : plain(words);
	const kept = archive ? ` · ${link(t('archived'), archive)}` : '';
	return `${SIGNS[stance]}${said}${voices.join(' ← ')}, ${day(date)}: ${point}${kept}`;
}

const link = (text: string, url: string) =>
	`[${plain(text)}](${url.replace(/[()\s]/g, (sign) => ESCAPES[sign] ?? '%20')})`;
const ESCAPES: Record<string, string> = { '(': '%28', ')': '%29' };

/** What Markdown would take for its own is escaped, so that a name or title stays what it is. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');
