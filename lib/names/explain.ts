/** What became of every candidate, for those who ask why. Never runs in a page. */
import { type Doubt, type Local, namesIn } from './context.ts';
import { find } from './find.ts';
import { type Span, unpack } from './found.ts';
import type { NamesIndex } from './load.ts';
import { type Unmeant, type Verdict, weigh } from './meaning.ts';

/** A candidate in the text number `block`. case: it would be a name with other capitals. */
export interface Explained {
	block: number;
	start: number;
	end: number;
	/** Public id of the entity meant; null for no mention. */
	entity: string | null;
	why: Doubt | Unmeant | 'case' | null;
}

/** `strangers`: people the packs do not know, by text; asked as pages ask. */
export async function explain(
	index: NamesIndex,
	idOf: (ordinal: number) => Promise<string>,
	texts: readonly string[],
	strangers: (texts: readonly string[]) => Promise<Span[][]>,
): Promise<Explained[]> {
	const lists = unpack(await find(index, idOf, texts), texts.length);
	const known = new Map(texts.map((text, at) => [text, lists[at] ?? []]));
	const first = weigh(texts, known, new Map());
	const spans = await strangers(first.unsure).catch(() => []);
	const met = new Map(spans.map((list, at) => [first.unsure[at] as string, list]));
	const { verdicts } = weigh(texts, known, met);
	const judged = new Map(verdicts.map((verdict) => [`${verdict.block} ${verdict.start}`, verdict]));
	return texts.flatMap((text, block) => {
		const found = namesIn(index, text);
		const all = [...found.map((local) => explainOne(local, block)), ...otherCase(index, text, found, block)];
		return all.sort((one, other) => one.start - other.start || one.end - other.end);
	});

	function explainOne({ start, end, doubt, kind }: Local, block: number): Explained {
		const verdict = kind === null ? undefined : judged.get(`${block} ${start}`);
		const why = verdict ? whyNot(verdict, doubt) : doubt;
		return { block, start, end, entity: verdict?.entity ?? null, why };
	}
}

/** What the surroundings said goes before what the page said, unless its strangers lifted that doubt. */
function whyNot(verdict: Verdict, doubt: Doubt | null): Explained['why'] {
	if (verdict.entity !== null) return null;
	if (doubt !== 'unsure') return doubt ?? verdict.why;
	if (verdict.why === 'doubtful') return doubt;
	return verdict.why === 'nobody' ? 'stranger' : verdict.why;
}

/** Capitals throughout satisfy every rule of capitals: what stands there only so was refused for its small letters. */
function otherCase(index: NamesIndex, text: string, found: readonly Local[], block: number): Explained[] {
	const units = Array.from({ length: text.length }, (_, at) => text.charAt(at));
	const capitals = units
		.map((unit) => (unit.toUpperCase().length === 1 ? unit.toUpperCase() : unit))
		.join('');
	const hits = index.scan(capitals);
	const refused: Explained[] = [];
	for (let i = 0; i < hits.length; i += 3) {
		const [start, end] = [hits[i], hits[i + 1]] as [number, number];
		if (found.some((local) => local.start < end && start < local.end)) continue;
		refused.push({ block, start, end, entity: null, why: 'case' });
	}
	return refused;
}
