/**
 * A page's text as blocks, each character traceable to its text node. Reads the DOM, never layout, and changes nothing.
 * Text of a block is as a reader sees it: white space collapsed, inline elements, ruby and <wbr> run through.
 */
import { BlockWriter, tidy } from './block-writer.ts';

/** A run of a block's text that lies in one text node. Offsets in UTF-16 units. */
export interface Segment {
	/** Where the run starts in the block's text. */
	at: number;
	node: Text;
	/** Where it starts in the node. */
	from: number;
	length: number;
}

export interface TextBlock {
	text: string;
	segments: Segment[];
	/** The nearest element that starts a block. */
	element: Element;
	/** Share of the text that is in links, 0 … 1. */
	linked: number;
}

/** Whose text it is that is read. */
export interface Place {
	block: Element;
	linked: boolean;
}

/** Elements that do not end a line of text. */
const INLINE = new Set(
	'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rbc ruby s samp slot small span strike strong sub sup time tt u var wbr'.split(
		' ',
	),
);
/** Elements whose text is no text to read: not shown, typed by the reader, drawn, or our own. */
const SKIPPED = new Set(
	'audio button canvas datalist head iframe map math meter noscript object progress rp rt rtc script select sidelight-card style svg template textarea video'.split(
		' ',
	),
);
/** Nodes read before a reading may pause. */
const STRIDE = 16;
/** A text node longer than this is read in parts, UTF-16 units. */
const PART = 100_000;
/** So many children tell whether an inline element holds blocks. */
const LOOKED_AT = 8;

export function skipped(element: Element): boolean {
	if (SKIPPED.has(element.localName)) return true;
	if (!element.hasAttributes()) return false;
	if (element.hasAttribute('hidden')) return true;
	const editable = element.getAttribute('contenteditable');
	if (editable !== null && editable.toLowerCase() !== 'false') return true;
	return element.getAttribute('role') === 'textbox';
}

/** Whether the element's text goes on in the line. An inline element around blocks does not. */
export function isInline(element: Element): boolean {
	if (!INLINE.has(element.localName) || element.shadowRoot) return false;
	let child = element.firstElementChild;
	for (let n = 0; child && n < LOOKED_AT; n++, child = child.nextElementSibling) {
		if (!INLINE.has(child.localName) && child.localName !== 'br' && !SKIPPED.has(child.localName))
			return false;
	}
	return true;
}

export function placeOf(holder: Element | ShadowRoot): Place {
	let block = holder instanceof ShadowRoot ? holder.host : holder;
	while (INLINE.has(block.localName) && block.parentElement && isInline(block)) block = block.parentElement;
	return { block, linked: block.closest('a[href]') !== null };
}

/**
 * Reads siblings and all that is in them, but no shadow trees. Yields now and then, so that the caller may pause.
 * A block that is not at its end stays open in `writer`.
 */
export function* readRun(first: Node, last: Node | null, place: Place, writer: BlockWriter): Generator<void> {
	let count = 0;
	for (let node: Node | null = first; node; node = node === last ? null : node.nextSibling) {
		if (++count % STRIDE === 0) yield;
		if (node.nodeType === 3) yield* readText(node as Text, place, writer);
		else if (node.nodeType === 1) yield* readElement(node as Element, place, writer);
	}
}

/** The block of an element with nothing but tidy text in it: most of a long page. null where it must be read step by step. */
export function soleBlock(element: Element, linked: boolean): TextBlock | null {
	if (element.childElementCount > 0 || element.shadowRoot) return null;
	const text = element.textContent;
	return tidy(text) ? new SoleBlock(text, element, linked ? 1 : 0) : null;
}

/** Its text nodes are looked up only where they are wanted: for the few blocks with names in them. */
class SoleBlock implements TextBlock {
	readonly text: string;
	readonly element: Element;
	readonly linked: number;
	constructor(text: string, element: Element, linked: number) {
		this.text = text;
		this.element = element;
		this.linked = linked;
	}
	get segments(): Segment[] {
		const segments: Segment[] = [];
		let at = 0;
		for (let node = this.element.firstChild; node; node = node.nextSibling) {
			if (node.nodeType !== 3) continue;
			const { length } = node as Text;
			segments.push({ at, node: node as Text, from: 0, length });
			at += length;
		}
		return segments;
	}
}

export function* readText(node: Text, { block, linked }: Place, writer: BlockWriter): Generator<void> {
	if (node.length <= PART) return writer.add(node, node.data, 0, block, linked);
	for (let from = 0; from < node.length; from += PART) {
		writer.add(node, node.data.slice(from, from + PART), from, block, linked);
		yield;
	}
}

export function* readElement(element: Element, place: Place, writer: BlockWriter): Generator<void> {
	if (element.localName === 'br') return writer.line();
	if (skipped(element)) return;
	const inline = isInline(element);
	const within = placeIn(element, place, inline);
	if (!inline) writer.end();
	const sole = inline ? null : soleBlock(element, within.linked);
	if (sole) writer.put(sole);
	else if (element.firstChild) yield* readRun(element.firstChild, null, within, writer);
	if (!inline) writer.end();
}

export function placeIn(element: Element, place: Place, inline: boolean): Place {
	// An <a> without href is an anchor, and old pages never close theirs.
	const link = element.localName === 'a' && element.hasAttribute('href');
	if (inline && !link) return place;
	return { block: inline ? place.block : element, linked: place.linked || link };
}

/** The blocks of some siblings, at once. */
export function readBlocks(first: Node, last: Node | null, place: Place): TextBlock[] {
	const writer = new BlockWriter();
	for (const _ of readRun(first, last, place, writer));
	writer.end();
	return writer.take();
}

/** Where a stretch of a block's text starts and ends in the page; null when that text is gone. */
export function rangeOf({ segments }: TextBlock, start: number, end: number): StaticRange | null {
	const first = segmentAt(segments, start);
	const last = segmentAt(segments, end - 1);
	if (!first || !last) return null;
	const startOffset = first.from + start - first.at;
	const endOffset = last.from + end - last.at;
	if (endOffset > last.node.length || startOffset > first.node.length) return null;
	return new StaticRange({ startContainer: first.node, startOffset, endContainer: last.node, endOffset });
}

function segmentAt(segments: readonly Segment[], offset: number): Segment | null {
	let low = 0;
	let high = segments.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const segment = segments[middle] as Segment;
		if (offset < segment.at) high = middle - 1;
		else if (offset >= segment.at + segment.length) low = middle + 1;
		else return segment;
	}
	return null;
}
