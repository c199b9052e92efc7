/**
 * Where the article stands: the elements whose paragraphs are long, punctuated and not links. Each paragraph gives its
 * score to the elements around it, less the farther these are. Reads the DOM's structure, never layout; clones nothing.
 */
import type { TextBlock } from './blocks.ts';

/** A paragraph: at least so long, and not mostly links. */
const PARAGRAPH = 25;
const LINKED = 0.5;
/** Elements around a paragraph that get a share of its score: whole, half, a third … */
const LEVELS = 5;
/** A neighbour of the best element belongs to the article from this share of its score on. */
const NEIGHBOUR = 0.2;
const MARKS = /[，,、。；;：:！？!?]/g;

export interface Article {
	/** Whether a block stands in the article. */
	holds(block: TextBlock): boolean;
	/** Whether it reads as a paragraph. */
	paragraph(block: TextBlock): boolean;
}

/** null when nothing on the page reads like an article. `open`: blocks that may be of it. */
export function findArticle(
	blocks: readonly TextBlock[],
	open: (block: TextBlock) => boolean,
): Article | null {
	const scores = new Map<Element, number>();
	const texts = new Map<Element, { all: number; linked: number }>();
	for (const block of blocks) {
		weigh(block, texts);
		if (open(block) && paragraph(block)) share(block, scores);
	}
	let top: Element | null = null;
	let best = 0;
	for (const [element, score] of scores) {
		const held = score * (1 - densityOf(element, texts));
		scores.set(element, held);
		if (held > best) [top, best] = [element, held];
	}
	if (!top) return null;
	const parts = new Set<Element>([top]);
	for (const sibling of top.parentElement?.children ?? []) {
		if ((scores.get(sibling) ?? 0) >= Math.max(3, best * NEIGHBOUR)) parts.add(sibling);
	}
	return { holds: within(parts), paragraph };
}

function paragraph({ text, linked }: TextBlock): boolean {
	return text.length >= PARAGRAPH && linked < LINKED;
}

function share({ element, text, linked }: TextBlock, scores: Map<Element, number>) {
	const marks = text.match(MARKS)?.length ?? 0;
	const score = (1 + marks + Math.min(text.length / 100, 3)) * (1 - linked);
	// What holds long text itself is a container too: pages of the old web break lines with <br>.
	let place: Element | null = /^(?:p|h[1-6]|li|dd|blockquote|pre)$/.test(element.localName)
		? element.parentElement
		: element;
	for (let level = 1; place && level <= LEVELS; level++, place = place.parentElement) {
		if (place.localName === 'body' && level > 1) break;
		scores.set(place, (scores.get(place) ?? 0) + score / level);
	}
}

/** Adds a block's text to all elements around it. */
function weigh({ element, text, linked }: TextBlock, texts: Map<Element, { all: number; linked: number }>) {
	for (let place: Element | null = element; place; place = place.parentElement) {
		const sums = texts.get(place) ?? { all: 0, linked: 0 };
		if (sums.all === 0) texts.set(place, sums);
		sums.all += text.length;
		sums.linked += text.length * linked;
	}
}

function densityOf(element: Element, texts: ReadonlyMap<Element, { all: number; linked: number }>): number {
	const sums = texts.get(element);
	return sums && sums.all > 0 ? sums.linked / sums.all : 0;
}

function within(parts: ReadonlySet<Element>): (block: TextBlock) => boolean {
	const known = new Map<Element, boolean>();
	const inside = (element: Element | null): boolean => {
		if (!element) return false;
		let is = known.get(element);
		if (is === undefined) {
			is = parts.has(element) || inside(element.parentElement);
			known.set(element, is);
		}
		return is;
	};
	return ({ element }) => inside(element);
}
