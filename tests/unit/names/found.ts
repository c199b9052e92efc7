/** Short ways to build an index from plain texts and to read what it found. */
import { build, load, type Name, type NamesIndex } from '../../../lib/names/index.ts';

export const name = (text: string, entity = 1, strength: Name['strength'] = 'strong'): Name => ({
	text,
	entity,
	strength,
});

export async function indexOf(...names: (Name | string)[]): Promise<NamesIndex> {
	return load(await build(names.map((given, at) => (typeof given === 'string' ? name(given, at) : given))));
}

/** The stretches of `text` that were found. */
export function found(index: NamesIndex, text: string): string[] {
	return hits(index, text).map(({ start, end }) => text.slice(start, end));
}

export function hits(index: NamesIndex, text: string) {
	const flat = index.scan(text);
	return Array.from({ length: flat.length / 3 }, (_, at) => {
		const [start = -1, end = -1, ref = -1] = flat.subarray(at * 3, at * 3 + 3);
		return { start, end, entities: index.bearers(ref).map(({ entity }) => entity) };
	});
}
