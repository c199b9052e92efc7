/** The marks of a page, read from the page's own highlight registry as any script of it could. */
import type { Page } from 'puppeteer-core';

export interface SeenMark {
	text: string;
	/** Middle of its first box, CSS px of the viewport. */
	x: number;
	y: number;
}

/** In the order of the page. */
export function readMarks(page: Page): Promise<SeenMark[]> {
	return page.evaluate(() => {
		/** The outermost host of a node in a shadow tree. */
		const light = (node: Node): Node => {
			const root = node.getRootNode();
			return root instanceof ShadowRoot ? light(root.host) : node;
		};
		const found: { text: string; x: number; y: number; range: Range }[] = [];
		for (const place of CSS.highlights.get('sidelight-name') ?? []) {
			const range = new Range();
			range.setStart(place.startContainer, place.startOffset);
			range.setEnd(place.endContainer, place.endOffset);
			const box = range.getClientRects()[0];
			found.push({
				text: range.toString(),
				x: box ? box.x + box.width / 2 : 0,
				y: box ? box.y + box.height / 2 : 0,
				range,
			});
		}
		found.sort((a, b) => {
			const [one, other] = [a.range.startContainer, b.range.startContainer];
			if (one.getRootNode() === other.getRootNode())
				return a.range.compareBoundaryPoints(Range.START_TO_START, b.range);
			return light(one).compareDocumentPosition(light(other)) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
		});
		return found.map(({ text, x, y }) => ({ text, x, y }));
	});
}

/** Waits until marks are there and stay the same for `quiet` ms; [] when none come in `timeout` ms. */
export async function waitForMarks(page: Page, { timeout = 4000, quiet = 400 } = {}): Promise<SeenMark[]> {
	const end = Date.now() + timeout;
	let last = '';
	let since = Date.now();
	for (;;) {
		const marks = await readMarks(page);
		const now = marks.map((mark) => mark.text).join('\n');
		if (now !== last) {
			last = now;
			since = Date.now();
		}
		if ((marks.length > 0 && Date.now() - since >= quiet) || Date.now() > end) return marks;
		await new Promise((resume) => setTimeout(resume, 50));
	}
}

/** Brings the pointer to a mark as a hand does: from beside it, then resting. Scrolls there first. */
export async function hoverMark(page: Page, nth: number): Promise<void> {
	const at = await page.evaluate((index) => {
		const places = [...(CSS.highlights.get('sidelight-name') ?? [])].map((place) => {
			const range = new Range();
			range.setStart(place.startContainer, place.startOffset);
			range.setEnd(place.endContainer, place.endOffset);
			return range;
		});
		/** The outermost host of a node in a shadow tree. */
		const light = (node: Node): Node => {
			const root = node.getRootNode();
			return root instanceof ShadowRoot ? light(root.host) : node;
		};
		places.sort((a, b) => {
			const [one, other] = [a.startContainer, b.startContainer];
			if (one.getRootNode() === other.getRootNode()) return a.compareBoundaryPoints(Range.START_TO_START, b);
			return light(one).compareDocumentPosition(light(other)) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
		});
		const range = places[index];
		range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
		// In a long text the element's middle is somewhere else.
		const first = range?.getClientRects()[0];
		if (first && (first.top < 0 || first.bottom > innerHeight))
			scrollBy({ top: first.top - innerHeight / 2, behavior: 'instant' });
		const box = range?.getClientRects()[0];
		return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
	}, nth);
	if (!at) throw new Error(`no mark ${nth}`);
	await page.mouse.move(Math.max(0, at.x - 60), at.y + 30);
	await new Promise((resume) => setTimeout(resume, 60));
	await page.mouse.move(at.x - 4, at.y, { steps: 4 });
	for (let i = 0; i < 3; i++) {
		await new Promise((resume) => setTimeout(resume, 40));
		await page.mouse.move(at.x - 3 + i, at.y);
	}
}
