/**
 * Reads texts with a pack that is not installed anywhere: its names and terms, sentence by sentence, by the very code
 * that runs in the extension. For `pack check` and `pack try`. Touches nothing.
 */
import { cuedSentences, type PlacedSentence } from '../events/index.ts';
import { build, everyTerm, find, load, type Mention, unpack, withLoose } from '../names/index.ts';
import { formsOf, namesOf } from '../packs/index.ts';
import type { Records } from './source.ts';

export interface PackReader {
	/** Blocks in the order of the page. Ids are the pack's own. */
	read(texts: readonly string[]): Promise<{ mentions: Mention[]; sentences: PlacedSentence[] }>;
}

export async function packReader({ entities, terms }: Records): Promise<PackReader> {
	const nameIndex = load(await build(entities.flatMap(namesOf)));
	const termIndex = load(await build(terms.flatMap(formsOf)));
	const idOf = async (entity: number) => entities[entity]?.id ?? '';

	return {
		async read(texts) {
			const found = await find(nameIndex, idOf, texts);
			const lists = unpack(found, texts.length);
			const { mentions, loose } = withLoose(texts, lists);
			const names = [...mentions, ...loose];
			const blocks = texts.map((text, block) => ({
				text,
				mentions: names
					.filter((one) => one.block === block)
					.map(({ start, end, entity }) => ({ start, end, id: entity })),
				terms: everyTerm(termIndex, text).map(({ start, end, term }) => ({
					start,
					end,
					id: terms[term]?.id ?? '',
				})),
			}));
			return { mentions, sentences: cuedSentences(blocks) };
		},
	};
}
