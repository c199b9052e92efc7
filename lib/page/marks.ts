/**
 * Draws names as CSS Custom Highlights: no node of the page is touched. The registry is the page's too;
 * what it removed is set again by `keep`, three times at most.
 */

/** Named so that a reader of a page's devtools knows whose it is. */
const HIGHLIGHT = 'sidelight-name';
const MOST_REPAIRS = 3;

export interface Marks {
	/** Adds before it removes, so that a mark that only moved does not flicker. */
	change(added: readonly StaticRange[], removed: readonly StaticRange[]): void;
	/** Sets ours again when the page took it out. */
	keep(): void;
	clear(): void;
}

/** null where the browser has no custom highlights. `style` brings the marks' look where the page does not have it. */
export function createMarks(style: () => void): Marks | null {
	if (typeof Highlight === 'undefined' || !CSS.highlights) return null;
	const ranges = new Set<StaticRange>();
	let highlight: Highlight | null = null;
	let repairs = 0;
	/** Trees of which it is known whether marks there have their look. */
	const dressed = new WeakSet<Node>();

	const set = () => {
		highlight = new Highlight(...ranges);
		CSS.highlights.set(HIGHLIGHT, highlight);
	};

	/** The sheet reaches no shadow tree, and no page that was open before. */
	const isBare = ({ startContainer }: StaticRange): boolean => {
		const root = startContainer.getRootNode();
		const element = startContainer.parentElement;
		if (!element || dressed.has(root)) return false;
		dressed.add(root);
		return !getComputedStyle(element, `::highlight(${HIGHLIGHT})`).textDecorationLine.includes('underline');
	};

	return {
		change(added, removed) {
			for (const range of added) {
				ranges.add(range);
				highlight?.add(range);
			}
			for (const range of removed) {
				ranges.delete(range);
				highlight?.delete(range);
			}
			if (!highlight && ranges.size) set();
			if (added.some(isBare)) style();
		},
		keep() {
			if (!highlight || repairs >= MOST_REPAIRS) return;
			if (CSS.highlights.get(HIGHLIGHT) === highlight && highlight.size === ranges.size) return;
			repairs++;
			set();
		},
		clear() {
			ranges.clear();
			// An overlay that came with an update may have set its own by now.
			if (CSS.highlights.get(HIGHLIGHT) === highlight) CSS.highlights.delete(HIGHLIGHT);
			highlight = null;
		},
	};
}
