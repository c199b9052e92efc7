/**
 * A long page: what reading 1 MB of text in 20,000 nodes costs, and scrolling through it; with and without Sidelight.
 * The server keeps the page's last bytes until the rest is drawn, since no extension starts before they are there: what
 * the page itself costs until then differs from load to load by more than is measured.
 */
import type { Page } from 'puppeteer-core';
import type { Kind } from '../../../tools/browser/find.ts';
import { launch, type Running, reportOfTab } from '../../../tools/browser/launch.ts';
import { serve } from '../../../tools/browser/serve.ts';
import { median } from '../support/report.ts';
import { busyDuring } from './busy.ts';
import { launchNoop, readLoop } from './noop.ts';
import { heavyPage } from './pages.ts';

const [RUNS, SCROLLS] = [9, 5];
/** All but the page's end is drawn by then; all that we do with it is done by then, ms. */
const [DRAWN, READ] = [2500, 3500];
/** What is kept back. */
const END = '</main>';
const SCROLL = 10_000;

export interface LongPage {
	/** Main thread from the page's last bytes on, ms: medians with less medians without. */
	load: { plain: number; added: number };
	/** Quartiles of the same, without and with: how steady the machine is. */
	spread: { plain: [number, number]; with: [number, number] };
	/** The same of the whole load. */
	whole: { plain: number; added: number };
	/**
	 * What an extension adds that does nothing, from the last bytes on and in the whole load; one that only reads and sends
	 * the text; and a loop over all characters.
	 */
	beside: { noop: number; whole: number; reader: number; readLoop: number };
	scroll: { plain: number; added: number };
	/** The longest wait of the page after its own load, ms. */
	longest: { plain: number; with: number };
	/** Frames over 20 ms in the scroll, share. */
	slowFrames: { plain: number; with: number };
	/** Blocks that the overlay reports: whether it read all. */
	blocks: number;
}

interface Load {
	load: number;
	whole: number;
}

interface Scroll {
	busy: number;
	longest: number;
	slowFrames: number;
}

export async function longPage(kind: Kind): Promise<LongPage> {
	const long = await serveInTwo(heavyPage());
	const plain = await launch({ kind, extension: null });
	const running = await launch({ kind });
	const noop = await launchNoop(kind);
	const reader = await launchNoop(kind, true);
	const samples = { plain: [] as Load[], with: [] as Load[], noop: [] as Load[], reader: [] as Load[] };
	const scrolls = { plain: [] as Scroll[], with: [] as Scroll[] };
	const loops: number[] = [];
	let blocks = 0;
	try {
		await sample(plain, long);
		await sample(running, long);
		await sample(noop, long, async (page) => void (await readLoop(page)));
		await sample(reader, long);
		// In turn, so that what else the machine does falls on both.
		for (let i = 0; i < RUNS; i++) {
			samples.plain.push(await sample(plain, long));
			samples.with.push(
				await sample(running, long, async (page) => {
					blocks = (await reportOfTab(running, page.url()))?.blocks.length ?? 0;
				}),
			);
			samples.noop.push(await sample(noop, long, async (page) => void loops.push(await readLoop(page))));
			samples.reader.push(await sample(reader, long));
		}
		for (let i = 0; i < SCROLLS; i++) {
			scrolls.plain.push(await scroll(plain, long));
			scrolls.with.push(await scroll(running, long));
		}
	} finally {
		await plain.close();
		await running.close();
		await noop.close();
		await reader.close();
		await long.close();
	}
	const of = (which: keyof typeof samples, what: keyof Load) =>
		median(samples[which].map((one) => one[what]));
	const added = (what: keyof Load) => ({
		plain: of('plain', what),
		added: of('with', what) - of('plain', what),
	});
	const both = (what: keyof Scroll) => ({
		plain: median(scrolls.plain.map((one) => one[what])),
		with: median(scrolls.with.map((one) => one[what])),
	});
	const through = both('busy');
	const quartiles = (which: keyof typeof samples): [number, number] => {
		const all = samples[which].map(({ load }) => load).sort((a, b) => a - b);
		return [all[Math.floor(RUNS / 4)] as number, all[Math.floor((RUNS * 3) / 4)] as number];
	};
	return {
		load: added('load'),
		spread: { plain: quartiles('plain'), with: quartiles('with') },
		whole: added('whole'),
		beside: {
			noop: of('noop', 'load') - of('plain', 'load'),
			whole: of('noop', 'whole') - of('plain', 'whole'),
			reader: of('reader', 'load') - of('plain', 'load'),
			readLoop: median(loops),
		},
		scroll: { plain: through.plain, added: through.with - through.plain },
		longest: both('longest'),
		slowFrames: both('slowFrames'),
		blocks,
	};
}

interface InTwo {
	url: string;
	/** Sends the end of the page that was asked for last. */
	end(): void;
	close(): Promise<void>;
}

async function serveInTwo(html: string): Promise<InTwo> {
	const at = html.lastIndexOf(END);
	let end: () => void = () => undefined;
	const served = await serve((path) => {
		if (path !== '/long') return null;
		const rest = new Promise<string>((send) => {
			end = () => send(html.slice(at));
		});
		return { body: html.slice(0, at), rest };
	});
	return { url: `${served.origin}/long`, end: () => end(), close: served.close };
}

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

async function sample(running: Running, long: InTwo, then?: (page: Page) => Promise<void>): Promise<Load> {
	const page = await running.browser.newPage();
	let opened: Promise<unknown> = Promise.resolve();
	const before = await busyDuring(page, running, async () => {
		opened = page.goto(long.url);
		await pause(DRAWN);
	});
	const load = await busyDuring(page, running, async () => {
		long.end();
		await opened;
		await pause(READ);
	});
	await then?.(page);
	await page.close();
	return { load, whole: before + load };
}

/** In loads of their own: what counts the page's waits is at work itself. */
async function scroll(running: Running, long: InTwo): Promise<Scroll> {
	const page = await running.browser.newPage();
	await page.evaluateOnNewDocument(watchWaits);
	const opened = page.goto(long.url);
	await pause(DRAWN);
	long.end();
	await opened;
	await pause(READ);
	const longest = await page.evaluate(() => (window as unknown as { longestWait: number }).longestWait);
	let slowFrames = 0;
	const busy = await busyDuring(page, running, async () => {
		slowFrames = await scrollThrough(page);
	});
	await page.close();
	return { busy, longest, slowFrames };
}

/** In the page: the longest wait from its load on. */
function watchWaits() {
	const times = window as unknown as { longestWait: number };
	times.longestWait = 0;
	addEventListener('load', () => {
		let last = performance.now();
		const timer = setInterval(() => {
			const now = performance.now();
			times.longestWait = Math.max(times.longestWait, now - last - 4);
			last = now;
			if (now > 12_000) clearInterval(timer);
		}, 4);
	});
}

/** To the end in 10 s. Share of frames that took over 20 ms. */
const scrollThrough = (page: Page): Promise<number> =>
	page.evaluate(async (ms) => {
		const end = document.documentElement.scrollHeight;
		const started = performance.now();
		let last = started;
		let slow = 0;
		let frames = 0;
		while (last - started < ms) {
			scrollTo(0, (end * (last - started)) / ms);
			await new Promise(requestAnimationFrame);
			const now = performance.now();
			if (now - last > 20) slow++;
			frames++;
			last = now;
		}
		return slow / frames;
	}, SCROLL);
