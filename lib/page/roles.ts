/**
 * Which text is the article: a role for each block, from structure, link density and the words that end articles.
 * Reads the DOM, never layout.
 */
import type { Role } from '../messages/page.ts';
import type { TextBlock } from './blocks.ts';

const CHROME =
	'nav, footer, menu, form, dialog, [role=navigation], [role=contentinfo], [role=search], [role=menu], [role=dialog]';
const TEASER = 'aside, [role=complementary]';
const COMMENT = '[id*=comment i], [class*=comment i], [id*=disqus i]';
const CAPTION = 'figcaption, caption, [class*=caption i]';

/** A short line by which outlets say that the article is over and other stories begin. */
const AFTER =
	/^(热门新闻|熱門新聞|更多文章|更多新闻|更多新聞|相关(报道|报导|新闻|阅读|文章)|相關(報導|報道|新聞|閱讀|文章)|延伸(阅读|閱讀)|推荐阅读|推薦閱讀|你可能(也|还|還)?(喜欢|喜歡|感兴趣|感興趣)|猜你喜欢|阅读全文|分享(到|至)?\s*[:：]?|评论|評論|留言.{0,4}|related( articles| stories| coverage)?|more (stories|from .{1,40})|most (read|popular)|read (more|next)|recommended|you may also like|comments|share( this)?)\s*[:：]?$/i;
/** Body text must stand before that line. */
const BODY_BEFORE = 3;

/** Roles by block, in the same order. */
export function rolesOf(blocks: readonly TextBlock[], title: string): Role[] {
	const inArticle = articleElement(blocks);
	let body = 0;
	let over = false;
	let titled = false;
	return blocks.map((block) => {
		const { element, text, linked } = block;
		const role = roleByPlace(block, inArticle);
		if (role !== 'body') return role;
		if (body >= BODY_BEFORE && AFTER.test(text.trim())) over = true;
		if (over) return 'teaser';
		if (!titled && isTitle(element, text, title)) {
			titled = true;
			return 'title';
		}
		if (linked > 0.6 && text.length < 120) return 'teaser';
		if (body === 0 && text.length < 60 && /\d{4}|\d{1,2}:\d{2}/.test(text)) return 'dateline';
		if (text.length > 40) body++;
		return 'body';
	});
}

function roleByPlace({ element }: TextBlock, article: Element | null): Role {
	if (element.closest(CHROME)) return 'chrome';
	if (element.closest(COMMENT)) return 'comment';
	if (element.closest(TEASER)) return 'teaser';
	if (element.closest(CAPTION)) return 'caption';
	if (article && !article.contains(element))
		return element.closest('header') ? 'chrome' : /^H1$/.test(element.tagName) ? 'body' : 'teaser';
	return 'body';
}

/** The one <article> or <main> that holds most of the text, if there is one. */
function articleElement(blocks: readonly TextBlock[]): Element | null {
	const sizes = new Map<Element, number>();
	let all = 0;
	for (const { element, text, linked } of blocks) {
		const size = text.length * (1 - linked);
		all += size;
		const holder = element.closest('article, [role=article], [itemprop=articleBody], main, [role=main]');
		if (holder) sizes.set(holder, (sizes.get(holder) ?? 0) + size);
	}
	const [best] = [...sizes].sort((a, b) => b[1] - a[1]);
	return best && best[1] > all * 0.4 ? best[0] : null;
}

function isTitle(element: Element, text: string, title: string): boolean {
	if (element.closest('h1')) return true;
	const line = text.trim();
	return line.length > 7 && title.startsWith(line);
}
