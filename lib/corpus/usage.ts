/** How sources write names: counted in titles and in the few words of their articles that a pack points at. */
import { KIND, unpack } from '../names/index.ts';
import type { Alias } from '../packs/index.ts';
import { foldKey, type Reader, say } from '../text/index.ts';
import { formsOf } from './card.ts';
import type { Corpus } from './corpus.ts';
import type { Lookup } from './lookup.ts';
import type { SourcePage, Usage } from './pages.ts';
import { type ArticleRow, publicId, type ReportsRow, type SourceRow } from './store.ts';
import type { Said } from './views.ts';

export type Scan = Pick<Lookup, 'scan'>;
type Counts = Map<string, Map<string, number>>;

/** Names on one source's page. */
const NAMES = 24;
const OTHERS = 5;

/** Forms by entity (public ids) in what is known of some articles. */
async function formsIn(
	scan: Scan,
	articles: Iterable<ArticleRow>,
	reports: readonly ReportsRow[],
): Promise<Map<string, Counts>> {
	const texts: string[] = [];
	const of: string[] = [];
	const take = (article: string, text: string | undefined) => {
		if (text && texts.push(text)) of.push(article);
	};
	for (const { id, record } of articles) take(id, record.title);
	for (const { id, pointers } of reports) for (const pointer of new Set(pointers)) take(id, pointer);
	const byArticle = new Map<string, Counts>();
	for (const [at, found] of unpack(await scan.scan(texts), texts.length).entries()) {
		for (const { start, end, kind, entities } of found) {
			const [entity] = entities;
			if (kind !== KIND.strong || entity === undefined) continue;
			count(byArticle, of[at] as string, entity, (texts[at] as string).slice(start, end), 1);
		}
	}
	return byArticle;
}

function count(into: Map<string, Counts>, key: string, entity: string, form: string, times: number): void {
	const entities = into.get(key) ?? new Map();
	const forms = entities.get(entity) ?? new Map();
	into.set(key, entities);
	entities.set(entity, forms);
	forms.set(form, (forms.get(form) ?? 0) + times);
}

const listed = (forms: ReadonlyMap<string, number>) =>
	[...forms].map(([text, times]) => ({ text, times })).sort((a, b) => b.times - a.times);

/** The names one source writes, most often first; those that are written otherwise elsewhere before the rest. */
export async function namesWritten(
	corpus: Corpus,
	scan: Scan,
	articles: Iterable<ArticleRow>,
	reports: readonly ReportsRow[],
	reader: Reader,
): Promise<SourcePage['names']> {
	const all: Map<string, Counts> = new Map();
	for (const entities of (await formsIn(scan, articles, reports)).values()) {
		for (const [entity, forms] of entities) {
			for (const [form, times] of forms) count(all, '', entity, form, times);
		}
	}
	const most = [...(all.get('') ?? [])]
		.map(([entity, forms]) => ({ entity, forms: listed(forms) }))
		.sort((a, b) => sum(b.forms) - sum(a.forms))
		.slice(0, NAMES);
	const rows = new Map(
		(await corpus.entities(most.map(({ entity }) => entity))).map((row) => [publicId(row.pack, row.id), row]),
	);
	return most
		.flatMap(({ entity, forms }) => {
			const row = rows.get(entity);
			if (!row) return [];
			const written = new Set(forms.map(({ text }) => foldKey(text)));
			return {
				entity: { id: entity, name: say(row.record.name, reader) },
				forms,
				others: elsewhere(row.record.aliases, written),
			};
		})
		.sort((a, b) => Number(b.others.length > 0) - Number(a.others.length > 0));
}

/** Chinese forms of regions today that are no mere other script of what is written. */
function elsewhere(aliases: readonly Alias[], written: Set<string>): Said[] {
	return formsOf(aliases)
		.flatMap(({ forms }) => forms)
		.filter(({ text, until }) => {
			if (until || !/\p{Script=Han}/u.test(text) || written.has(foldKey(text))) return false;
			return written.add(foldKey(text));
		})
		.slice(0, OTHERS);
}

const sum = (forms: Usage['forms']) => forms.reduce((all, { times }) => all + times, 0);

/** Which source of one pack writes a name how. */
export async function usageOf(
	scan: Scan,
	entity: string,
	articles: readonly ArticleRow[],
	reports: readonly ReportsRow[],
	sources: ReadonlyMap<string, SourceRow>,
	reader: Reader,
): Promise<Usage[]> {
	const found = await formsIn(scan, articles, reports);
	const bySource: Map<string, Counts> = new Map();
	const pack = articles[0]?.pack ?? '';
	for (const { id, record } of articles) {
		// Who made it chose its words.
		const source = record.carries ?? record.source;
		for (const [form, times] of found.get(id)?.get(entity) ?? [])
			count(bySource, source, entity, form, times);
	}
	return [...bySource].map(([source, entities]) => ({
		source: {
			id: publicId(pack, source),
			name: say(sources.get(source)?.record.name ?? { en: source }, reader),
		},
		forms: listed(entities.get(entity) ?? new Map()),
	}));
}

export const timesOf = ({ forms }: Usage): number => sum(forms);
