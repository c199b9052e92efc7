/** Pages that are hard to put anything on, ours, in tests/pages/gallery; and what each asks for. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { readMarks } from '../../../tools/browser/marks.ts';
import { type Served, serve } from '../../../tools/browser/serve.ts';
import { until } from './own.ts';

export interface HardPage {
	file: string;
	/** Texts of marks that must be there, and that must not. */
	marked: string[];
	unmarked?: string[];
	/** What a reader does before the marks are looked at. */
	act?: (page: Page) => Promise<void>;
	/** Which mark can be hovered; null where all are covered. The first, if not said. */
	hover?: number | null;
	/** The page changes by itself: in the proof of quiet its document is not compared. */
	restless?: boolean;
}

/** Waits for a mark on this text. */
const untilMarked = async (page: Page, text: string): Promise<void> => {
	await until(
		() => readMarks(page),
		(marks) => marks.some((one) => one.text === text),
	);
};
const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));
const THREE = ['Vladimir Putin', 'Kim Jong Un', 'Vostochny Cosmodrome'];

export const GALLERY: HardPage[] = [
	{ file: 'csp.html', marked: THREE },
	{ file: 'hydration.html', marked: ['Vladimir Putin', 'Kim Jong Un', 'Pyongyang'] },
	{ file: 'editor.html', marked: THREE, unmarked: ['Sergei Shoigu'] },
	{
		file: 'virtual-list.html',
		marked: ['Kim Jong Un'],
		unmarked: ['Vladimir Putin'],
		act: async (page) => {
			await page.evaluate(() => document.getElementById('list')?.scrollTo(0, 1200));
			await pause(1500);
		},
	},
	{
		file: 'infinite-scroll.html',
		marked: ['Sergei Shoigu'],
		act: async (page) => {
			for (let i = 0; i < 4; i++) {
				await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
				await pause(300);
			}
			await page.evaluate(() =>
				[...document.querySelectorAll('p')].find((p) => p.textContent?.includes('Shoigu'))?.scrollIntoView(),
			);
			await pause(1500);
		},
	},
	{ file: 'modal-dialog.html', marked: [...THREE, 'Sergei Shoigu'], hover: 3 },
	{ file: 'popovers.html', marked: [...THREE, 'Sergei Shoigu'] },
	{ file: 'fullscreen.html', marked: THREE },
	{
		file: 'shadow.html',
		marked: [...THREE, 'Sergei Shoigu', 'Sergey Lavrov', 'Kim Yo Jong'],
		unmarked: ['Pyongyang'],
		act: async (page) => {
			await page.evaluate(() => (window as unknown as { add(): void }).add());
			await pause(1500);
		},
	},
	{ file: 'covered-links.html', marked: ['Vladimir Putin'], hover: null },
	{ file: 'long-text.html', marked: ['Vladimir Putin', 'Kim Jong Un'] },
	{ file: 'vertical.html', marked: ['普京', '金正恩'] },
	{
		file: 'ruby.html', // A range over ruby holds the readings between the characters too.
		marked: ['金ㄐㄧㄣ正ㄓㄥˋ恩', '普京', 'Sergei Shoigu'],
	},
	{ file: 'no-select.html', marked: THREE },
	{
		file: 'fields.html',
		marked: THREE,
		unmarked: ['Sergei Shoigu', 'Sergey Lavrov', 'Kim Jong Il', 'Kim Yo Jong', 'Dmitry Peskov', 'Beijing'],
	},
	{ file: 'frames.html', marked: THREE },
	{ file: 'drawing.svg', marked: [] },
	{ file: 'feed.xml', marked: [] },
	{ file: 'hotkeys.html', marked: THREE },
	{ file: 'large-root.html', marked: THREE },
	{ file: 'rtl.html', marked: ['Vladimir Putin', 'Pyongyang'] },
	{
		file: 'folded.html',
		marked: ['Vladimir Putin', 'Sergei Shoigu', 'Dmitry Peskov'],
		unmarked: ['Kim Yo Jong'],
		act: async (page) => {
			await page.click('summary');
			await page.click('#more');
			await untilMarked(page, 'Dmitry Peskov');
		},
	},
	{ file: 'hostile.html', marked: THREE, hover: null },
	{ file: 'flood.html', marked: THREE, restless: true },
	{ file: 'spa.html', marked: ['Vladimir Putin', 'Kim Jong Un'] },
	{ file: 'covers.html', marked: THREE },
	{ file: 'forced-colors.html', marked: THREE },
	{ file: 'motion.html', marked: THREE },
	{ file: 'grounds.html', marked: [...THREE, 'Sergei Shoigu', 'North Korea', 'South Korea', 'China'] },
	{ file: 'contents.html', marked: ['Vladimir Putin', 'Kim Jong Un', 'Pyongyang'] },
];

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.xml': 'text/xml; charset=utf-8',
};
const HEADERS: Record<string, Record<string, string>> = {
	'csp.html': {
		'content-security-policy':
			"default-src 'none'; img-src 'self'; style-src 'self'; script-src 'nonce-gallery'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
		'permissions-policy': 'clipboard-write=(), clipboard-read=()',
		'x-frame-options': 'DENY',
	},
};

export function serveGallery(): Promise<Served> {
	return serve((path) => {
		const name = path.split('?')[0]?.slice(1) ?? '';
		// Else browsers report that it is missing, now and then.
		if (name === 'favicon.ico') return { body: '', type: 'image/x-icon' };
		if (name === 'preact.js')
			return { body: readFileSync('node_modules/preact/dist/preact.mjs'), type: TYPES['.js'] as string };
		const file = join('tests/pages/gallery', name);
		if (name.includes('..') || name === '' || !existsSync(file)) return null;
		return {
			body: readFileSync(file),
			type: TYPES[extname(file)] ?? 'application/octet-stream',
			headers: HEADERS[name] ?? {},
		};
	});
}

/** The page's own behaviour: each page of the gallery knows how to tell. Pages without scripts have none. */
export const pageWorks = (page: Page): Promise<boolean> =>
	page.evaluate(async () => {
		const { ok } = window as unknown as { ok?: () => boolean | Promise<boolean> };
		return ok ? await ok() : true;
	});
