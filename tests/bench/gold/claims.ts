/** Which claims' cues fire on a text, by the pack's source: what is recognised before modality and comparison are weighed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packReader, readPack } from '../../../lib/author/index.ts';
import { firings } from '../../../lib/events/index.ts';

export const PACK = 'seeds/putin-kim-summits';

/** A function from the blocks of a page to the ids of the claims they state. */
export async function claimReader(): Promise<
	(blocks: readonly string[], published: string) => Promise<Set<string>>
> {
	const files = readdirSync(PACK).map((path) => ({ path, text: readFileSync(join(PACK, path), 'utf8') }));
	const { source } = readPack(files);
	if (!source) throw new Error('the pack is not sound');
	const reader = await packReader(source.records);
	const { claims } = source.records;
	return async (blocks, published) => {
		const { sentences } = await reader.read(blocks);
		return new Set(
			claims.filter((claim) => firings(claim, sentences, { published }).length > 0).map(({ id }) => id),
		);
	};
}
