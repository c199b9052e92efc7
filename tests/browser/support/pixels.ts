/** How well what is drawn on words of a page can be seen: by the pixels of two screenshots, contrast as WCAG 2.2 counts it. */
import type { Page } from 'puppeteer-core';

export interface Drawn {
	words: string;
	/** In each stretch of 6 px some pixel stands out from what was there before by this much at the least. */
	mark: number;
	/** Contrast of the text: of the lightest and the darkest pixel where its letters are. */
	text: number;
}

/** Draws these words as ours of that name are: the registry is the page's too. */
export const highlight = (page: Page, name: string, words: string): Promise<void> =>
	page.evaluate(
		(name, words) => {
			const all = new Highlight();
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const at = (node as Text).data.indexOf(words);
				if (at >= 0)
					all.add(
						new StaticRange({
							startContainer: node,
							startOffset: at,
							endContainer: node,
							endOffset: at + words.length,
						}),
					);
			}
			CSS.highlights.set(name, all);
		},
		name,
		words,
	);

/** What the highlight `name` draws on each of its words, beside the screenshot `bare` without it. */
export async function drawnBy(page: Page, name: string, bare: string): Promise<Drawn[]> {
	const dressed = await page.screenshot({ encoding: 'base64' });
	return page.evaluate(
		async (name, ...shots) => {
			const [before, after] = await Promise.all(
				shots.map(async (shot) => {
					const picture = await createImageBitmap(
						await (await fetch(`data:image/png;base64,${shot}`)).blob(),
					);
					const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
					context?.drawImage(picture, 0, 0);
					return context?.getImageData(0, 0, picture.width, picture.height) as ImageData;
				}),
			);
			if (!before || !after) throw new Error('no pictures');
			const light = ({ data, width }: ImageData, x: number, y: number) => {
				const [r = 0, g = 0, b = 0] = [0, 1, 2].map((at) => {
					const value = (data[(y * width + x) * 4 + at] ?? 0) / 255;
					return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
				});
				return 0.2126 * r + 0.7152 * g + 0.0722 * b;
			};
			const contrast = (one: number, other: number) =>
				(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
			return [...(CSS.highlights.get(name) ?? [])].map((place) => {
				const range = new Range();
				range.setStart(place.startContainer, place.startOffset);
				range.setEnd(place.endContainer, place.endOffset);
				const box = range.getBoundingClientRect();
				const feet = box.top + box.height * 0.6;
				const [left, right] = [Math.ceil(box.left), Math.floor(box.right)];
				const parts = Array<number>(Math.floor((right - left) / 6)).fill(1);
				let [lightest, darkest] = [0, 1];
				for (let x = left; x < left + 6 * parts.length; x++)
					for (let y = Math.ceil(box.top); y < box.bottom + 3; y++) {
						const [was, is] = [light(before, x, y), light(after, x, y)];
						const part = Math.floor((x - left) / 6);
						parts[part] = Math.max(parts[part] ?? 1, contrast(was, is));
						if (y > feet) continue;
						lightest = Math.max(lightest, is);
						darkest = Math.min(darkest, is);
					}
				return { words: range.toString(), mark: Math.min(...parts), text: contrast(lightest, darkest) };
			});
		},
		name,
		bare,
		dressed,
	);
}
