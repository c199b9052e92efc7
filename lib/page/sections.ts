/**
 * The page's text as a tree of sections: runs of siblings of bounded size, below branches that are too large to be one.
 * Containers are kept, not paragraphs; of a changed page only the sections that changed are read again.
 * Reads the DOM, never layout; keeps no text.
 */
import { BlockWriter } from './block-writer.ts';
import {
	isInline,
	type Place,
	placeIn,
	placeOf,
	readBlocks,
	readElement,
	readText,
	skipped,
	soleBlock,
	type TextBlock,
} from './blocks.ts';
import { hashOf } from './hash.ts';

export type Holder = Element | ShadowRoot;

export interface Section {
	readonly holder: Holder;
	readonly first: ChildNode;
	readonly last: ChildNode;
	/** Of each block's text, as it was read. */
	readonly hashes: Float64Array;
	/** UTF-16 units of each block. */
	readonly lengths: Uint16Array;
	/** Changed since it was read. */
	dirty: boolean;
	/** No part of the page any more. */
	gone: boolean;
}

interface Branch {
	holder: Holder;
	items: (Section | Branch)[];
	dirty: boolean;
	up: Branch | null;
}

export interface Fresh {
	section: Section;
	blocks: TextBlock[];
}

/** A section is full beyond so many UTF-16 units, or so many of its siblings. */
const FULL = 2000;
const MOST_NODES = 32;
/** A run without the end of a block is cut here. */
const MOST_BARE = 200;
const LONGEST_RUN = 16_000;
/** Nodes read before a reading may pause. */
const STRIDE = 16;

export interface Sections {
	/** Reads what is new or changed; each section as it is read. Yields undefined where the reading may pause. */
	refresh(): Generator<Fresh | undefined>;
	/** The node or what is in it may have changed. */
	touch(node: Node): void;
	/** Something is to be read again. */
	readonly stale: boolean;
	/** Elements may have been given a shadow tree since they were read; true when one was. */
	lookForRoots(): boolean;
	/** Nodes that came or went: no section starts there any more. */
	forget(node: Node): void;
	/** All sections, in the order of the page. */
	all(): Section[];
	/** The section that holds a node. */
	of(node: Node): Section | null;
	/** Its blocks as they are now. null when the text is no longer what was read; then it counts as changed. */
	read(section: Section): TextBlock[] | null;
}

/** `onRoot` is told of each open shadow root, `onGone` of each section that is no part of the page any more. */
export function createSections(
	document: Document,
	onRoot: (root: ShadowRoot) => void,
	onGone: (section: Section) => void,
): Sections {
	const firsts = new WeakMap<Node, Section>();
	const branches = new WeakMap<Node, Branch>();
	let root: Branch | null = null;
	let writer = new BlockWriter();
	/** Sections that were read and not yet handed out. */
	const fresh: Fresh[] = [];
	let steps = 0;
	/** Custom elements that have no shadow tree yet. */
	const bare = new Set<Element>();

	const mark = (branch: Branch | null) => {
		for (let at = branch; at && !at.dirty; at = at.up) at.dirty = true;
	};

	function drop(item: Section | Branch) {
		if ('items' in item) {
			if (branches.get(item.holder) === item) branches.delete(item.holder);
			for (const inner of item.items) drop(inner);
		} else {
			item.gone = true;
			if (firsts.get(item.first) === item) firsts.delete(item.first);
			onGone(item);
		}
	}

	function branchOf(holder: Holder, up: Branch | null): Branch {
		const known = branches.get(holder);
		if (known) {
			known.up = up;
			return known;
		}
		const made = { holder, items: [], dirty: true, up };
		branches.set(holder, made);
		if (holder instanceof ShadowRoot) onRoot(holder);
		return made;
	}

	/** Reads what is below `holder`. Small: its blocks, for the run around it. Else a branch of its own. */
	function* grow(
		holder: Holder,
		place: Place,
		old: Branch | null,
		up: Branch | null,
	): Generator<Fresh | undefined, TextBlock[] | Branch> {
		const items: (Section | Branch)[] = [];
		let run: TextBlock[] = [];
		let size = 0;
		let nodes = 0;
		let first: ChildNode | null = null;
		let last: ChildNode | null = null;
		if (old) old.dirty = false;

		const collect = () => {
			for (const block of writer.take()) {
				run.push(block);
				size += block.text.length;
			}
		};
		const flush = () => {
			writer.end();
			collect();
			if (first && last && run.length > 0) {
				const section = sectionOf(holder, first, last, run);
				firsts.set(first, section);
				items.push(section);
				fresh.push({ section, blocks: run });
			}
			run = [];
			size = nodes = 0;
			first = last = null;
		};
		/** The child is read; the run may be full with it. */
		const close = (child: ChildNode) => {
			first ??= child;
			last = child;
			nodes++;
			const full = size >= FULL || nodes >= MOST_NODES;
			if ((full && writer.open === 0) || size + writer.open >= LONGEST_RUN) flush();
		};
		const nested = (inner: Branch) => {
			flush();
			items.push(inner);
		};

		if ('shadowRoot' in holder && holder.shadowRoot) {
			const inner = branchOf(holder.shadowRoot, null);
			if (inner.dirty) yield* grow(holder.shadowRoot, { ...place, block: holder }, inner, old);
			nested(inner);
		}
		for (let node = holder.firstChild; node; ) {
			const child: ChildNode = node;
			if (++steps % STRIDE === 0) {
				yield fresh.shift();
				// The page may have changed while the reading paused; then this branch is read again.
				if (child.parentNode !== holder) break;
			}
			const known = old && firsts.get(child);
			if (known && !known.dirty && !known.gone && known.holder === holder) {
				flush();
				items.push(known);
				node = known.last.nextSibling;
				continue;
			}
			node = child.nextSibling;
			if (child.nodeType === 3) {
				if (!first && (child as Text).data.trim() === '') continue;
				yield* readText(child as Text, place, writer) as Generator<undefined>;
			} else if (child.nodeType === 1) {
				const element = child as Element;
				if (skipped(element)) continue;
				if (element.localName === 'br') writer.line();
				else if (isInline(element)) yield* readElement(element, place, writer) as Generator<undefined>;
				else {
					if (writer.open > 0) {
						writer.end();
						collect();
					}
					const sole = soleBlock(element, place.linked);
					if (sole && !branches.has(element)) {
						run.push(sole);
						size += sole.text.length;
						close(child);
						continue;
					}
					if (element.localName.includes('-') && !element.shadowRoot && bare.size < MOST_BARE)
						bare.add(element);
					const inner = branches.get(element) ?? null;
					if (inner && !inner.dirty) {
						nested(inner);
						continue;
					}
					const within = placeIn(element, place, false);
					const grown = yield* grow(element, within, inner, old);
					if (!Array.isArray(grown)) {
						nested(grown);
						continue;
					}
					if (size > 0 && size + sizeOf(grown) > 2 * FULL) flush();
					for (const block of grown) {
						run.push(block);
						size += block.text.length;
					}
				}
			} else continue;
			collect();
			close(child);
		}
		const shadow = 'shadowRoot' in holder && holder.shadowRoot !== null;
		if (!old && items.length === 0 && size < 2 * FULL && !shadow) {
			writer.end();
			collect();
			return run;
		}
		flush();
		const branch = old ?? branchOf(holder, up);
		const kept = new Set(items);
		for (const item of branch.items) if (!kept.has(item)) drop(item);
		branch.items = items;
		for (const item of items) if ('items' in item) item.up = branch;
		if (!old) branch.dirty = false;
		return branch;
	}

	function* listed(branch: Branch): Generator<Section> {
		for (const item of branch.items) {
			if ('items' in item) yield* listed(item);
			else yield item;
		}
	}

	/** The section of which the child of a branch is part: it starts there or at a sibling before. */
	function startingBefore(child: Node): Section | null {
		for (let at: Node | null = child; at; at = at.previousSibling) {
			const section = firsts.get(at);
			if (section) return section;
		}
		return null;
	}

	function home(node: Node): { branch: Branch; child: Node } | null {
		for (let at: Node | null = node; at; ) {
			const parent: Node | null = at.parentNode;
			const branch = parent && branches.get(parent);
			if (branch) return { branch, child: at };
			at = parent ?? (at instanceof ShadowRoot ? at.host : null);
		}
		return null;
	}

	function touch(node: Node) {
		const own = branches.get(node);
		if (own) mark(own);
		const found = home(node);
		if (!found) return;
		mark(found.branch);
		if (own) return;
		const section = startingBefore(found.child);
		if (section) section.dirty = true;
	}

	return {
		get stale() {
			return root?.dirty ?? false;
		},
		touch,
		lookForRoots() {
			let any = false;
			for (const element of bare) {
				if (element.isConnected && !element.shadowRoot) continue;
				bare.delete(element);
				any ||= element.isConnected;
				touch(element);
			}
			return any;
		},
		*refresh() {
			const top = document.documentElement;
			if (!top) return;
			if (root?.holder !== top) {
				if (root) drop(root);
				root = branchOf(top, null);
			}
			writer = new BlockWriter();
			if (root.dirty) yield* grow(top, placeOf(top), root, null);
			while (fresh.length > 0) yield fresh.shift();
		},
		forget: (node) => {
			const section = firsts.get(node);
			if (section) section.dirty = true;
			firsts.delete(node);
		},
		all: () => (root ? [...listed(root)] : []),
		of(node) {
			const found = home(node);
			return found ? startingBefore(found.child) : null;
		},
		read(section) {
			const blocks = readBlocks(section.first, section.last, placeOf(section.holder));
			const same =
				section.first.parentNode === section.holder &&
				section.last.parentNode === section.holder &&
				blocks.length === section.hashes.length &&
				blocks.every(({ text }, i) => hashOf(text) === section.hashes[i]);
			if (same) return blocks;
			touch(section.first);
			section.dirty = true;
			return null;
		},
	};
}

const sizeOf = (blocks: readonly TextBlock[]) => blocks.reduce((size, { text }) => size + text.length, 0);

function sectionOf(holder: Holder, first: ChildNode, last: ChildNode, blocks: readonly TextBlock[]): Section {
	const hashes = new Float64Array(blocks.length);
	const lengths = new Uint16Array(blocks.length);
	for (let i = 0; i < blocks.length; i++) {
		const { text } = blocks[i] as TextBlock;
		hashes[i] = hashOf(text);
		lengths[i] = text.length;
	}
	return { holder, first, last, hashes, lengths, dirty: false, gone: false };
}
