/** Whether a page is one of the pack's articles, there or copied elsewhere. Touches nothing. */
import { daysBetween, foldKey } from '../text/index.ts';
import type { Comparison } from './compared.ts';
import type { EventFacts } from './known.ts';
import { once } from './once.ts';

interface Page {
	url: string;
	title: string;
	published: string;
	blocks: readonly { text: string }[];
}

/** So many of an article's selectors stand in no other text by chance. */
const SELECTORS = 3;
/** And this part of all it has: papers word bare facts alike, a copy even cut in half has more. */
const SHARE = 0.3;
/** Shorter ones might. */
const SELECTOR_UNITS = 6;

/** By address, else by title and day, else by the few words of it that the pack points at. */
export function articleOf(page: Page, facts: EventFacts): Comparison['article'] {
	const { articles, publicId } = facts;
	const found = (id: string | undefined, by: 'url' | 'title' | 'quotes') =>
		id === undefined ? null : { id: publicId(id), by };
	const address = bare(page.url);
	return (
		found(
			articles.find(({ url }) => url !== undefined && address !== '' && bare(url) === address)?.id,
			'url',
		) ??
		found(articles.find((article) => sameTitle(article, page))?.id, 'title') ??
		found(mostQuoted(page, facts), 'quotes')
	);
}

/** Protocol, `www.`, query and fragment tell nothing of which article it is. */
export const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|[?#].*$/g, '').replace(/\/$/, '');

function sameTitle({ title, published }: EventFacts['articles'][number], page: Page): boolean {
	if (!title || !page.published || Math.abs(daysBetween(published, page.published)) > 1) return false;
	const [one, other] = [plain(title), plain(page.title)];
	// Sites put their own name behind it.
	return one === other || (one.length >= 12 && other.startsWith(one));
}

const plain = (text: string) => foldKey(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** The words an article is known by, folded. */
interface Quoted {
	id: string;
	telling: string[];
}

function mostQuoted({ blocks }: Page, facts: EventFacts): string | undefined {
	const text = blocks.map((block) => plain(block.text)).join('\n');
	const quoted = once(facts, quotesOf, facts).map(({ id, telling }) => ({
		id,
		all: telling.length,
		count: telling.filter((part) => text.includes(part)).length,
	}));
	const best = quoted.sort((a, b) => b.count - a.count)[0];
	return best && best.count >= Math.max(SELECTORS, best.all * SHARE) ? best.id : undefined;
}

function quotesOf({ articles, claims }: EventFacts): Quoted[] {
	const quotes = articles.map(({ id }) => {
		const own = claims.flatMap(({ reports }) => reports.filter(({ article }) => article === id));
		return { id, exact: [...new Set(own.map(({ at }) => plain(at.exact)))] };
	});
	// What another article is quoted with, or a longer quote of the same holds, tells nothing more.
	const tells = (id: string, part: string) =>
		part.length >= SELECTOR_UNITS &&
		!quotes.some((one) =>
			one.exact.some((other) => other.includes(part) && (one.id !== id || other !== part)),
		);
	return quotes.map(({ id, exact }) => ({ id, telling: exact.filter((part) => tells(id, part)) }));
}
