/** Which name stands under a point of the page: one caret query, then the section of that node. Linear in nothing. */
import { rangeOf, type TextBlock } from './blocks.ts';
import type { Kept } from './choice.ts';
import { type At, type Ledger, placesIn } from './ledger.ts';
import type { Section, Sections } from './sections.ts';

/** A name with its place on the page. */
export interface Placed {
	entity: string;
	text: string;
	/** BCP 47, where another than the page's. */
	lang?: string;
	marked: boolean;
	range: StaticRange;
	/** The text it stands in, and where. */
	block: string;
	start: number;
}

export interface Hits {
	/** In CSS px of the viewport. null where no name stands. */
	at(document: Document, x: number, y: number): Placed | null;
	/** The name at a place in a text node. */
	in(node: Node, offset: number): Placed | null;
}

/** The point may lie so far outside the name's boxes, px: between two lines is still on the name. */
const SLACK = 3;
/** What was read under the pointer is good for so long, ms. */
const FRESH = 1000;

export const sameName = (one: Placed | null, other: Placed | null): boolean =>
	one === other ||
	(one?.entity === other?.entity &&
		one?.range.startContainer === other?.range.startContainer &&
		one?.range.startOffset === other?.range.startOffset);

export function createHits(
	sections: Sections,
	keptOf: (section: Section) => Kept | undefined,
	ledger: Ledger,
	roots: { readonly roots: ShadowRoot[] },
): Hits & { forget(section: Section): void } {
	let last: { section: Section; blocks: TextBlock[]; time: number } | null = null;

	function blocksOf(section: Section): TextBlock[] | null {
		const now = performance.now();
		if (last?.section === section && !section.dirty && now - last.time < FRESH) return last.blocks;
		const blocks = sections.read(section);
		last = blocks && { section, blocks, time: now };
		return blocks;
	}

	function find(node: Node, offset: number): Placed | null {
		const section = node.nodeType === 3 ? sections.of(node) : null;
		const kept = section && !section.gone ? keptOf(section) : undefined;
		if (!section || !kept) return null;
		const blocks = blocksOf(section);
		if (!blocks) return null;
		for (const at of placesIn(kept.places))
			if (at.entity >= 0 && holds(blocks[at.block], at, node, offset))
				return placedAt(blocks, kept, at.place, ledger);
		return null;
	}

	return {
		in: find,
		at(document, x, y) {
			const caret = document.caretPositionFromPoint(x, y, { shadowRoots: roots.roots });
			if (!caret) return null;
			const name = find(caret.offsetNode, caret.offset);
			return name && rectsOf(name.range).some((rect) => near(rect, x, y)) ? name : null;
		},
		forget(section) {
			if (last?.section === section) last = null;
		},
	};
}

export function placedAt(
	blocks: readonly TextBlock[],
	{ places, drawn }: Kept,
	place: number,
	ledger: Ledger,
): Placed | null {
	const at = [...placesIn(places)][place];
	const block = at && blocks[at.block];
	const range = block && ledger.stands(at, block.text) && rangeOf(block, at.start, at.end);
	if (!range || at.entity < 0) return null;
	const text = block.text.slice(at.start, at.end);
	const { start } = at;
	return {
		entity: ledger.entity(at.entity),
		text,
		marked: drawn.has(place),
		range,
		block: block.text,
		start,
	};
}

/** Whether the place in the text lies in the name. */
function holds(block: TextBlock | undefined, { start, end }: At, node: Node, offset: number): boolean {
	return (block?.segments ?? []).some(({ at, node: own, from, length }) => {
		if (own !== node || offset < from || offset > from + length) return false;
		const there = at + offset - from;
		return start <= there && there <= end;
	});
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
