/**
 * Which text is the article: a role for each block, from structure, link density and the words that end articles.
 * Reads the DOM, never layout.
 */
import type { Role } from '../messages/page.ts';
import { type Article, findArticle } from './article.ts';
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
	const roleAround = placeRoles();
	const places = blocks.map(({ element }) => roleAround(element));
	const open = new Map(blocks.map((block, i) => [block, places[i] === null]));
	const article = findArticle(blocks, (block) => open.get(block) === true);
	const last = lastParagraph(blocks, article, open);
	let paragraphs = 0;
	let over = false;
	let titled = false;
	return blocks.map((block, i) => {
		const { element, text, linked } = block;
		const place = places[i];
		if (!titled && place !== 'chrome' && isTitle(element, text, title)) {
			titled = true;
			return 'title';
		}
		if (place) return place;
		if (!article?.holds(block)) return paragraphs === 0 && isDateline(text) ? 'dateline' : 'teaser';
		if (paragraphs >= BODY_BEFORE && closing.has(text)) over = true;
		if (over || i > last) return 'teaser';
		if (linked > 0.6 && text.length < 120) return 'teaser';
		if (article.paragraph(block)) paragraphs++;
		else if (paragraphs === 0) return isDateline(text) ? 'dateline' : 'body';
		return 'body';
	});
}

/** Short lines after the last paragraph are signatures, tags and links. */
function lastParagraph(
	blocks: readonly TextBlock[],
	article: Article | null,
	open: ReadonlyMap<TextBlock, boolean>,
): number {
	for (let i = blocks.length - 1; i >= 0; i--) {
		const block = blocks[i] as TextBlock;
		if (open.get(block) && article?.holds(block) && article.paragraph(block)) return i;
	}
	return blocks.length;
}

const isDateline = (text: string) => text.length < 60 && /\d{4}|\d{1,2}:\d{2}/.test(text);

/** What the elements around a block make of it, each element looked at once; null when they leave it open. */
function placeRoles(): (element: Element) => Role | null {
	const known = new Map<Element, Role | null>();
	const roleOf = (element: Element): Role | null => {
		let role = known.get(element);
		if (role === undefined) {
			role = ownRole(element) ?? (element.parentElement ? roleOf(element.parentElement) : null);
			known.set(element, role);
		}
		return role;
	};
	return roleOf;
}

function ownRole(element: Element): Role | null {
	const named = BY_NAME[element.localName];
	if (named !== undefined) return named;
	if (!element.hasAttributes()) return null;
	const role = element.getAttribute('role');
	if (role && CHROME_ROLE.test(role)) return 'chrome';
	if (role === 'complementary') return 'teaser';
	const words = `${element.id} ${element.getAttribute('class') ?? ''}`;
	return words.length > 1 ? (WORDS.find(([form]) => form.test(words))?.[1] ?? null) : null;
}

function isTitle(element: Element, text: string, title: string): boolean {
	if (element.closest('h1')) return true;
	const line = text.trim();
	return line.length > 7 && title.startsWith(line);
}
