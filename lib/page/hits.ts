/** Which name stands under a point of the page: one caret query, then an index of our own. Linear in nothing. */
import type { Placed } from './reader.ts';

export interface Hits {
	/** In CSS px of the viewport. null where no name stands. */
	at(document: Document, x: number, y: number): Placed | null;
	/** The name at a place in a text node. */
	in(node: Node, offset: number): Placed | null;
}

interface Interval {
	start: number;
	end: number;
	mention: Placed;
}

/** The point may lie so far outside the name's boxes, px: between two lines is still on the name. */
const SLACK = 3;

export function createHits(mentions: readonly Placed[]): Hits {
	const byNode = new WeakMap<Node, Interval[]>();
	const add = (node: Node, start: number, end: number, mention: Placed) => {
		const list = byNode.get(node);
		if (list) list.push({ start, end, mention });
		else byNode.set(node, [{ start, end, mention }]);
	};
	for (const mention of mentions) {
		const { startContainer, startOffset, endContainer, endOffset } = mention.range;
		if (startContainer === endContainer) add(startContainer, startOffset, endOffset, mention);
		else {
			add(startContainer, startOffset, Number.POSITIVE_INFINITY, mention);
			add(endContainer, 0, endOffset, mention);
		}
	}
	const find = (node: Node, offset: number): Placed | null =>
		byNode.get(node)?.find(({ start, end }) => start <= offset && offset <= end)?.mention ?? null;
	return {
		in: find,
		at(document, x, y) {
			const caret = document.caretPositionFromPoint(x, y);
			if (!caret) return null;
			const mention = find(caret.offsetNode, caret.offset);
			return mention && rectsOf(mention.range).some((rect) => near(rect, x, y)) ? mention : null;
		},
	};
}

const near = (rect: DOMRect, x: number, y: number) =>
	rect.left - SLACK <= x && x <= rect.right + SLACK && rect.top - SLACK <= y && y <= rect.bottom + SLACK;

/** The boxes of a stretch of text, a line each. Reads layout. Empty when the text is gone. */
export function rectsOf(place: StaticRange): DOMRect[] {
	if (!place.startContainer.isConnected) return [];
	try {
		const range = new Range();
		range.setStart(place.startContainer, place.startOffset);
		range.setEnd(place.endContainer, place.endOffset);
		return [...range.getClientRects()];
	} catch {
		// The node is shorter now than when it was read: the next reading will tell.
		return [];
	}
}
