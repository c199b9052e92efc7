/**
 * `npm run shots [-- name…]`: every view with sample data, in each language, light and dark, at 200 % text and
 * 320 px, as PNG in `.output/shots`, held against axe. Look at them: that is what they are for.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build, preview } from 'vite';
import { build as buildPack } from './pack/build.ts';
import { DEFAULT_PACK } from './pack/default.ts';
import { CORPUS_SHOTS } from './shots/corpus.ts';
import { PACKS_SHOTS } from './shots/packs.ts';

const OUT = '.output/shots';
const BUILT = `${process.cwd()}/.output/looks`;
const UI = ['en', 'zh-CN', 'zh-TW'];

interface Shot {
	name: string;
	query: string;
	hash?: string;
	width: number;
	height: number;
	/** Typed into the search field first. */
	type?: string;
	/** Compares a text in the side panel first. */
	paste?: boolean;
}

const SHOTS: Shot[] = [
	{ name: 'card', query: 'view=card', width: 390, height: 820 },
	{ name: 'card-whole', query: 'view=card-all&tall', width: 390, height: 1500 },
	{ name: 'card-narrow', query: 'view=card&tall', width: 320, height: 1700 },
	{ name: 'card-large', query: 'view=card&tall&size=200%25', width: 800, height: 2000 },
	{ name: 'card-mentioned', query: 'view=card&relation=mentions', width: 390, height: 820 },
	{ name: 'card-packs', query: 'view=card&packs&tall', width: 390, height: 1100 },
	{ name: 'card-elsewhere', query: 'view=card&relation=none', width: 390, height: 820 },
	{ name: 'popup', query: 'view=popup', width: 400, height: 600 },
	{ name: 'popup-packs', query: 'view=popup&packs&silent', width: 400, height: 600 },
	{ name: 'popup-search', query: 'view=popup', width: 400, height: 600, type: 'p' },
	{ name: 'popup-nothing', query: 'view=popup', width: 400, height: 600, type: 'zz' },
	{ name: 'popup-ungranted', query: 'view=popup&access=none', width: 400, height: 600 },
	{ name: 'popup-off', query: 'view=popup&off&state=rebuilt', width: 400, height: 600 },
	{ name: 'popup-damaged', query: 'view=popup&access=impossible&state=damaged', width: 400, height: 600 },
	{ name: 'popup-paused', query: 'view=popup&paused', width: 400, height: 600 },
	{ name: 'popup-narrow', query: 'view=popup&access=none', width: 320, height: 600 },
	{ name: 'popup-large', query: 'view=popup&size=200%25', width: 400, height: 600 },
	{ name: 'card-pinned', query: 'view=card&pinned', width: 390, height: 820 },
	{ name: 'card-line', query: 'view=card-line', width: 390, height: 140 },
	{ name: 'card-note', query: 'view=card-note', width: 390, height: 140 },
	{ name: 'card-large-narrow', query: 'view=card&tall&size=200%25', width: 320, height: 2400 },
	{ name: 'card-inside', query: 'view=card-inside', width: 800, height: 900 },
	{ name: 'card-inside-narrow', query: 'view=card-inside', width: 320, height: 640 },
	{ name: 'card-sheet', query: 'view=card-sheet', width: 390, height: 760 },
	{ name: 'card-sheet-narrow', query: 'view=card-sheet&size=200%25', width: 320, height: 640 },
	{ name: 'card-corrected', query: 'view=card&corrected', width: 390, height: 820 },
	{ name: 'card-corrected-large', query: 'view=card&tall&corrected&size=200%25', width: 320, height: 2700 },
	{ name: 'card-hidden', query: 'view=card&hidden', width: 390, height: 820 },
	{ name: 'card-wrong', query: 'view=card&wrong', width: 390, height: 820 },
	{ name: 'card-wrong-narrow', query: 'view=card&wrong', width: 320, height: 760 },
	{ name: 'panel', query: 'view=panel', width: 360, height: 2900 },
	{ name: 'panel-same', query: 'view=panel&same', width: 360, height: 1400 },
	{ name: 'panel-undated', query: 'view=panel&no-list=undated', width: 360, height: 1900 },
	{ name: 'panel-wide', query: 'view=panel', width: 800, height: 2500 },
	{ name: 'panel-names', query: 'view=panel&plain', width: 380, height: 420 },
	{ name: 'panel-narrow', query: 'view=panel', width: 320, height: 2400 },
	{ name: 'panel-large', query: 'view=panel&size=200%25', width: 360, height: 4600 },
	{ name: 'panel-nothing', query: 'view=panel&nothing&state=no-pack', width: 380, height: 360 },
	{ name: 'panel-ungranted', query: 'view=panel&access=none', width: 380, height: 360 },
	{ name: 'panel-off', query: 'view=panel&off&state=rebuilt', width: 380, height: 360 },
	{ name: 'panel-paused', query: 'view=panel&paused', width: 380, height: 360 },
	{ name: 'panel-silent', query: 'view=panel&silent&state=private', width: 380, height: 360 },
	{ name: 'panel-corrected', query: 'view=panel&corrected', width: 360, height: 1400 },
	{ name: 'panel-pasted', query: 'view=panel&plain', width: 360, height: 1900, paste: true },
	{ name: 'card-sentence', query: 'view=card-sentence&tall', width: 390, height: 1300 },
	{
		name: 'card-sentence-open',
		query: 'view=card-sentence&tall&open&state=differs',
		width: 390,
		height: 1700,
	},
	{ name: 'card-sentence-large', query: 'view=card-sentence&tall&size=200%25', width: 360, height: 2400 },
	{ name: 'kept', query: 'view=kept', width: 1000, height: 1400 },
	{ name: 'kept-narrow', query: 'view=kept', width: 320, height: 2200 },
	{ name: 'kept-large', query: 'view=kept&size=200%25', width: 800, height: 2600 },
	{ name: 'kept-none', query: 'view=kept&none', width: 800, height: 500 },
	{ name: 'options', query: 'view=options', width: 1000, height: 2100 },
	{ name: 'options-full', query: 'view=options&full&paused', width: 1000, height: 2300 },
	{ name: 'options-narrow', query: 'view=options&full', width: 320, height: 3200 },
	{ name: 'options-large', query: 'view=options&full&size=200%25', width: 800, height: 4200 },
	{ name: 'welcome', query: 'view=welcome', width: 1000, height: 1200 },
	{ name: 'welcome-chosen', query: 'view=welcome&chosen', width: 375, height: 2200 },
	{ name: 'welcome-narrow', query: 'view=welcome&chosen&refused', width: 320, height: 2300 },
	...CORPUS_SHOTS,
	...PACKS_SHOTS,
	{ name: 'welcome-large', query: 'view=welcome&size=200%25', width: 800, height: 2600 },
];

const THEMES = [
	{ theme: 'light', features: [{ name: 'prefers-color-scheme', value: 'light' }] },
	{ theme: 'dark', features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
	{ theme: 'forced', features: [{ name: 'forced-colors', value: 'active' }] },
] as const;

const wanted = process.argv.slice(2);
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const root = 'tests/pages/looks';
const PACK = `${process.cwd()}/.output/pack`;
if (await buildPack(DEFAULT_PACK, '.output/pack')) process.exit(1);
const shared = { configFile: false, root, logLevel: 'warn', publicDir: PACK } as const;
await build({ ...shared, build: { outDir: BUILT, emptyOutDir: true } });
const server = await preview({
	...shared,
	build: { outDir: BUILT },
	preview: { port: 0, host: '127.0.0.1' },
});
const base = server.resolvedUrls?.local[0] ?? '';
const browser = await puppeteer.launch({
	executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
	pipe: true,
	args: [
		'--no-sandbox',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run',
	],
});

let faults = 0;
try {
	for (const shot of SHOTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
		for (const ui of UI) for (const theme of THEMES) faults += await take(browser, shot, ui, theme);
	}
} finally {
	await browser.close();
	await server.close();
}
console.log(`${OUT}: done, ${faults} fault(s)`);
process.exitCode = faults === 0 ? 0 : 1;

async function take(
	browser: Browser,
	{ name, query, hash = '', width, height, type, paste }: Shot,
	ui: string,
	{ theme, features }: (typeof THEMES)[number],
): Promise<number> {
	const page = await browser.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	await page.setViewport({ width, height, deviceScaleFactor: 1.5 });
	const cdp = await page.createCDPSession();
	await cdp.send('Emulation.setEmulatedMedia', { features: [...features] });
	// A card takes its size from what the reader set in the browser.
	if (/view=card.*size=200/.test(query))
		await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
	await page.goto(`${base}?${query}&ui=${ui}${hash}`);
	await page.waitForFunction(() => document.documentElement.dataset.drawn === 'yes');
	if (type) await page.type('input[role=combobox]', type);
	if (paste) {
		await page.type('.paste textarea', '普丁週三說會幫忙。');
		await page.click('.paste button');
	}
	await new Promise((resolve) => setTimeout(resolve, 250));
	await page.screenshot({ path: `${OUT}/${name}.${ui}.${theme}.png` });
	await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
	const found = await page.evaluate(async () => {
		const { axe } = window as unknown as { axe: typeof import('axe-core') };
		const { violations } = await axe.run(document);
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} — ${nodes[0]?.failureSummary}`);
	});
	const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
	await page.close();
	const all = [...errors, ...found, ...(wide ? ['wider than its window'] : [])];
	for (const fault of all) console.error(`${name} ${ui} ${theme}: ${fault}`);
	return all.length;
}
