/**
 * Draws names as CSS Custom Highlights: no node of the page is touched. The registry is the page's too;
 * what it removed is set again by `keep`, three times at most.
 */

/** Named so that a reader of a page's devtools knows whose it is. */
export const HIGHLIGHT = 'sidelight-name';
const MOST_REPAIRS = 3;

export interface Marks {
	draw(ranges: Iterable<StaticRange>): void;
	/** Sets ours again when the page took it out. */
	keep(): void;
	clear(): void;
}

/** null where the browser has no custom highlights. */
export function createMarks(): Marks | null {
	if (typeof Highlight === 'undefined' || !CSS.highlights) return null;
	let highlight = new Highlight();
	let drawn = false;
	let repairs = 0;
	const set = () => {
		CSS.highlights.set(HIGHLIGHT, highlight);
		drawn = true;
	};
	return {
		draw(ranges) {
			highlight = new Highlight(...ranges);
			set();
		},
		keep() {
			if (!drawn || CSS.highlights.has(HIGHLIGHT) || repairs >= MOST_REPAIRS) return;
			repairs++;
			set();
		},
		clear() {
			drawn = false;
			CSS.highlights.delete(HIGHLIGHT);
		},
	};
}
