/** An event with its claims, made ready to be held against pages: once for each version of a pack. Touches nothing. */
import type { Article, Claim } from '../packs/index.ts';
import type { Cued } from './cues.ts';
import { type Expected, type Mood, putIn } from './mood-of.ts';
import { originsOf } from './origins.ts';
import type { PlacedSentence } from './sentences.ts';

/** An event with all that is said of it, its parts, and what it followed from or led to. Ids are the pack's own. */
export interface EventFacts {
	/** Public id. */
	id: string;
	/** ISO 8601, as exact as known. */
	start: string;
	participants: readonly string[];
	/** The exact place first. */
	places: readonly string[];
	claims: readonly Claim[];
	articles: readonly Article[];
	/** When each event happened that a claim belongs to, by id. */
	when: ReadonlyMap<string, { start: string; end: string }>;
	/** Claims of the event itself and of its parts; the others are of events it is related to. */
	within: ReadonlySet<string>;
	/** Entities that are outlets and agencies. */
	media: ReadonlySet<string>;
	/** The public id of a record of the pack. */
	publicId(id: string): string;
}

/** One way a remark is told, and which articles tell it so. */
export interface Variant {
	articles: readonly string[];
	moods: ReadonlySet<Mood>;
	/** Terms that set it apart from the others. */
	ids: ReadonlySet<string>;
}

export interface Known extends Cued {
	claim: Claim;
	expected: Expected;
	weights: readonly number[];
	/** The claim's own wording first; one where all tell it alike. */
	variants: readonly Variant[];
	origins: number;
	/** What must stand in a sentence that is on the claim's scope. */
	scope: ReadonlySet<string>;
}

/** Reads a text of the pack's as pages are read. */
export type ReadText = (text: string) => Promise<readonly PlacedSentence[]>;

export async function know({ claims, articles }: EventFacts, read: ReadText): Promise<Known[]> {
	const uses = new Map<string, number>();
	for (const cue of claims.flatMap(({ cues }) => [...new Set(cues.flat().map(String))]))
		uses.set(cue, (uses.get(cue) ?? 0) + 1);
	const rarity = (cue: unknown) => (typeof cue === 'string' ? 1 / (uses.get(cue) ?? 1) : 0.5);
	return Promise.all(
		claims.map(async (claim) => {
			const own = await moodsOfText(claim, Object.values(claim.text), read);
			return {
				claim,
				cues: claim.cues,
				values: claim.values,
				...(claim.speaker !== undefined && { speaker: claim.speaker }),
				expected: { modality: claim.modality, kind: claim.kind, knownFrom: claim.knownFrom, own },
				weights: claim.cues.map((group) => 0.1 + Math.max(...group.map(rarity))),
				variants: await variantsOf(claim, read),
				origins: originsOf(claim, articles).size,
				scope: claim.scope ? idsIn(await read(claim.scope.en)) : new Set<string>(),
			};
		}),
	);
}

async function moodsOfText({ cues }: Claim, texts: readonly string[], read: ReadText): Promise<Set<Mood>> {
	const moods = new Set<Mood>();
	for (const text of texts) {
		for (const sentence of await read(text)) {
			const group = cues.find((ids) => ids.some((id) => typeof id === 'string' && sentence.terms.has(id)));
			const asked = new Set<unknown>(cues.flat());
			const words = sentence.places.filter(({ id }) => group?.includes(id) && sentence.terms.has(id));
			const all = sentence.places.filter(({ id }) => asked.has(id));
			for (const put of putIn(sentence, words, all)) for (const mood of put.moods) moods.add(mood);
		}
	}
	// That it is over is no way of putting it that would excuse another.
	moods.delete('past');
	return moods;
}

/** Only where articles word the remark unlike one another is there more than one. */
async function variantsOf(claim: Claim, read: ReadText): Promise<Variant[]> {
	const unlike = claim.reports.filter(({ stance, wording }) => stance === 'words-otherwise' && wording);
	if (unlike.length === 0) return [];
	const alike = claim.reports.filter(({ stance }) => stance === 'reports');
	const told = [
		{ articles: alike.map(({ article }) => article), texts: claim.text },
		...unlike.map(({ article, wording }) => ({ articles: [article], texts: wording ?? claim.text })),
	];
	const readAll = await Promise.all(
		told.map(async ({ articles, texts }) => ({
			articles,
			moods: await moodsOfText(claim, [texts.en], read),
			ids: termsIn(await read(texts.en)),
		})),
	);
	// What every telling of it has tells none apart: its act, and what the cues leave no choice about.
	const always = new Set(
		claim.cues.flatMap((group, at) => (at === 0 || group.length === 1 ? group : [])).map(String),
	);
	return readAll.map((one) => ({
		...one,
		ids: new Set(
			[...one.ids].filter(
				(id) => !always.has(id) && readAll.some((other) => other !== one && !other.ids.has(id)),
			),
		),
	}));
}

const termsIn = (sentences: readonly PlacedSentence[]) =>
	new Set(sentences.flatMap(({ terms }) => [...terms]));
const idsIn = (sentences: readonly PlacedSentence[]) =>
	new Set(sentences.flatMap(({ entities, terms }) => [...entities, ...terms]));
