/** Lines of one list that bear the same name but are of different packs: each says which pack it is of. Touches nothing. */
import { foldKey, type Reader, say } from '../text/index.ts';
import type { Corpus } from './corpus.ts';
import { splitId } from './ids.ts';
import type { Said } from './views.ts';

interface Line {
	id: string;
	name?: Said;
	title?: Said | null;
	pack?: Said;
}

/** Packs may disagree, and their editors answer for themselves. */
export function apart<T extends Line>(
	lines: readonly T[],
	{ heads }: Pick<Corpus, 'heads'>,
	reader: Reader,
): T[] {
	if (heads.size < 2) return [...lines];
	const packs = new Map<string, Set<string>>();
	for (const line of lines) {
		const key = keyOf(line);
		packs.set(key, (packs.get(key) ?? new Set()).add(splitId(line.id)[0]));
	}
	return lines.map((line) => {
		const title = heads.get(splitId(line.id)[0])?.manifest.title;
		return title && (packs.get(keyOf(line))?.size ?? 0) > 1 ? { ...line, pack: say(title, reader) } : line;
	});
}

const keyOf = ({ name, title }: Line): string => foldKey((name ?? title)?.text ?? '');
