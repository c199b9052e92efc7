/**
 * The rarer mark: at the end of the few sentences that differ from what others say, or are worded unlike it. A highlight
 * on the last word; no node of the page is touched.
 */
const HIGHLIGHT = 'sidelight-unlike';

/** Draws these instead of those before; none where nothing is to be drawn. */
export function drawUnlike(ranges: readonly StaticRange[]): void {
	if (ranges.length) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
	else CSS.highlights.delete(HIGHLIGHT);
}
