/**
 * Where the article stands: the elements whose paragraphs are long, punctuated and not links. Each paragraph gives its
 * score to the elements around it, less the farther these are. Touches nothing.
 */
import type { Around } from './around.ts';
import type { TextBlock } from './blocks.ts';

/** A paragraph: at least so long, and not mostly links. */
const PARAGRAPH = 25;
const LINKED = 0.5;
/** Elements around a paragraph that get a share of its score: whole, half, a third … */
const LEVELS = 5;
/** A neighbour of the best element belongs to the article from this share of its score on. */
const NEIGHBOUR = 0.2;
const MARKS = /[，,、。；;：:！？!?]/g;
/** What holds long text itself is a container too, but for these: pages of the old web break lines with <br>. */
const LINES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dd', 'blockquote', 'pre']);

/** Whether a block that stands there is of the article; null when nothing on the page reads like one. */
export function findArticle(
	blocks: readonly TextBlock[],
	arounds: readonly Around[],
): ((around: Around) => boolean) | null {
	const scores = new Map<Around, number>();
	blocks.forEach((block, i) => {
		const around = arounds[i] as Around;
		if (around.role === null && isParagraph(block)) share(block, around, scores);
	});
	let top: Around | null = null;
	let best = 0;
	for (const [around, score] of scores) {
		const held = score * (1 - around.linked / around.units);
		scores.set(around, held);
		if (held > best) [top, best] = [around, held];
	}
	if (!top) return null;
	const parts = new Set([top]);
	for (const [around, score] of scores)
		if (around.up && around.up === top.up && score >= Math.max(3, best * NEIGHBOUR)) parts.add(around);
	return (around) => {
		for (let at: Around | null = around; at; at = at.up) if (parts.has(at)) return true;
		return false;
	};
}

export function isParagraph({ text, linked }: TextBlock): boolean {
	return text.length >= PARAGRAPH && linked < LINKED;
}

function share({ text, linked }: TextBlock, around: Around, scores: Map<Around, number>) {
	let marks = 0;
	while (MARKS.test(text)) marks++;
	const score = (1 + marks + Math.min(text.length / 100, 3)) * (1 - linked);
	let place = LINES.has(around.name) ? around.up : around;
	for (let level = 1; place && level <= LEVELS; level++, place = place.up) {
		if (place.name === 'body' && level > 1) break;
		scores.set(place, (scores.get(place) ?? 0) + score / level);
	}
}
