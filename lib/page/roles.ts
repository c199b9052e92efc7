/**
 * Which text is the article: a role for each block, from structure, link density and the words that end articles.
 * Reads the DOM, never layout.
 */
import type { Role } from '../messages/page.ts';
import { type Around, aroundEach } from './around.ts';
import { findArticle, isParagraph } from './article.ts';
import type { TextBlock } from './blocks.ts';

/** What an element says of all text in it, by its name, its role and the words of its id and classes. */
const BY_NAME: Readonly<Record<string, Role | null>> = {
	// Any name may stand on a page.
	__proto__: null,
	body: null,
	html: null,
	article: null,
	main: null,
	nav: 'chrome',
	footer: 'chrome',
	menu: 'chrome',
	dialog: 'chrome',
	figcaption: 'caption',
	caption: 'caption',
	aside: 'teaser',
};
const CHROME_ROLE = /^(?:navigation|contentinfo|search|menu|menubar|dialog|toolbar)$/;
const WORDS: [RegExp, Role][] = [
	[/\b(?:comments?|disqus|guestbook|pinglun)\b/i, 'comment'],
	[/\b(?:caption|photo-?desc)\b/i, 'caption'],
	[
		/\b(?:breadcrumbs?|crumbs?|copyright|cookies?|share|sharing|social|toolbar|pagination|pager|skip-link|menu|navbar|nav|footer|login|subscribe|newsletter)\b/i,
		'chrome',
	],
	[
		/\b(?:related|recommend(?:ed|ation)?s?|sidebar|hot-?news|most-?read|more-?news|also-?like|relate|ranking|promo)\b/i,
		'teaser',
	],
];

/** Paragraphs that stand before that line. */
const BODY_BEFORE = 3;

/** Roles by block, in the same order. `closing`: lines by which outlets say that the article is over. */
export function rolesOf(
	blocks: readonly TextBlock[],
	title: string,
	closing: Pick<ReadonlySet<string>, 'has'>,
): Role[] {
	const arounds = aroundEach(blocks, ownRole);
	const holds = findArticle(blocks, arounds);
	const last = lastParagraph(blocks, arounds, holds);
	let paragraphs = 0;
	let over = false;
	let titled = false;
	return blocks.map((block, i) => {
		const { text, linked } = block;
		const around = arounds[i] as Around;
		if (!titled && around.role !== 'chrome' && (around.heading || begins(title, text))) {
			titled = true;
			return 'title';
		}
		if (around.role) return around.role;
		if (!holds?.(around)) return paragraphs === 0 && isDateline(text) ? 'dateline' : 'teaser';
		if (paragraphs >= BODY_BEFORE && closing.has(text)) over = true;
		if (over || i > last) return 'teaser';
		if (linked > 0.6 && text.length < 120) return 'teaser';
		if (isParagraph(block)) paragraphs++;
		else if (paragraphs === 0) return isDateline(text) ? 'dateline' : 'body';
		return 'body';
	});
}

/** Short lines after the last paragraph are signatures, tags and links. */
function lastParagraph(
	blocks: readonly TextBlock[],
	arounds: readonly Around[],
	holds: ReturnType<typeof findArticle>,
): number {
	for (let i = blocks.length - 1; i >= 0; i--) {
		const around = arounds[i] as Around;
		if (around.role === null && holds?.(around) && isParagraph(blocks[i] as TextBlock)) return i;
	}
	return blocks.length;
}

const isDateline = (text: string) => text.length < 60 && /\d{4}|\d{1,2}:\d{2}/.test(text);

function ownRole(element: Element, name: string): Role | null {
	const named = BY_NAME[name];
	if (named !== undefined) return named;
	if (!element.hasAttributes()) return null;
	const role = element.getAttribute('role');
	if (role && CHROME_ROLE.test(role)) return 'chrome';
	if (role === 'complementary') return 'teaser';
	const words = `${element.id} ${element.getAttribute('class') ?? ''}`;
	return words.length > 1 ? (WORDS.find(([form]) => form.test(words))?.[1] ?? null) : null;
}

function begins(title: string, text: string): boolean {
	const line = text.trim();
	return line.length > 7 && title.startsWith(line);
}
