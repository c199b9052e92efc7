/** The card of a name: who it is, how it is written where, and what is reported on its events. Reads through Corpus only. */
import type { Alias, Entity } from '../packs/index.ts';
import { READERS, type Reader, say } from '../text/index.ts';
import type { Corpus } from './corpus.ts';
import { eventView, type Here } from './coverage.ts';
import { type EventRow, publicId } from './store.ts';
import type { CardView, NameForms, PackLine, Region, Said } from './views.ts';

/** Events on one card; the rest is in popup and corpus page. */
const EVENTS = 3;

export async function cardView(
	corpus: Corpus,
	id: string,
	reader: Reader,
	heading?: Said,
	here: Here = {},
): Promise<CardView | null> {
	const row = await corpus.entity(id);
	if (!row) return null;
	const { record } = row;
	const all = (await corpus.same()).of(id);
	const others = await corpus.entities(all.filter((one) => one !== id));
	const events = await shownEvents(corpus, id, here);
	const titled = async (event: EventRow) => {
		const view = await eventView(corpus, event, reader, here);
		return others.length > 0 ? { ...view, pack: titleOf(corpus, event.pack, reader) } : view;
	};
	const own = say(record.name, reader);
	const top = heading ?? own;
	return {
		entity: id,
		kind: record.kind,
		heading: top,
		own: own.text === top.text ? null : own,
		native: record.native ?? null,
		scripts: scriptsOf(record, [top.text, own.text]),
		names: formsOf(record.aliases),
		description: say(record.description, reader),
		role: roleAt(record, events[0]?.start, reader),
		elsewhere: others.map((other) => ({
			pack: titleOf(corpus, other.pack, reader),
			name: say(other.record.name, reader),
			description: say(other.record.description, reader),
		})),
		events: await Promise.all(events.map(titled)),
		pack: await packLine(corpus, row, reader),
	};
}

export const titleOf = ({ heads }: Corpus, pack: string, reader: Reader): Said =>
	say(heads.get(pack)?.manifest.title ?? { en: pack, 'zh-Hans': pack }, reader);

/** This page's event first, then the latest; an event that is part of another is shown within it. */
async function shownEvents(corpus: Corpus, entity: string, { relations }: Here): Promise<EventRow[]> {
	const tops = new Map<string, EventRow>();
	// This page's event is what the reader came for, whatever part the name has in it.
	const about = [...(relations ?? [])].flatMap(([id, relation]) => (relation === 'about' ? [id] : []));
	const named = await Promise.all(about.map((id) => corpus.event(id)));
	for (const event of [...named.filter((row) => row !== null), ...(await corpus.eventsOf(entity))]) {
		const top = await topOf(corpus, event);
		if (top) tops.set(publicId(top.pack, top.id), top);
	}
	const rank = (event: EventRow) => {
		const relation = relations?.get(publicId(event.pack, event.id));
		return relation === 'about' ? 2 : relation === 'mentions' ? 1 : 0;
	};
	return [...tops.values()]
		.sort((a, b) => rank(b) - rank(a) || (a.start < b.start ? 1 : -1))
		.slice(0, EVENTS);
}

/** The event above that is not itself a series; null for a series. */
export async function topOf(corpus: Corpus, event: EventRow): Promise<EventRow | null> {
	if (event.record.series) return null;
	const above = event.partOf ? await corpus.event(event.partOf) : null;
	return (above && (await topOf(corpus, above))) ?? event;
}

/** The main name in English, Simplified and Traditional, without those already shown. */
export function scriptsOf({ name }: Pick<Entity, 'name'>, shown: readonly string[]): Said[] {
	const seen = new Set(shown);
	return READERS.map((reader) => say(name, reader)).filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** By region; regions that write the same forms stand together. English is one, with all its spellings. */
export function formsOf(aliases: readonly Alias[]): NameForms[] {
	const regions = new Map<Region, NameForms['forms']>();
	for (const alias of aliases) {
		if (alias.strength === 'weak') continue;
		const region = alias.region ?? (/\p{Script=Latin}/u.test(alias.text) ? 'EN' : null);
		if (!region) continue;
		const forms = regions.get(region) ?? [];
		regions.set(region, forms);
		forms.push({
			text: alias.text,
			lang: langOf(alias),
			usedBy: alias.usedBy ?? [],
			until: alias.until ?? null,
		});
	}
	const groups = new Map<string, NameForms>();
	for (const [region, forms] of regions) {
		const key = forms.map(({ text }) => text).join('\n');
		const group = groups.get(key) ?? { regions: [], forms };
		groups.set(key, group);
		group.regions.push(region);
	}
	return [...groups.values()];
}

const REGION_LANGS = {
	CN: 'zh-Hans',
	SG: 'zh-Hans',
	MY: 'zh-Hans',
	TW: 'zh-Hant-TW',
	HK: 'zh-Hant-HK',
} as const;
const langOf = ({ region, text }: Alias) =>
	/\p{Script=Latin}/u.test(text) || !region ? 'en' : REGION_LANGS[region];

function roleAt({ roles }: Entity, date: string | undefined, reader: Reader): Said | null {
	const day = date?.slice(0, 10);
	const held = roles.find(({ from, until }) =>
		day ? (!from || from <= day) && (!until || day.slice(0, until.length) <= until) : !until,
	);
	return held ? say(held.title, reader) : null;
}

export async function packLine(
	corpus: Corpus,
	{ pack }: { pack: string },
	reader: Reader,
): Promise<PackLine | null> {
	const head = corpus.heads.get(pack);
	if (!head) return null;
	const { title, totals, corrections, rootVersion, seq } = head.manifest;
	return {
		id: pack,
		title: say(title, reader),
		asOf: await corpus.newestArticle(pack),
		version: seq === undefined ? head.hash.slice(0, 12) : `${rootVersion}.${seq}`,
		articles: totals.articles ?? 0,
		corrections: corrections ?? null,
	};
}
