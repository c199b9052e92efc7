/**
 * A page's text as blocks, each character traceable to its text node. Reads the DOM, never layout, and changes nothing.
 * Text of a block is as a reader sees it: white space collapsed, inline elements, ruby and <wbr> run through.
 */
import { BlockWriter, tidy } from './block-writer.ts';
import { firstIn, nameOf, nextOf } from './nodes.ts';

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

/** What elements are to the text around them; those not listed start a block. */
const [INLINE, SKIPPED, BREAK, LEAF] = [1, 2, 3, 4];
/** A block beside whose text no shadow tree is looked for. */
export const LEAVES = 'dd dt figcaption li p td th';
const NAMES = new Map<string, number>();
for (const [is, names] of [
	// The text goes on in the line.
	[
		INLINE,
		'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rbc ruby s samp slot small span strike strong sub sup time tt u var wbr',
	],
	// No text to read: not shown, typed by the reader, drawn, or our own.
	[
		SKIPPED,
		'audio button canvas datalist head iframe map math meter noscript object progress rp rt rtc script select sidelight-card style svg template textarea video',
	],
	[BREAK, 'br'],
	[LEAF, LEAVES],
] as [number, string][])
	for (const name of names.split(' ')) NAMES.set(name, is);
/** Nodes read before a reading may pause. */
const STRIDE = 16;
/** A text node longer than this is read in parts, UTF-16 units. */
const PART = 100_000;
/** So many children tell whether an inline element holds blocks. */
const LOOKED_AT = 8;

/** Elements whose attributes say that their text is no text to read. */
export const WITHHELD = '[hidden], [contenteditable]:not([contenteditable=false i]), [role=textbox]';

/** Whether an element is one of these. Asking each is dear; whoever reads a whole page has them listed. */
export type Withheld = (element: Element) => boolean;
const withheld: Withheld = (element) => element.hasAttributes() && element.matches(WITHHELD);

/** Neighbours mostly bear the same name. */
let [lastName, lastIs]: [string, number | undefined] = ['', undefined];

/** Whether the element's text goes on in the line. An inline element around blocks does not. */
function isInline(element: Element): boolean {
	if (NAMES.get(element.localName) !== INLINE || element.shadowRoot) return false;
	let child = element.firstElementChild;
	for (let n = 0; child && n < LOOKED_AT; n++, child = child.nextElementSibling)
		if ((NAMES.get(child.localName) ?? LEAF) === LEAF) return false;
	return true;
}

/** Asked often: a class of the page's is slower to ask about in Firefox. */
export const isShadow = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node;

export function placeOf(holder: Element | ShadowRoot): Place {
	let block = isShadow(holder) ? holder.host : holder;
	while (block.parentElement && isInline(block)) block = block.parentElement;
	return { block, linked: block.closest('a[href]') !== null };
}

/**
 * Reads one node, but no shadow trees. What takes long comes back as steps; a block with more in it than even text comes
 * back unread: the place of its children. Each question to the DOM costs, a paragraph is asked three.
 */
export function readNode(
	node: Node,
	place: Place,
	writer: BlockWriter,
	skipped = withheld,
): Place | Generator<void> | undefined {
	const element = node as Element;
	const name = nameOf(node);
	if (name === undefined) return node.nodeType === 3 ? readText(node as Text, place, writer) : undefined;
	if (name !== lastName) [lastName, lastIs] = [name, NAMES.get(name)];
	const is = lastIs;
	if (is === BREAK) writer.line();
	if (is === BREAK || is === SKIPPED || skipped(element)) return undefined;
	// An <a> without href is an anchor, and old pages never close theirs.
	const linked = place.linked || (name === 'a' && element.hasAttribute('href'));
	if (is === INLINE && isInline(element))
		return readRun(firstIn(element), null, { block: place.block, linked }, writer, skipped);
	writer.end();
	if (!element.firstElementChild && (is === LEAF || !element.shadowRoot)) {
		const text = element.textContent;
		if (tidy(text)) {
			writer.put(new SoleBlock(text, element, linked ? 1 : 0));
			return undefined;
		}
	}
	return { block: element, linked };
}

function readText(node: Text, { block, linked }: Place, writer: BlockWriter): Generator<void> | undefined {
	const { data } = node;
	if (data.length > PART) return readLong(node, data, block, linked, writer);
	if (data !== '') writer.add(node, data, 0, block, linked);
	return undefined;
}

function* readLong(
	node: Text,
	data: string,
	block: Element,
	linked: boolean,
	writer: BlockWriter,
): Generator<void> {
	for (let from = 0; from < data.length; from += PART) {
		writer.add(node, data.slice(from, from + PART), from, block, linked);
		yield;
	}
}

/** Reads siblings and all that is in them. A block that is not at its end stays open in `writer`. */
export function* readRun(
	first: Node | null,
	last: Node | null,
	place: Place,
	writer: BlockWriter,
	skipped?: Withheld,
): Generator<void> {
	let count = 0;
	for (let node = first; node; node = node === last ? null : nextOf(node)) {
		if (++count % STRIDE === 0) yield;
		const more = readNode(node, place, writer, skipped);
		if (!more) continue;
		if ('block' in more) {
			yield* readRun(firstIn(more.block), null, more, writer, skipped);
			writer.end();
		} else yield* more;
	}
}

/** The block of an element with nothing but even text in it: most of a page. */
export class SoleBlock implements TextBlock {
	readonly text: string;
	readonly element: Element;
	readonly linked: number;
	constructor(text: string, element: Element, linked: number) {
		this.text = text;
		this.element = element;
		this.linked = linked;
	}
	/** Its text nodes are looked up only where they are wanted: for the few blocks with names in them. */
	get segments(): Segment[] {
		const segments: Segment[] = [];
		let at = 0;
		for (let node = firstIn(this.element); node; node = node.nextSibling) {
			if (node.nodeType !== 3) continue;
			const { length } = node as Text;
			segments.push({ at, node: node as Text, from: 0, length });
			at += length;
		}
		return segments;
	}
}

/** The blocks of some siblings, at once. */
export function readBlocks(first: Node, last: Node | null, place: Place): TextBlock[] {
	const writer = new BlockWriter();
	for (const _ of readRun(first, last, place, writer));
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
