/**
 * Reads a page's text as blocks, each character traceable to its text node. Reads the DOM, never layout, and changes nothing.
 * Text of a block is as a reader sees it: white space collapsed, inline elements, ruby and <wbr> run through.
 */

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

/** Elements that do not end a line of text. */
const INLINE = new Set(
	'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR OUTPUT Q RB RBC RUBY S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
		' ',
	),
);
/** Elements whose text is no text to read: not shown, typed by the reader, or drawn. */
const SKIPPED = new Set(
	'AUDIO BUTTON CANVAS DATALIST EMBED FRAME FRAMESET HEAD IFRAME INPUT LINK MAP MATH METER NOEMBED NOFRAMES NOSCRIPT OBJECT OPTGROUP OPTION PARAM PROGRESS RP RT RTC SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
		' ',
	),
);
/** A block is cut here at the latest, at the next mark of punctuation or space. */
const LONGEST = 16_000;
const HAN = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;

export function skipped(element: Element): boolean {
	if (SKIPPED.has(element.tagName.toUpperCase()) || element.hasAttribute('hidden')) return true;
	const editable = element.getAttribute('contenteditable');
	if (editable !== null && editable.toLowerCase() !== 'false') return true;
	return element.getAttribute('role') === 'textbox';
}

export const isInline = (element: Element): boolean => INLINE.has(element.tagName.toUpperCase());

/** The blocks below `root`, in the order of the page; open shadow roots included. */
export function* readBlocks(root: Element): Generator<TextBlock> {
	if (skipped(root)) return;
	const writer = new BlockWriter();
	yield* walk(root, root, 0, writer);
	yield* writer.end();
}

function* walk(
	parent: Element | ShadowRoot,
	block: Element,
	links: number,
	writer: BlockWriter,
): Generator<TextBlock> {
	for (let node: Node | null = parent.firstChild; node; node = node.nextSibling) {
		if (node.nodeType === 3) {
			writer.add(node as Text, block, links > 0);
			if (writer.full) yield* writer.end();
		} else if (node.nodeType === 1) {
			yield* enter(node as Element, block, links, writer);
		}
	}
}

function* enter(element: Element, block: Element, links: number, writer: BlockWriter): Generator<TextBlock> {
	if (element.tagName === 'BR') return writer.line();
	if (skipped(element)) return;
	const within = links + (element.tagName === 'A' ? 1 : 0);
	if (isInline(element) && !element.shadowRoot) {
		yield* walk(element, block, within, writer);
		return;
	}
	yield* writer.end();
	if (element.shadowRoot) yield* walk(element.shadowRoot, element, within, writer);
	yield* walk(element, element, within, writer);
	yield* writer.end();
}

class BlockWriter {
	#parts: string[] = [];
	#segments: Segment[] = [];
	#length = 0;
	#linked = 0;
	#element: Element | null = null;
	/** White space that waits for a character after it. */
	#space: { node: Text; from: number; line: boolean } | null = null;
	#last = '';

	get full(): boolean {
		return this.#length >= LONGEST;
	}

	add(node: Text, element: Element, linked: boolean) {
		const { data } = node;
		const words = /[^\t\n\r\f ]+/g;
		let from = 0;
		for (let word = words.exec(data); word; word = words.exec(data)) {
			this.#gap(data.slice(from, word.index), node, from);
			this.#element ??= element;
			this.#join(word[0]);
			this.#push(word[0], node, word.index);
			if (linked) this.#linked += word[0].length;
			from = words.lastIndex;
		}
		this.#gap(data.slice(from), node, from);
	}

	/** A <br>: a break that readers see. */
	line() {
		if (this.#length > 0) this.#parts.push('\n');
		if (this.#length > 0) this.#length++;
		this.#space = null;
		this.#last = '\n';
	}

	*end(): Generator<TextBlock> {
		const text = this.#parts.join('');
		if (this.#element && text !== '') {
			yield { text, segments: this.#segments, element: this.#element, linked: this.#linked / text.length };
		}
		this.#parts = [];
		this.#segments = [];
		this.#length = this.#linked = 0;
		this.#element = this.#space = null;
		this.#last = '';
	}

	#gap(white: string, node: Text, from: number) {
		if (white === '' || this.#length === 0) return;
		const line = white.includes('\n');
		if (!this.#space) this.#space = { node, from, line };
		else this.#space.line ||= line;
	}

	/** A line break of the source between two Han characters is none for the reader; other white space is one space. */
	#join(next: string) {
		const space = this.#space;
		this.#space = null;
		if (!space || this.#last === '\n') return;
		if (space.line && HAN.test(this.#last) && HAN.test(next.slice(0, 2))) return;
		this.#push(' ', space.node, space.from);
	}

	#push(text: string, node: Text, from: number) {
		const before = this.#segments.at(-1);
		if (
			before?.node === node &&
			before.from + before.length === from &&
			before.at + before.length === this.#length
		) {
			before.length += text.length;
		} else {
			this.#segments.push({ at: this.#length, node, from, length: text.length });
		}
		this.#parts.push(text);
		this.#length += text.length;
		this.#last = text.slice(-1);
	}
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
