/**
 * The rarer mark: at the end of the few sentences that differ from what others say, or are worded unlike it. A highlight
 * on the last word; no node of the page is touched.
 */
const HIGHLIGHT = 'sidelight-unlike';

export interface SecondMarks {
	/** Draws these instead of those before; none where nothing is to be drawn. */
	draw(ranges: readonly StaticRange[]): void;
}

export function createSecond(signal: AbortSignal): SecondMarks {
	const draw = (ranges: readonly StaticRange[]) => {
		if (ranges.length > 0) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
		else CSS.highlights.delete(HIGHLIGHT);
	};
	signal.addEventListener('abort', () => draw([]));
	return { draw };
}
