/** An event as readers see it: who covers it, what each says, what is said unlike. Reads through Corpus only. */
import type { Claim, Report, Selector, Texts } from '../packs/index.ts';
import { type Reader, say } from '../text/index.ts';
import type { Corpus } from './corpus.ts';
import { type ArticleRow, type ClaimRow, type EventRow, publicId, type SourceRow } from './store.ts';
import { DEPTH } from './told.ts';
import type {
	ClaimLine,
	EventLine,
	EventView,
	Relation,
	ReportLine,
	Said,
	SourceLine,
	When,
} from './views.ts';

/** What is known of the page that is being read. */
export interface Here {
	/** Public id of the pack's article that this page is. */
	article?: string | null;
	/** Events recognised on it, by public id. */
	relations?: ReadonlyMap<string, Relation>;
}

export async function eventLine(
	corpus: Corpus,
	event: EventRow,
	reader: Reader,
	here: Here = {},
): Promise<EventLine> {
	return line(corpus, event, null, reader, here);
}

/** `claims`: where they are at hand; else they are counted. */
async function line(
	corpus: Corpus,
	event: EventRow,
	claims: ClaimRow[] | null,
	reader: Reader,
	here: Here,
): Promise<EventLine> {
	const { record, pack, id } = event;
	const where = record.where[0];
	const [place, told] = await Promise.all([
		where ? corpus.entity(publicId(pack, where)) : null,
		claims ? countOf(claims) : corpus.told(event),
	]);
	return {
		id: publicId(pack, id),
		name: say(record.name, reader),
		when: whenOf(event),
		place: place ? say(place.record.name, reader) : null,
		...(told ?? countOf(await claimsWithin(corpus, event))),
		relation: here.relations?.get(publicId(pack, id)) ?? 'none',
	};
}

const countOf = (claims: readonly ClaimRow[]) => ({
	articles: new Set(claims.flatMap(({ record }) => record.reports.map(({ article }) => article))).size,
	claims: claims.length,
});

export async function eventView(
	corpus: Corpus,
	event: EventRow,
	reader: Reader,
	here: Here = {},
): Promise<EventView> {
	const claims = await claimsWithin(corpus, event);
	const parties = event.record.participants.map(({ entity }) => entity);
	const told = await tell(corpus, event.pack, claims, reader, parties, here);
	return viewOf(corpus, event, claims, told, here);
}

/** The view of an event whose claims and their names are at hand. */
export async function viewOf(
	corpus: Corpus,
	event: EventRow,
	claims: ClaimRow[],
	told: Told,
	here: Here = {},
): Promise<EventView> {
	const { record } = event;
	const [own, series] = await Promise.all([
		line(corpus, event, claims, told.reader, here),
		seriesOf(corpus, event, told.reader),
	]);
	return {
		...own,
		summary: record.summary ? say(record.summary, told.reader) : null,
		series,
		sources: sourceLines(claims, told),
		claimLines: claims.map((claim) => claimLine(claim, told)).sort((a, b) => weight(b) - weight(a)),
	};
}

/** Any claims of the event's pack, as lines of this event. */
export async function claimLines(
	corpus: Corpus,
	event: EventRow,
	claims: readonly ClaimRow[],
	reader: Reader,
	here: Here = {},
): Promise<ClaimLine[]> {
	const parties = event.record.participants.map(({ entity }) => entity);
	const told = await tell(corpus, event.pack, claims, reader, parties, here);
	return claims.map((claim) => claimLine(claim, told));
}

/** The articles, sources and speakers of claims of one pack. `parties`: local ids of who takes part. */
export async function tell(
	corpus: Corpus,
	pack: string,
	claims: readonly ClaimRow[],
	reader: Reader,
	parties: readonly string[],
	here: Here = {},
): Promise<Told> {
	const reports = claims.flatMap((claim) => claim.record.reports);
	const spoken = claims.flatMap((claim) => claim.record.speaker ?? []);
	const [articles, credited, speakers] = await Promise.all([
		corpus.articles(
			pack,
			reports.map((report) => report.article),
		),
		corpus.sources(pack, [...reports.flatMap((report) => report.via.map((link) => link.source)), ...spoken]),
		corpus.entities(spoken.map((speaker) => publicId(pack, speaker))),
	]);
	const outlets = [...articles.values()].flatMap(({ record }) => [
		record.source,
		record.carries ?? record.source,
	]);
	const sources = new Map([...credited, ...(await corpus.sources(pack, outlets))]);
	return {
		reader,
		articles,
		sources,
		speakers: new Map(speakers.map((row) => [row.id, row.record.name])),
		parties: new Set(parties),
		here: here.article ?? null,
		pack,
	};
}

export interface Told {
	reader: Reader;
	articles: Map<string, ArticleRow>;
	sources: Map<string, SourceRow>;
	speakers: Map<string, Texts>;
	parties: Set<string>;
	here: string | null;
	pack: string;
}

/** Claims of an event and of all its parts. */
export async function claimsWithin(corpus: Corpus, event: EventRow, depth = DEPTH): Promise<ClaimRow[]> {
	const [own, parts] = await Promise.all([corpus.claimsOf(event), depth === 0 ? [] : corpus.partsOf(event)]);
	return [own, ...(await Promise.all(parts.map((part) => claimsWithin(corpus, part, depth - 1))))].flat();
}

export function whenOf({ record: { when } }: EventRow): When {
	return { start: when.start, end: when.end ?? null, precision: when.precision, zone: when.zone ?? null };
}

async function seriesOf(corpus: Corpus, event: EventRow, reader: Reader): Promise<EventView['series']> {
	const series = event.partOf ? await corpus.event(event.partOf) : null;
	if (!series?.record.series) return null;
	const parts = (await corpus.partsOf(series)).sort((a, b) => (a.start < b.start ? -1 : 1));
	return {
		name: say(series.record.name, reader),
		at: parts.findIndex((part) => part.id === event.id) + 1,
		of: parts.length,
	};
}

function sourceLines(claims: ClaimRow[], told: Told): SourceLine[] {
	const lines = [...told.articles.values()].map((article): SourceLine => {
		const { record } = article;
		const says = claims.flatMap(({ pack, id, record: claim }) =>
			claim.reports
				.filter((report) => report.article === article.id)
				.map((report) => ({
					claim: publicId(pack, id),
					text: say(report.wording ?? claim.text, told.reader),
					stance: report.stance,
				})),
		);
		return {
			article: publicId(article.pack, article.id),
			outlet: sourceName(record.source, told),
			maker: record.carries ? sourceName(record.carries, told) : null,
			date: record.published,
			title: record.title ? { text: record.title, lang: record.lang } : null,
			dateline: record.dateline ? { text: record.dateline, lang: record.lang } : null,
			url: record.url ?? null,
			here: publicId(article.pack, article.id) === told.here,
			says: says.sort((a, b) => Number(a.stance === 'reports') - Number(b.stance === 'reports')),
		};
	});
	return lines.sort((a, b) => (a.date < b.date ? -1 : 1));
}

export const sourceName = (id: string, { sources, reader }: Told): Said =>
	say(sources.get(id)?.record.name ?? { en: id }, reader);

export function claimLine({ pack, id, record: claim }: ClaimRow, told: Told): ClaimLine {
	const speaker = claim.speaker ? nameOf(claim.speaker, told) : null;
	const stances = new Set(claim.reports.map((report) => report.stance));
	return {
		id: publicId(pack, id),
		text: say(claim.text, told.reader),
		kind: claim.kind,
		modality: claim.modality,
		speaker,
		party: claim.speaker !== undefined && told.parties.has(claim.speaker),
		unlike: stances.has('differs') ? 'differs' : stances.has('words-otherwise') ? 'words-otherwise' : null,
		reports: claim.reports
			.map((report) => reportLine(claim, report, speaker, told))
			.sort((a, b) => (a.date < b.date ? -1 : 1)),
		answers: claim.answers ? publicId(pack, claim.answers) : null,
	};
}

export function nameOf(id: string, told: Told): Said {
	const name = told.speakers.get(id);
	return name ? say(name, told.reader) : sourceName(id, told);
}

function reportLine(claim: Claim, report: Report, speaker: Said | null, told: Told): ReportLine {
	const article = told.articles.get(report.article)?.record;
	const chain = [article?.source, article?.carries, ...report.via.map((link) => link.source)]
		.filter((id) => id !== undefined)
		.map((id) => sourceName(id, told));
	if (speaker) chain.push(speaker);
	return {
		article: publicId(told.pack, report.article),
		chain,
		stance: report.stance,
		wording: report.wording ? say(report.wording, told.reader) : null,
		date: article?.published ?? claim.knownFrom,
		url: article?.url ? pointTo(article.url, report.at) : null,
		pointer: { text: report.at.exact, lang: article?.lang ?? 'und' },
		here: publicId(told.pack, report.article) === told.here,
	};
}

/** https://wicg.github.io/scroll-to-text-fragment/: `-`, `&` and `,` have a meaning there. */
export function pointTo(url: string, { exact, prefix, suffix }: Selector): string {
	const part = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
	const fragment = [prefix && `${part(prefix)}-`, part(exact), suffix && `-${part(suffix)}`]
		.filter(Boolean)
		.join(',');
	return `${url.split('#')[0]}#:~:text=${fragment}`;
}

/** Said unlike first, then by the number of articles that report it. */
const weight = (line: ClaimLine) =>
	(line.unlike === 'differs' ? 200 : line.unlike ? 100 : 0) + line.reports.length;
