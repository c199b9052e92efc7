/** The pack of the meetings, read from its source: what unit tests and the bench compare texts with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackReader, type PackSource, packReader, readPack } from '../../lib/author/index.ts';
import {
	type Comparable,
	type Comparison,
	compare,
	type EventFacts,
	know,
	type Model,
	recognise,
	statedDay,
} from '../../lib/events/index.ts';
import { lastDay } from '../../lib/text/index.ts';

export interface Pack {
	id: string;
	records: PackSource['records'];
	reader: PackReader;
	models: Model[];
}

/** A pack's files as its author wrote them. */
export const filesOf = (folder: string) =>
	readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

export async function openPack(folder: string): Promise<Pack> {
	const { source } = readPack(filesOf(folder));
	if (!source) throw new Error(`${folder} is not sound`);
	return {
		id: source.pack.id,
		records: source.records,
		reader: await packReader(source.records),
		models: modelsOf(source.records),
	};
}

/** As lib/corpus makes them from the store: events that are no part of another, with all places around theirs. */
function modelsOf({ events, entities }: PackSource['records']): Model[] {
	const within = new Map(entities.map((entity) => [entity.id, entity.within]));
	const series = new Set(events.filter((event) => event.series).map(({ id }) => id));
	return events
		.filter(({ series: is, partOf }) => !is && (!partOf || series.has(partOf)))
		.map(({ id, name, when, where, participants, what }) => {
			const places = [...where];
			for (let i = 0; i < places.length; i++) {
				const outer = within.get(places[i] as string);
				if (outer && !places.includes(outer)) places.push(outer);
			}
			return {
				id,
				name: name.en,
				start: when.start,
				end: lastDay(when.end ?? when.start),
				participants: participants.map(({ entity }) => entity),
				places,
				what,
				sites: events.filter((part) => part.partOf === id).flatMap((part) => part.where.slice(0, 1)),
			};
		});
}

/** As lib/corpus makes them from the store; ids are the pack's own. */
export function factsOf(
	{ events, claims, articles, sources }: PackSource['records'],
	id: string,
): EventFacts {
	const event = events.find((one) => one.id === id);
	const partsOf = (top: readonly string[]) => {
		const parts = new Set(top);
		for (let size = 0; size < parts.size; ) {
			size = parts.size;
			for (const one of events) if (one.partOf && parts.has(one.partOf)) parts.add(one.id);
		}
		return parts;
	};
	const own = partsOf([id]);
	const around = partsOf([id, ...(event?.relatedTo ?? [])]);
	const held = claims.filter((claim) => around.has(claim.event));
	const reporting = new Set(held.flatMap(({ reports }) => reports.map(({ article }) => article)));
	return {
		id,
		start: event?.when.start ?? '',
		participants: event?.participants.map(({ entity }) => entity) ?? [],
		places: event?.where ?? [],
		claims: held,
		articles: articles.filter((article) => reporting.has(article.id)),
		when: new Map(events.map(({ id, when: { start, end } }) => [id, { start, end: end ?? start }])),
		within: new Set(held.filter((claim) => own.has(claim.event)).map((claim) => claim.id)),
		media: new Set(sources.flatMap(({ entity }) => entity ?? [])),
		publicId: (local) => local,
	};
}

/** What a page comes to: its event, and what it does with that event's claims. */
export interface Answer {
	about: string | null;
	mentions: string[];
	comparison: Comparison | null;
}

export interface GivenText {
	url?: string;
	title: string;
	published: string;
	/** Title and article, in the order of the page. */
	blocks: { role: string; text: string }[];
}

/** As the background answers. `without`: the id of an article that is taken out of the model first, with its reports. */
export async function answer(pack: Pack, text: GivenText, without?: string): Promise<Answer> {
	const texts = text.blocks.map((block) => block.text);
	const { mentions, sentences } = await pack.reader.read(texts);
	const blocks = text.blocks.map(({ role, text }, at) => ({
		role,
		text,
		entities: mentions.filter(({ block }) => block === at).map(({ entity }) => entity),
		terms: sentences.filter(({ block }) => block === at).flatMap(({ terms }) => [...terms]),
	}));
	const recognised = recognise({ title: text.title, published: text.published, blocks }, pack.models);
	const published = text.published || statedDay(text.title, blocks);
	const about = recognised.find(({ relation }) => relation === 'about')?.id ?? null;
	const facts = about && factsOf(pack.records, about);
	return {
		about,
		mentions: recognised.filter(({ relation }) => relation === 'mentions').map(({ id }) => id),
		comparison: facts
			? compare({ url: '', ...text, published, blocks, sentences }, await comparable(pack, facts, without))
			: null,
	};
}

const made = new Map<string, Promise<Comparable>>();

export function comparable(
	{ records, reader }: Pack,
	facts: EventFacts,
	without?: string,
): Promise<Comparable> {
	const key = `${records.claims[0]?.id} ${facts.id} ${without}`;
	const known = made.get(key) ?? make();
	made.set(key, known);
	return known;

	async function make() {
		const left = without ? withoutArticle(facts, without) : facts;
		return { facts: left, known: await know(left, async (text) => (await reader.read([text])).sentences) };
	}
}

function withoutArticle(facts: EventFacts, article: string): EventFacts {
	return {
		...facts,
		articles: facts.articles.filter(({ id }) => id !== article),
		claims: facts.claims.map((claim) => ({
			...claim,
			reports: claim.reports.filter((report) => report.article !== article),
		})),
	};
}

/** Sentences of ours on a page about the event, whose first line says which. */
export async function compareLines(
	pack: Pack,
	lines: readonly string[],
	event: 'vostochny-2023' | 'pyongyang-2024' = 'vostochny-2023',
	published = event === 'vostochny-2023' ? '2023-09-14' : '2024-06-19',
): Promise<Comparison> {
	const { sentences } = await pack.reader.read([LEADS[event], ...lines]);
	const blocks = [LEADS[event], ...lines].map((text) => ({ role: 'body', text }));
	const page = { url: 'https://news.test/1', title: '', published, blocks, sentences };
	return compare(page, await comparable(pack, factsOf(pack.records, event)));
}

const LEADS = {
	'vostochny-2023': '普京，金正恩，东方航天发射场。Vladimir Putin, Kim Jong Un, Vostochny Cosmodrome.',
	'pyongyang-2024': '普京，金正恩，平壤。Vladimir Putin, Kim Jong Un, Pyongyang.',
};
