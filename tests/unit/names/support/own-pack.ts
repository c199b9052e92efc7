/** The names of our own pack, from its YAML, and the way a page's text goes through the index: as at run time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { readPack } from '../../../../lib/author/index.ts';
import { find, type Name, type NamesIndex, type Span, unpack, weigh } from '../../../../lib/names/index.ts';
import { strangersIn } from '../../../../lib/names/strangers.ts';
import { namesOf } from '../../../../lib/packs/index.ts';

const OWN = 'seeds/putin-kim-summits';

export interface OwnNames {
	names: Name[];
	/** Ids by ordinal. */
	ids: string[];
}

export function ownNames(): OwnNames {
	const files = readdirSync(OWN).map((path) => ({ path, text: readFileSync(join(OWN, path), 'utf8') }));
	const { source, problems } = readPack(files);
	if (!source) throw new Error(`the pack has ${problems.length} problems`);
	const { entities } = source.records;
	return { names: entities.flatMap(namesOf), ids: entities.map(({ id }) => id) };
}

export interface Read {
	block: number;
	start: number;
	end: number;
	entity: string;
}

export const taggedBy = (text: string): Span[] => strangersIn(text, nlp);

/** Mentions on a page of these texts, as background, worker and overlay find them together. */
export async function readPage(
	index: NamesIndex,
	ids: readonly string[],
	texts: readonly string[],
	strangers: ((text: string) => Span[]) | null = taggedBy,
): Promise<Read[]> {
	const lists = unpack(
		await find(index, async (ordinal) => ids[ordinal] ?? String(ordinal), texts),
		texts.length,
	);
	const known = new Map(texts.map((text, at) => [text, lists[at] ?? []]));
	const first = weigh(texts, known, new Map());
	const met = new Map(strangers ? first.unsure.map((text) => [text, strangers(text)] as const) : []);
	const { verdicts } = met.size > 0 ? weigh(texts, known, met) : first;
	return verdicts.flatMap(({ block, start, end, entity }) =>
		entity === null ? [] : [{ block, start, end, entity }],
	);
}
