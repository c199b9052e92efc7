/** What a page does with the claims of its event. Touches nothing. */
import { articleOf } from './article.ts';
import type { Compared, Comparison, Spot } from './compared.ts';
import { cuePlaces, type Firing, hold, type Setting, whole } from './cues.ts';
import { differing } from './differs.ts';
import { finer, unlikeIn } from './exactness.ts';
import type { EventFacts, Known } from './known.ts';
import { whyNoList } from './lists.ts';
import type { PlacedSentence } from './sentences.ts';
import { elsewhen } from './when.ts';

/** A page as it was read: its sentences with names and terms by the pack's own ids. */
export interface ReadPage {
	url: string;
	title: string;
	/** ISO 8601; '' when the page states none. */
	published: string;
	/** What sentences count their blocks by. */
	blocks: readonly { role: string; text: string }[];
	sentences: readonly PlacedSentence[];
}

/** An event that pages can be compared with. */
export interface Comparable {
	facts: EventFacts;
	known: readonly Known[];
}

/** Below it nothing on the page comes near a claim. */
const LOWER = 0.45;
/** Sentences at the top, the title among them, say whom a text is about; and who is named in so many further ones. */
const TOP = 4;
const OFTEN = 4;
/** Only these state claims. */
const EVIDENCE = new Set(['title', 'dateline', 'body', 'caption']);

interface Held {
	page: ReadPage;
	sentences: readonly PlacedSentence[];
	setting: Setting;
	facts: EventFacts;
	/** The pack's article that the page is, by the pack's own id. */
	own: string | null;
}

export function compare(page: ReadPage, { facts, known }: Comparable): Comparison {
	const article = articleOf(page, facts);
	const noList = whyNoList(page, facts.start);
	const sentences = page.sentences.filter(({ block }) => EVIDENCE.has(page.blocks[block]?.role ?? 'body'));
	const held: Held = {
		page,
		sentences,
		facts,
		setting: {
			published: page.published,
			topical: topicOf(sentences, facts),
			participants: new Set(facts.participants),
			places: new Set(facts.places),
			media: facts.media,
			kin: kinOf(known, facts),
		},
		own: article && (facts.articles.find(({ id }) => facts.publicId(id) === article.id)?.id ?? null),
	};
	const claims = noList === 'unsure' ? [] : known.flatMap((one) => comparedTo(one, held, known) ?? []);
	return {
		event: facts.id,
		article,
		noList,
		claims: inOrder(
			claims.filter(({ state }) => noList === null || (state !== 'no-match' && state !== 'came-later')),
			{ facts, known },
		),
	};
}

/** In so many claims something else may stand where a participant does. */
const STANDS_IN = 2;

/** Who may stand for a participant in the claims' own cues: 莫斯科 for 普京. */
function kinOf(known: readonly Known[], { participants }: EventFacts): Set<string> {
	const counts = new Map<string, number>();
	for (const group of known.flatMap(({ cues }) => cues))
		if (group.some((cue) => typeof cue === 'string' && participants.includes(cue)))
			for (const cue of group) if (typeof cue === 'string') counts.set(cue, (counts.get(cue) ?? 0) + 1);
	return new Set([...counts].filter(([, count]) => count >= STANDS_IN).map(([id]) => id));
}

function topicOf(sentences: readonly PlacedSentence[], { participants, places }: EventFacts): Set<string> {
	const named = new Map<string, number>();
	for (const id of sentences.flatMap(({ entities }) => [...entities]))
		named.set(id, (named.get(id) ?? 0) + 1);
	const often = [...named].filter(([, count]) => count >= OFTEN).map(([id]) => id);
	const top = sentences.slice(0, TOP).flatMap(({ entities }) => [...entities]);
	return new Set([...participants, ...places, ...top, ...often]);
}

/** null: neither in one list nor in the other. */
function comparedTo(one: Known, held: Held, known: readonly Known[]): Compared | null {
	const { claim } = one;
	const { sentences, setting, facts, own, page } = held;
	const base = { claim: facts.publicId(claim.id), sentences: [], words: [], values: {}, unlike: [] };
	const when = facts.when.get(claim.event);
	const stated = hold(one, sentences, setting, LOWER);
	const full = whole(stated.full).filter(
		(firing) =>
			!tellers(firing, sentences).some((at) => when && elsewhen(sentences[at] as PlacedSentence, one, when)),
	);
	const entered = own !== null && claim.reports.some(({ article }) => article === own);
	const good = full.filter((firing) => firing.fits);
	if (good.length > 0 && (own === null || entered)) return found(one, good, held, known);
	if (entered) return { ...base, state: 'found', ...pointed(claim, held), score: 1 };
	const other = own === null ? differing(one, held, known) : null;
	if (other) return other;
	if (full.length > 0 && own === null) return null;
	const score = stated.near?.score ?? 0;
	if (page.published && claim.knownFrom.slice(0, 10) > page.published.slice(0, 10))
		return { ...base, state: 'came-later', score };
	return score < LOWER && full.length === 0 ? { ...base, state: 'no-match', score } : null;
}

/** Of two sentences those that tell what was done: the other only says by whom, or where. */
function tellers({ sentences: positions, met }: Firing, sentences: readonly PlacedSentence[]): number[] {
	const tells = (at: number, group: readonly string[]) => group.some((cue) => sentences[at]?.terms.has(cue));
	const act = met.find((group) => positions.some((at) => tells(at, group))) ?? [];
	const own = positions.filter((at) => tells(at, act));
	return own.length > 0 ? own : positions;
}

function found(one: Known, firings: readonly Firing[], held: Held, known: readonly Known[]): Compared {
	const { facts, sentences, own } = held;
	const stated = {
		claim: facts.publicId(one.claim.id),
		...spotsOf(firings, sentences),
		values: bestValues(firings),
		score: 1,
	};
	const differs = differing(one, held, known, firings);
	if (differs) return { ...differs, ...stated, state: 'differs', unlike: differs.unlike };
	const unlike = unlikeIn(one, firings, sentences, own);
	if (unlike.length > 0) return { ...stated, state: 'worded', unlike: unlike.map(facts.publicId) };
	return { ...stated, state: finer(one.claim, stated.values, own) ?? 'found', unlike: [] };
}

/** Where the text is that the pack's editor pointed at, on a page that is the pack's article. */
function pointed({ reports }: Known['claim'], { page, own }: Held): Pick<Compared, 'sentences'> {
	const exact = reports.find(({ article }) => article === own)?.at.exact ?? '';
	const at = page.sentences.find(({ text }) => text.includes(exact));
	return { sentences: at ? [{ block: at.block, start: at.start, end: at.end }] : [] };
}

export function spotsOf(firings: readonly Firing[], sentences: readonly PlacedSentence[]) {
	const spots: Spot[] = [];
	const words: Spot[] = [];
	for (const { sentences: positions, met } of firings) {
		for (const at of positions) {
			const sentence = sentences[at] as PlacedSentence;
			const { block } = sentence;
			note(spots, block, sentence);
			for (const place of cuePlaces(met, sentence)) note(words, block, place);
		}
	}
	return { sentences: spots, words };
}

function note(into: Spot[], block: number, { start, end }: { start: number; end: number }): void {
	if (!into.some((one) => one.start === start && one.end === end && one.block === block))
		into.push({ block, start, end });
}

const RANK = ['same', 'finer', 'coarser', 'other', 'none'] as const;

function bestValues(firings: readonly Firing[]): Compared['values'] {
	const best: Compared['values'] = {};
	for (const { values } of firings) {
		for (const [name, match] of Object.entries(values)) {
			const before = best[name];
			if (!before || RANK.indexOf(match) < RANK.indexOf(before)) best[name] = match;
		}
	}
	return best;
}

/** Claims with two origins or more first, those of the event itself before those of what surrounds it. */
function inOrder(claims: readonly Compared[], { facts, known }: Comparable): Compared[] {
	const rank = new Map(
		known.map(({ claim, origins }) => {
			const several = origins >= 2 ? 100 + origins : 0;
			const own = facts.within.has(claim.id) ? 10 : 0;
			return [facts.publicId(claim.id), several + own - (claim.kind === 'assessment' ? 5 : 0)];
		}),
	);
	return [...claims].sort((a, b) => (rank.get(b.claim) ?? 0) - (rank.get(a.claim) ?? 0) || a.score - b.score);
}
