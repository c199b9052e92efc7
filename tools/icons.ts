/** `node tools/icons.ts`: draws `public/icon/*.png` from the SVG files beside it, by headless Chromium. Run after changing these. */
import { mkdirSync, readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { needBrowser } from './browser/find.ts';

const OUT = 'public/icon';
/** Small ones have a drawing of their own, on the pixel grid. */
const SIZES = { 16: 'icon-small', 32: 'icon-small', 48: 'icon', 96: 'icon', 128: 'icon' };

mkdirSync(OUT, { recursive: true });
const browser = await puppeteer.launch({
	executablePath: needBrowser('chromium'),
	pipe: true,
	args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});
try {
	const page = await browser.newPage();
	for (const [size, name] of Object.entries(SIZES)) {
		const svg = readFileSync(`tools/icons/${name}.svg`).toString('base64');
		await page.setViewport({ width: Number(size), height: Number(size) });
		await page.setContent(
			`<style>* { margin: 0 }</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
		);
		await page.evaluate(() => document.querySelector('img')?.decode());
		await page.screenshot({ path: `${OUT}/${size}.png` as `${string}.png`, omitBackground: true });
	}
} finally {
	await browser.close();
}
