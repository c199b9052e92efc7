/** Which pages get no list of what they do not tell, and in what order the others get theirs. Touches nothing. */
import { daysBetween } from '../text/index.ts';
import type { Comparison } from './compared.ts';

interface Page {
	title: string;
	/** ISO 8601; '' when the page states none. */
	published: string;
	blocks: readonly { role: string; text: string }[];
}

/** Of a shorter text nobody expects that it tells everything: Han characters, an English word counting as two. */
const BRIEF = 200;
const LIVE =
	/\blive(?:\s?blog)?\b(?=\s*(?:updates?|coverage|blog|:|–|-|\|))|live updates|as it happened|直播|滚动|滾動|实时更新|即時更新|實時更新|不断更新|持续更新|持續更新/i;
/** Entries of a live blog begin with their time. */
const STAMPED = /^\s*\d{1,2}[:：.]\d{2}\b/;
const ENTRIES = 5;
const CUT =
	/(?:…|\.{3}|⋯)\s*[)）\]】]?$|(?:阅读全文|閱讀全文|继续阅读|繼續閱讀|展开全文|展開全文|点击查看|登录后|登入後|訂閱後|付费|付費|read more|continue reading|subscribe to (?:read|continue)|sign in to|keep reading)\W*$/i;

/** Blocks of a live blog that begin with their time; none where these are too few to make one. */
export function entriesIn<Block extends { text: string }>(blocks: readonly Block[]): Block[] {
	const stamped = blocks.filter(({ text }) => STAMPED.test(text));
	return stamped.length >= ENTRIES ? stamped : [];
}

/** null: there may be a list. */
export function whyNoList(page: Page, start: string): Comparison['noList'] {
	const own = page.blocks.filter(({ role }) => role === 'body' || role === 'dateline');
	const text = own.map((block) => block.text).join('\n');
	if (!isRead(text)) return 'unsure';
	if (!page.published) return 'undated';
	if (daysBetween(start, page.published) < 0) return 'older';
	if (LIVE.test(page.title) || entriesIn(own).length > 0) return 'live';
	if (CUT.test((own.at(-1)?.text ?? '').trim())) return 'cut-off';
	return size(text) < BRIEF ? 'brief' : null;
}

const han = (text: string) =>
	[...text.matchAll(/\p{Script=Han}+/gu)].reduce((sum, [run]) => sum + run.length, 0);
const latin = (text: string) => text.match(/[A-Za-z]+/g)?.length ?? 0;
const size = (text: string) => han(text) + 2 * latin(text);

const OTHER_SCRIPTS =
	/[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/gu;
const ENGLISH = /\b(?:the|of|and|to|in|a|that|on|for|with|by|at|was|has|his)\b/gi;

/** Whether it is in a language cues are written in: Chinese or English. */
export function isRead(text: string): boolean {
	const others = text.match(OTHER_SCRIPTS)?.length ?? 0;
	const words = latin(text);
	if (others > 0.2 * (han(text) + others + words)) return false;
	if (han(text) >= words) return true;
	return words < 20 || (text.match(ENGLISH)?.length ?? 0) > 0.12 * words;
}
