/** The pack of the meetings, read from its source: what unit tests and the bench compare texts with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackReader, type PackSource, packReader, readPack } from '../../lib/author/index.ts';
import { type Comparison, compare, type EventFacts, type Model, recognise } from '../../lib/events/index.ts';
import { lastDay } from '../../lib/text/index.ts';

export interface Pack {
	records: PackSource['records'];
	reader: PackReader;
	models: Model[];
}

export async function openPack(folder: string): Promise<Pack> {
	const { source } = readPack(
		readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
	);
	if (!source) throw new Error(`${folder} is not sound`);
	return {
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
			};
		});
}

/** An event with the claims of all its parts, and of what it followed from or led to; ids are the pack's own. */
export function factsOf({ events, claims, articles }: PackSource['records'], id: string): EventFacts {
	const event = events.find((one) => one.id === id);
	const within = new Set([id, ...(event?.relatedTo ?? [])]);
	for (let size = 0; size < within.size; ) {
		size = within.size;
		for (const one of events) if (one.partOf && within.has(one.partOf)) within.add(one.id);
	}
	const held = claims.filter((claim) => within.has(claim.event));
	const reporting = new Set(held.flatMap(({ reports }) => reports.map(({ article }) => article)));
	return {
		id,
		start: event?.when.start ?? '',
		claims: held,
		articles: articles.filter((article) => reporting.has(article.id)),
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
	const about = recognised.find(({ relation }) => relation === 'about')?.id ?? null;
	const facts = about && factsOf(pack.records, about);
	return {
		about,
		mentions: recognised.filter(({ relation }) => relation === 'mentions').map(({ id }) => id),
		comparison: facts
			? compare({ url: '', ...text, blocks, sentences }, without ? withoutArticle(facts, without) : facts)
			: null,
	};
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
