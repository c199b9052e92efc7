/** From a page and its comparison to what is kept of it. Touches nothing. */
import type { Compared, Comparison, Spot } from '../events/index.ts';
import type { Lang } from '../packs/records.ts';
import { readerOf } from '../text/language.ts';
import { bareUrl, type Kept, type KeptClaim } from './kept.ts';

interface KeptPage {
	url: string;
	title: string;
	lang: string;
	/** ISO 8601. */
	published: string;
	blocks: readonly { text: string }[];
}

const HAN = 20;
const WORDS = 12;
const LENGTH = 96;

const STANCES: Partial<Record<Compared['state'], KeptClaim['stance']>> = {
	found: 'reports',
	'finer-here': 'reports',
	'finer-elsewhere': 'reports',
	worded: 'words-otherwise',
	differs: 'differs',
};

/** null for an article that the pack has already. `published`: where the page itself states none. */
export function keptOf(
	page: KeptPage,
	comparison: Comparison,
	now: number,
	published = page.published,
): Kept | null {
	if (comparison.article !== null || !URL.canParse(page.url)) return null;
	const url = bareUrl(page.url);
	return {
		id: `kept-${hash(url)}`,
		event: comparison.event,
		url,
		title: page.title.slice(0, 256),
		outlet: new URL(url).hostname.replace(/^www\./, ''),
		lang: langOf(page),
		published: momentOf(published),
		at: now,
		claims: comparison.claims.flatMap((one) => claimOf(one, page.blocks)),
	};
}

function claimOf(one: Compared, blocks: KeptPage['blocks']): KeptClaim[] {
	const stance = STANCES[one.state];
	const [first] = one.sentences;
	const text = first && blocks[first.block]?.text;
	if (!stance || !first || !text) return [];
	const exact = pointer(
		text,
		first,
		one.words.filter((word) => word.block === first.block),
	);
	return exact === '' ? [] : [{ claim: one.claim, stance, exact, note: '' }];
}

/** From the first to the last word it was known by, whole words, as long as a selector may be; else fewer of them. */
function pointer(text: string, sentence: Spot, words: readonly Spot[]): string {
	const inside = words
		.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
		.sort((a, b) => a.start - b.start);
	for (let from = 0; from < inside.length; from++) {
		for (let to = inside.length - 1; to >= from; to--) {
			const exact = whole(text, inside[from]?.start ?? 0, inside[to]?.end ?? 0);
			if (fits(exact)) return exact;
		}
	}
	return '';
}

const fits = (exact: string) => {
	const han = exact.match(/\p{Script=Han}/gu)?.length ?? 0;
	const words = exact.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
	return exact.trim().length >= 2 && exact.length <= LENGTH && han <= HAN && words <= WORDS + han;
};

/** Widened to word boundaries: browsers find a text fragment nowhere else. */
function whole(text: string, start: number, end: number): string {
	const words = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)];
	const from = words.findLast(({ index }) => index <= start)?.index ?? start;
	const to = words.find(({ index }) => index >= end)?.index ?? text.length;
	return text.slice(from, to).trim();
}

function langOf({ lang, title }: KeptPage): Lang {
	if (/^zh\b/i.test(lang)) return readerOf(lang);
	return /\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'en';
}

/** As packs write it: seconds and finer are nobody's business. */
function momentOf(published: string): string {
	const moment =
		/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?/.exec(published)?.[0] ??
		'';
	return moment.replace(/\.\d+/, '');
}

/** FNV-1a, 52 bits in 13 hexadecimal digits: the same page has the same id. */
function hash(text: string): string {
	let value = 0xcbf29ce484222325n;
	for (const unit of new TextEncoder().encode(text))
		value = ((value ^ BigInt(unit)) * 0x100000001b3n) & 0xffffffffffffffffn;
	return value.toString(16).padStart(16, '0').slice(0, 13);
}
