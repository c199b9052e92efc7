/**
 * The page's text as a tree of sections: runs of siblings of bounded size, below branches that are too large to be one.
 * Containers are kept, not paragraphs; of a changed page only the sections that changed are read again.
 * Reads the DOM, never layout; keeps no text.
 */
import { BREAK } from '../messages/page.ts';
import { BlockWriter } from './block-writer.ts';
import {
	isShadow,
	type Place,
	placeOf,
	readBlocks,
	readNode,
	type TextBlock,
	WITHHELD,
	type Withheld,
} from './blocks.ts';
import { evenMarkup } from './even.ts';
import { firstIn, nameOf, nextOf, parentOf, previousOf } from './nodes.ts';

export type Holder = Element | ShadowRoot;

export interface Section {
	readonly holder: Holder;
	readonly first: ChildNode;
	readonly last: ChildNode;
	/** UTF-16 units of each block as it was read; none while its markup is not cut into blocks. */
	lengths: readonly number[];
	/** Changed since it was read. */
	dirty: boolean;
	/** No part of the page any more. */
	gone: boolean;
}

interface Branch {
	holder: Holder;
	items: (Section | Branch)[];
	dirty: boolean;
	up?: Branch | undefined;
}

export interface Fresh {
	section: Section;
	/** Of its blocks, with `BREAK` between them; or its markup. */
	text: string;
	/** None where the text alone was wanted. */
	blocks: TextBlock[];
}

/** A section is full beyond so many UTF-16 units, or so many of its siblings. */
const FULL = 2000;
const MOST_NODES = 32;
/** A run without the end of a block is cut here. */
const MOST_BARE = 200;
const LONGEST_RUN = 16_000;
/** Nodes read before a reading may pause. */
const STRIDE = 32;

export interface Sections {
	/** Reads what is new or changed. Yields where the reading may pause. */
	refresh(): Generator<void>;
	/** The node or what is in it may have changed. */
	touch(node: Node): void;
	/** All of it may have changed. */
	renew(): void;
	/** Something is to be read again. */
	readonly stale: boolean;
	/** Elements may have been given a shadow tree since they were read. */
	lookForRoots(): void;
	/** A node that went: no section starts there any more. */
	forget(node: Node): void;
	/** All sections, in the order of the page; those read so far while it is read for the first time. */
	all(): Section[];
	/** The section that holds a node. */
	of(node: Node): Section | null;
	/** Its blocks as they are now. null when they are no longer those that were read; then it counts as changed. */
	read(section: Section): TextBlock[] | null;
}

/** What is told of open shadow roots, of sections as they are read, and of those that are no part of the page any more. */
export interface SectionPorts {
	onRoot(root: ShadowRoot): void;
	/** true: the nodes of what follows are wanted as well, not their text alone. */
	onFresh(fresh: Fresh): boolean;
	onGone(section: Section): void;
}

export function createSections(document: Document, ports: SectionPorts): Sections {
	const firsts = new WeakMap<Node, Section>();
	const branches = new WeakMap<Node, Branch>();
	let root: Branch | null = null;
	let steps = 0;
	let textAlone = false;
	/** While the page is read for the first time. */
	let soFar: Section[] | null = [];
	/** Custom elements that have no shadow tree yet. */
	const bare = new Set<Element>();

	/** What is withheld, asked for at once: of a page that is read for the first time. */
	const unread = new Set<Element>();
	const skipped: Withheld = (element) => unread.has(element);
	const list = (root: Holder) => {
		for (const element of soFar ? root.querySelectorAll(WITHHELD) : []) unread.add(element);
	};

	const mark = (branch: Branch) => {
		for (let at: Branch | undefined = branch; at && !at.dirty; at = at.up) at.dirty = true;
	};

	function drop(item: Section | Branch) {
		if ('items' in item) {
			if (branches.get(item.holder) === item) branches.delete(item.holder);
			for (const inner of item.items) drop(inner);
		} else {
			item.gone = true;
			if (firsts.get(item.first) === item) firsts.delete(item.first);
			ports.onGone(item);
		}
	}

	function branchOf(holder: Holder, up?: Branch): Branch {
		const known = branches.get(holder);
		if (known) {
			known.up = up;
			return known;
		}
		const made = { holder, items: [], dirty: true, up };
		branches.set(holder, made);
		if (isShadow(holder)) ports.onRoot(holder);
		return made;
	}

	function keep(
		items: (Section | Branch)[],
		read: Pick<Section, 'holder' | 'first' | 'last' | 'lengths'>,
		text: string,
		blocks: TextBlock[],
	) {
		const section = { ...read, dirty: false, gone: false };
		firsts.set(section.first, section);
		items.push(section);
		soFar?.push(section);
		textAlone = !ports.onFresh({ section, text, blocks });
	}

	/** All at once, where there is nothing but even paragraphs and nobody wants their nodes. */
	function readEven(holder: Element, up?: Branch): Branch | null {
		const markup = textAlone && !holder.shadowRoot && evenMarkup(holder, soFar !== null && !unread.size);
		if (!markup) return null;
		const branch = branchOf(holder, up);
		const first = holder.firstElementChild as Element;
		const last = holder.lastElementChild as Element;
		keep(branch.items, { holder, first, last, lengths: [] }, markup, []);
		branch.dirty = false;
		steps = STRIDE;
		return branch;
	}

	/** Reads what is below `holder`. Small: its blocks, for the run around it. Else a branch of its own. */
	function* grow(
		holder: Holder,
		place: Place,
		old: Branch | undefined,
		up?: Branch,
	): Generator<void, TextBlock[] | Branch> {
		const items: (Section | Branch)[] = [];
		const writer = new BlockWriter();
		/** Siblings of the section that is being gathered. */
		let nodes = 0;
		let first: ChildNode | null = null;
		let last: ChildNode | null = null;
		if (old) old.dirty = false;

		/** What was gathered is a section. */
		const flush = () => {
			const blocks = writer.take();
			if (first && last && blocks.length > 0) {
				const texts = blocks.map(({ text }) => text);
				const lengths = texts.map(({ length }) => length);
				keep(items, { holder, first, last, lengths }, texts.join(BREAK), blocks);
			}
			first = last = null;
			nodes = 0;
		};
		const nest = (inner: Section | Branch) => {
			flush();
			items.push(inner);
		};

		/** The child is part of the section, which may be full with it. What has nothing to read is part of none. */
		const close = (child: ChildNode) => {
			first ??= child;
			last = child;
			nodes++;
			const full = writer.size >= FULL || nodes >= MOST_NODES;
			if ((full && !writer.open) || writer.size >= LONGEST_RUN) flush();
		};

		const shadow = (holder as Element).shadowRoot;
		if (shadow) {
			list(shadow);
			const inner = branchOf(shadow);
			if (inner.dirty) yield* grow(shadow, { ...place, block: holder as Element }, inner, old);
			nest(inner);
		}
		let next = firstIn(holder);
		/** Reads on: to the next child that takes longer, and gives it with what it takes; or so far that a pause is due. */
		const some = (): [ChildNode, Place | Generator<void>] | 'pause' | undefined => {
			while (next) {
				if (++steps > STRIDE) {
					steps = 0;
					return 'pause';
				}
				const child: ChildNode = next;
				const known = old && firsts.get(child);
				if (known && !known.dirty && !known.gone && known.holder === holder) {
					nest(known);
					next = nextOf(known.last);
					continue;
				}
				next = nextOf(child);
				const before = writer.size;
				const more = readNode(child, place, writer, soFar ? skipped : undefined);
				if (more) return [child, more];
				if (writer.size !== before) close(child);
			}
			return undefined;
		};
		for (let more = some(); more; more = some()) {
			if (more === 'pause') {
				yield;
				// The page may have changed while the reading paused; then this branch is read again.
				if (next && parentOf(next) !== holder) break;
				continue;
			}
			const [child, rest] = more;
			const before = writer.size;
			if ('block' in rest) {
				const { block } = rest;
				if (nameOf(block)?.includes('-') && !block.shadowRoot && bare.size < MOST_BARE) bare.add(block);
				const inner = branches.get(block);
				const whole = inner ? !inner.dirty && inner : readEven(block, old);
				const grown = whole || (yield* grow(block, rest, inner, old));
				if (!Array.isArray(grown)) {
					nest(grown);
					continue;
				}
				for (const one of grown) writer.put(one);
			} else yield* rest;
			if (writer.size !== before) close(child);
		}
		if (!old && !shadow && items.length === 0 && writer.size < 2 * FULL) return writer.take();
		flush();
		const branch = old ?? branchOf(holder, up);
		const kept = new Set(old && items);
		for (const item of branch.items) if (!kept.has(item)) drop(item);
		branch.items = items;
		for (const item of items) if ('items' in item) item.up = branch;
		if (!old) branch.dirty = false;
		return branch;
	}

	function renew(item: Section | Branch | null = root) {
		if (!item) return;
		item.dirty = true;
		if ('items' in item) for (const inner of item.items) renew(inner);
	}

	function listed(branch: Branch | null, into: Section[] = []): Section[] {
		for (const item of branch?.items ?? []) {
			if ('items' in item) listed(item, into);
			else into.push(item);
		}
		return into;
	}

	/** The section of which the child of a branch is part: it starts there or at a sibling before. */
	function startingBefore(child: Node): Section | null {
		for (let at: Node | null = child; at; at = previousOf(at)) {
			const section = firsts.get(at);
			if (section) return section;
		}
		return null;
	}

	function home(node: Node): { branch: Branch; child: Node } | null {
		for (let at: Node | null = node; at; ) {
			const parent: Node | null = parentOf(at);
			const branch = parent && branches.get(parent);
			if (branch) return { branch, child: at };
			at = parent ?? (isShadow(at) ? at.host : null);
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
		renew,
		lookForRoots() {
			for (const element of bare) {
				if (element.isConnected && !element.shadowRoot) continue;
				bare.delete(element);
				touch(element);
			}
		},
		*refresh() {
			const top = document.documentElement;
			if (!top) return;
			if (root?.holder !== top) {
				if (root) drop(root);
				root = branchOf(top);
			}
			if (!root.dirty) return;
			list(top);
			yield* grow(top, placeOf(top), root);
			soFar = null;
			unread.clear();
		},
		forget: (node) => {
			const section = firsts.get(node);
			if (section) section.dirty = true;
			firsts.delete(node);
		},
		all: () => soFar ?? listed(root),
		of(node) {
			const found = home(node);
			return found ? startingBefore(found.child) : null;
		},
		read(section) {
			const blocks = readBlocks(section.first, section.last, placeOf(section.holder));
			const same =
				parentOf(section.first) === section.holder &&
				parentOf(section.last) === section.holder &&
				(!section.lengths.length || blocks.length === section.lengths.length) &&
				section.lengths.every((length, i) => blocks[i]?.text.length === length);
			if (same) return blocks;
			touch(section.first);
			section.dirty = true;
			return null;
		},
	};
}
