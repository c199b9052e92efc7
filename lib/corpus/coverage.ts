/** An event as readers see it: who covers it, what each says, what is said unlike. Reads through Corpus only. */
import type { Claim, Entity, Report, Selector, Texts } from '../packs/index.ts';
import { type Reader, say } from '../text/index.ts';
import type { Corpus } from './corpus.ts';
import { bodiesOf, voicesOf } from './parties.ts';
import { type ArticleRow, type ClaimRow, type EventRow, publicId, type SourceRow } from './store.ts';
import { DEPTH } from './told.ts';
import type {
	ChainLink,
	ClaimLine,
	EventLine,
	EventTop,
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
	const { participants, where } = event.record;
	const parties = participants.map(({ entity }) => entity);
	const [{ claims, told }] = await Promise.all([
		claimsWithin(corpus, event).then(async (claims) => ({
			claims,
			told: await tell(corpus, event.pack, claims, reader, parties, here),
		})),
		// What follows finds them at hand.
		corpus.entities([...parties, ...where.slice(0, 1)].map((id) => publicId(event.pack, id))),
	]);
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
	return {
		...(await eventTop(corpus, event, claims, told.reader, here)),
		sources: sourceLines(claims, told),
		claimLines: claims.map((claim) => claimLine(claim, told)).sort((a, b) => weight(b) - weight(a)),
	};
}

/** What stands above all that is said of an event. */
export async function eventTop(
	corpus: Corpus,
	event: EventRow,
	claims: ClaimRow[],
	reader: Reader,
	here: Here = {},
): Promise<EventTop> {
	const { summary } = event.record;
	const [top, series] = await Promise.all([
		line(corpus, event, claims, reader, here),
		seriesOf(corpus, event, reader),
	]);
	return { ...top, summary: summary ? say(summary, reader) : null, series };
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
	const [articles, credited, events, voices] = await Promise.all([
		corpus.articles(
			pack,
			reports.map((report) => report.article),
		),
		corpus.sources(pack, [...reports.flatMap((report) => report.via.map((link) => link.source)), ...spoken]),
		corpus.events([...new Set(claims.map(({ record }) => publicId(pack, record.event)))]),
		bodiesOf(corpus, pack, [...parties, ...spoken]),
	]);
	const outlets = [...articles.values()].flatMap(({ record }) => [
		record.source,
		record.carries ?? record.source,
	]);
	const taking = new Map(
		events.map(({ id, record }) => [id, record.participants.map(({ entity }) => entity)]),
	);
	const [named, others] = await Promise.all([
		corpus.sources(pack, outlets),
		bodiesOf(
			corpus,
			pack,
			[...[...taking.values()].flat(), ...[...credited.values()].flatMap(officeOf)].filter(
				(id) => !voices.has(id),
			),
		),
	]);
	const sources = new Map([...credited, ...named]);
	const all = new Map([...voices, ...others]);
	const withThose = (ids: readonly string[]) => new Set(ids.flatMap((id) => voicesOf(id, all)));
	return {
		reader,
		articles,
		sources,
		bodies: all,
		speakers: new Map([...all].map(([id, record]) => [id, record.name])),
		parties: withThose(parties),
		partiesTo: new Map([...taking].map(([id, ids]) => [id, withThose(ids)])),
		here: here.article ?? null,
		pack,
	};
}

/** The body whose own site a source is. */
const officeOf = ({ record: { medium, entity } }: SourceRow) =>
	medium === 'government' && entity ? [entity] : [];

export interface Told {
	reader: Reader;
	articles: Map<string, ArticleRow>;
	sources: Map<string, SourceRow>;
	bodies: Map<string, Entity>;
	speakers: Map<string, Texts>;
	/** To the event that is shown, and to each that a claim is of. */
	parties: Set<string>;
	partiesTo: Map<string, Set<string>>;
	here: string | null;
	pack: string;
}

/** The party whose word it is: the speaker itself, or whom it speaks for. null: it takes no part. */
function partyOf(id: string | undefined, event: string, told: Told): Said | null {
	const party =
		id &&
		voicesOf(id, told.bodies).find((one) => told.parties.has(one) || told.partiesTo.get(event)?.has(one));
	return party ? nameOf(party, told) : null;
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
		party: partyOf(claim.speaker, claim.event, told),
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
	const outlets = [article?.source, article?.carries].filter((id) => id !== undefined);
	const link = (id: string): ChainLink => {
		const row = told.sources.get(id);
		// An office's own site is a party, not an outlet.
		const party = row ? partyOf(officeOf(row)[0], claim.event, told) : null;
		return { ...sourceName(id, told), ...(party && { party }) };
	};
	const chain: ChainLink[] = [
		...outlets.map(link),
		...report.via.map(({ source, basis }) => ({ ...link(source), basis })),
		...(speaker ? [speaker] : []),
	];
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
