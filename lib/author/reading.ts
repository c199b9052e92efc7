/**
 * Reads texts with a pack that is not installed anywhere: its names and terms, sentence by sentence, by the very code
 * that runs in the extension. For `pack check` and `pack try`. Touches nothing.
 */
import nlp from 'compromise';
import { cuedSentences, type PlacedSentence } from '../events/index.ts';
import {
	build,
	type Candidate,
	everyTerm,
	find,
	load,
	type Mention,
	strangersIn,
	unpack,
	weigh,
	withLoose,
	withStrangers,
} from '../names/index.ts';
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
			const lists = amongStrangers(texts, unpack(found, texts.length));
			const { mentions, loose } = withLoose(texts, lists);
			const names = Map.groupBy([...mentions, ...loose], ({ block }) => block);
			const blocks = texts.map((text, block) => ({
				text,
				mentions: (names.get(block) ?? []).map(({ start, end, entity }) => ({ start, end, id: entity })),
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

/** People no pack knows are asked for where a page asks for them: in texts with a doubtful name. */
function amongStrangers(texts: readonly string[], lists: readonly Candidate[][]): Candidate[][] {
	const known = new Map(texts.map((text, at) => [text, lists[at] ?? []]));
	const unsure = new Set(weigh(texts, known, new Map()).unsure);
	return texts.map((text, at) => {
		const candidates = lists[at] ?? [];
		return unsure.has(text) ? withStrangers(candidates, strangersIn(text, nlp)) : candidates;
	});
}
