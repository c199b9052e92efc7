/** The pack of the meetings, read from its source: what unit tests and the bench compare texts with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackReader, type PackSource, packReader, readPack } from '../../../../lib/author/index.ts';
import type { EventFacts, Model } from '../../../../lib/events/index.ts';
import { lastDay } from '../../../../lib/text/index.ts';

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

/** An event with the claims of all its parts; ids are the pack's own. */
export function factsOf({ events, claims, articles }: PackSource['records'], id: string): EventFacts {
	const within = new Set([id]);
	for (let size = 0; size < within.size; ) {
		size = within.size;
		for (const event of events) if (event.partOf && within.has(event.partOf)) within.add(event.id);
	}
	const held = claims.filter(({ event }) => within.has(event));
	const reporting = new Set(held.flatMap(({ reports }) => reports.map(({ article }) => article)));
	return {
		id,
		start: events.find((event) => event.id === id)?.when.start ?? '',
		claims: held,
		articles: articles.filter((article) => reporting.has(article.id)),
		publicId: (local) => local,
	};
}
