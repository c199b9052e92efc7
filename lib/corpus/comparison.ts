/** From a comparison and the store to what is shown. Reads through Corpus only. */
import type { Compared, Comparison } from '../events/index.ts';
import type { Kept } from '../kept/kept.ts';
import type { Reader } from '../text/index.ts';
import { packLine } from './card.ts';
import { groupsOf } from './compared-groups.ts';
import type { Column, ComparedLine, ComparedPack, ComparisonView, Quote, Stand } from './comparison-views.ts';
import type { Corpus } from './corpus.ts';
import { claimLine, claimsWithin, eventTop, sourceName, type Told, tell } from './coverage.ts';
import { keptColumns, withKept } from './kept-columns.ts';
import { type ClaimRow, publicId } from './store.ts';
import type { ClaimLine, ReportLine, Said } from './views.ts';

/** The text that was compared. */
export interface ComparedText {
	/** BCP 47. */
	lang: string;
	blocks: readonly { text: string }[];
}

/** null when no pack knows the event any more. `kept`: pages on the event that the reader kept. */
export async function comparisonView(
	corpus: Corpus,
	comparison: Comparison,
	text: ComparedText,
	reader: Reader,
	kept: readonly Kept[] = [],
): Promise<ComparisonView | null> {
	const row = await corpus.event(comparison.event);
	if (!row) return null;
	const here = { article: comparison.article?.id ?? null };
	const own = await claimsWithin(corpus, row);
	const rows = await withCompared(corpus, own, comparison);
	const parties = row.record.participants.map(({ entity }) => entity);
	const [told, event, pack] = await Promise.all([
		tell(corpus, row.pack, rows, reader, parties, here),
		eventTop(corpus, row, own, reader, { relations: new Map([[comparison.event, 'about']]) }),
		packOf(corpus, row.pack, reader),
	]);
	const all = [...columnsOf(told), ...keptColumns(kept)].sort((a, b) => (a.date < b.date ? -1 : 1));
	const same = all.find(({ article }) => article === here.article);
	const columns = all.filter((column) => column !== same);
	const compared = new Map(comparison.claims.map((one) => [one.claim, one]));
	const lines = rows.map((claim) => {
		const line = withKept(claimLine(claim, told), kept);
		return lineOf(line, compared.get(line.id), columns, text);
	});
	return {
		event,
		article: same && comparison.article ? { ...same, by: comparison.article.by } : null,
		noList: comparison.noList,
		columns,
		groups: groupsOf(lines),
		pack,
	};
}

/** The event's claims, those of other events that were compared with it, and what any of these answers. */
async function withCompared(
	corpus: Corpus,
	own: readonly ClaimRow[],
	{ claims }: Comparison,
): Promise<ClaimRow[]> {
	const ids = new Set(own.map(({ pack, id }) => publicId(pack, id)));
	const asked = own.flatMap(({ pack, record }) => (record.answers ? [publicId(pack, record.answers)] : []));
	const missing = [...claims.map(({ claim }) => claim), ...asked].filter((id) => !ids.has(id));
	return [...own, ...(await corpus.claims([...new Set(missing)]))];
}

function lineOf(
	claim: ClaimLine,
	compared: Compared | undefined,
	columns: readonly Column[],
	text: ComparedText,
): ComparedLine {
	const reports = claim.reports
		.filter(({ here }) => !here)
		.map((report) => ({ ...report, stance: stanceOf(report, compared) }));
	return {
		...claim,
		reports,
		state: compared?.state ?? null,
		quotes: compared ? quotesOf(compared, text) : [],
		stands: columns.map(({ article }) =>
			standOf(
				reports.filter((report) => report.article === article),
				compared,
			),
		),
		origins: new Set(reports.map((report) => originOf(report, claim.speaker))).size,
		score: compared?.score ?? 0,
	};
}

/** Towards the page where it states the claim; else as the pack has it, towards the claim's own words. */
function stanceOf({ article, stance }: ReportLine, compared: Compared | undefined): ReportLine['stance'] {
	// What the reader kept stands to the claim, as it did when it was kept.
	if (!compared || compared.sentences.length === 0 || !article.includes('/')) return stance;
	if (!compared.unlike.includes(article)) return 'reports';
	if (compared.state === 'differs') return 'differs';
	return compared.state === 'worded' ? 'words-otherwise' : 'reports';
}

const STANDS = { differs: 'differs', 'words-otherwise': 'worded', reports: 'says' } as const;

function standOf(reports: readonly ReportLine[], compared: Compared | undefined): Stand {
	const [first] = reports;
	if (!first) return 'silent';
	if (compared?.state === 'finer-elsewhere' && compared.unlike.includes(first.article)) return 'finer';
	const stances = reports.map(({ stance }) => stance);
	const unlike =
		stances.find((stance) => stance === 'differs') ?? stances.find((stance) => stance !== 'reports');
	return STANDS[unlike ?? 'reports'];
}

/** The far end of the chain before who is quoted: outlet, its maker, or the agency they credit. */
function originOf({ chain }: ReportLine, speaker: Said | null): string {
	const outlets = speaker ? chain.slice(0, -1) : chain;
	return (outlets.at(-1) ?? chain[0])?.text ?? '';
}

function quotesOf({ sentences, words }: Compared, { lang, blocks }: ComparedText): Quote[] {
	return sentences.flatMap((spot) => {
		const text = blocks[spot.block]?.text.slice(spot.start, spot.end) ?? '';
		if (text === '') return [];
		const within = words
			.filter(({ block, start, end }) => block === spot.block && start >= spot.start && end <= spot.end)
			.map(({ start, end }): [number, number] => [start - spot.start, end - spot.start])
			.sort(([a, b], [c, d]) => a - c || d - b);
		let last = 0;
		const apart = within.filter(([start, end]) => {
			if (start < last) return false;
			last = end;
			return true;
		});
		return [{ text, lang, spot, words: apart }];
	});
}

/** The articles that report any of the claims. */
const columnsOf = (told: Told): Column[] =>
	[...told.articles.values()].map(
		({ pack, id, record }): Column => ({
			article: publicId(pack, id),
			outlet: sourceName(record.source, told),
			maker: record.carries ? sourceName(record.carries, told) : null,
			date: record.published,
			title: record.title ? { text: record.title, lang: record.lang } : null,
			url: record.url ?? null,
			archive: record.archive ?? null,
			kept: false,
		}),
	);

async function packOf(corpus: Corpus, pack: string, reader: Reader): Promise<ComparedPack> {
	const line = await packLine(corpus, { pack }, reader);
	return {
		id: pack,
		title: line?.title ?? { text: pack, lang: 'und' },
		asOf: line?.asOf ?? '',
		version: line?.version ?? '',
		corrections: line?.corrections ?? null,
	};
}
