/** Shows a sentence for a moment: by a highlight, so that no node of the page is touched. Part of the card's code. */

/** Named in the marks' style sheets. */
const HIGHLIGHT = 'sidelight-here';
/** Long enough to be found by the eye, ms. */
const SHOWN = 2600;

let ending: ReturnType<typeof setTimeout> | undefined;

export function flash(range: StaticRange): void {
	clearTimeout(ending);
	const highlight = new Highlight(range);
	CSS.highlights.set(HIGHLIGHT, highlight);
	ending = setTimeout(() => {
		if (CSS.highlights.get(HIGHLIGHT) === highlight) CSS.highlights.delete(HIGHLIGHT);
	}, SHOWN);
}
