/** The real build with one page more, in a real browser: filled once, then measured page by page. */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Kind } from '../../../tools/browser/find.ts';
import { askBackground, launch, openOwn, type Running } from '../../../tools/browser/launch.ts';
import { withPage } from '../../support/with-page.ts';
import { median } from '../support/report.ts';
import type { Bench, Timed } from './page.ts';
import { openTimes, pageTimes } from './pages.ts';

const OPENINGS = 9;
const ROUNDS = 9;

/** ms unless named otherwise. */
export interface Figures {
	articles: number;
	fillSeconds: number;
	storeMB: number;
	/** From navigation until the latest events are on the screen, where arrow keys and clicks take them. */
	popup: { median: number; most: number };
	/** The same of an extension page that has but one word to draw. */
	empty: { median: number; most: number };
	/** A search by the code of the popup, in a page that has searched before. */
	search: {
		p50: number;
		p95: number;
		most: number;
		first: number;
		byKind: Record<string, number>;
		missed: string[];
	};
	views: Record<string, { median: number; p95: number }>;
	/** JS heap and array buffers, MB; 0: the browser does not tell. */
	heapMB: { popup: number; background: number };
	peer: {
		documents: number;
		buildMs: number;
		loadMs: number;
		p50: number;
		p95: number;
		heapMB: number;
	} | null;
}

export interface How {
	peer: boolean;
	/** Fills and measures nothing: null. */
	fillOnly: boolean;
	/** Filled profiles stay here and are measured again, with the build as it is then; '': none is kept. */
	kept: string;
}

export async function measure(kind: Kind, articles: number, how: How): Promise<Figures | null> {
	const folder = how.kept
		? join(resolve(how.kept), `${kind}-${articles}`)
		: mkdtempSync(join(tmpdir(), 'sidelight-corpus-'));
	const filled = join(folder, 'filled.json');
	const running = await started(kind, folder);
	try {
		if (!existsSync(filled)) {
			const seconds = articles > 0 ? await fill(running, articles) : 0;
			writeFileSync(filled, JSON.stringify({ seconds }));
		}
		const { seconds } = JSON.parse(readFileSync(filled, 'utf8'));
		return how.fillOnly
			? null
			: await measured(running, join(folder, 'profile'), seconds, articles, how.peer);
	} finally {
		await running.close();
		if (!how.kept) rmSync(folder, { recursive: true, force: true });
	}
}

async function started(kind: Kind, folder: string): Promise<Running> {
	const extension = join(folder, 'extension');
	rmSync(extension, { recursive: true, force: true });
	mkdirSync(extension, { recursive: true });
	await withPage(kind, 'bench', 'tests/bench/corpus/page.ts', extension);
	addEmptyPage(extension);
	// Else Chromium goes on with the background that a kept profile has of an older build, beside today's pages and pack.
	rmSync(join(folder, 'profile', 'Default', 'Service Worker'), { recursive: true, force: true });
	return launch({ kind, extension, folder });
}

async function measured(
	running: Running,
	profile: string,
	fillSeconds: number,
	articles: number,
	withPeer: boolean,
): Promise<Figures> {
	const part = async <T>(name: string, measure: () => Promise<T>): Promise<T> => {
		readThrough(profile);
		const from = performance.now();
		const got = await measure();
		const seconds = Math.round((performance.now() - from) / 1000);
		console.log(`${running.kind} ${articles}: ${name} in ${seconds} s`);
		return got;
	};
	await part('index', () => indexed(running, articles));
	const search = await part('search', () => searches(running, articles));
	return {
		articles,
		fillSeconds,
		storeMB: (await inPage(running, (bench) => bench.size(), 0)) / 1e6,
		...(await part('popup', () => popups(running))),
		search,
		views: await part('views', () => views(running, articles)),
		heapMB: await part('heap', () => heaps(running)),
		peer: withPeer ? await part('MiniSearch', () => peerOf(running, articles)) : null,
	};
}

/**
 * Large and small stores are measured from the system's memory: otherwise the figures tell how much of a file it still
 * held, and a machine with others on it forgets one of 600 MB within a minute.
 */
function readThrough(profile: string): void {
	for (const { parentPath, name } of readdirSync(profile, { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && /storage|IndexedDB/.test(entry.parentPath),
	))
		readFileSync(join(parentPath, name));
}

function addEmptyPage(folder: string): void {
	writeFileSync(
		join(folder, 'empty.html'),
		'<!doctype html><title>empty</title><script type="module" src="empty.js"></script>',
	);
	writeFileSync(
		join(folder, 'empty.js'),
		"document.body.append('empty'); requestAnimationFrame(() => setTimeout(() => performance.mark('list')));",
	);
}

async function inPage<T, A>(
	running: Running,
	act: (bench: Bench, given: A) => T,
	given: A,
): Promise<Awaited<T>> {
	const page = await openOwn(running, '/bench.html');
	try {
		return await call(page, act, given);
	} finally {
		await page.close();
	}
}

const call = <T, A>(page: Page, act: (bench: Bench, given: A) => T, given: A): Promise<Awaited<T>> =>
	page.evaluate(`(${act})(globalThis.bench, ${JSON.stringify(given)})`) as Promise<Awaited<T>>;

/** Seconds. */
async function fill(running: Running, articles: number): Promise<number> {
	const started = performance.now();
	const page = await openOwn(running, '/bench.html');
	await call(page, (bench, many) => bench.fill(many), articles);
	await done(running, page, articles);
	await askBackground(page, { type: 'packs-changed' });
	await page.close();
	return Math.round((performance.now() - started) / 1000);
}

async function indexed(running: Running, articles: number): Promise<void> {
	const page = await openOwn(running, '/bench.html');
	await call(page, (bench) => bench.index(), 0);
	await done(running, page, articles);
	await page.close();
}

/** Asked how it goes, because one call may not take as long. */
async function done(running: Running, page: Page, articles: number): Promise<void> {
	for (let status = ''; status !== 'done'; ) {
		await new Promise((resume) => setTimeout(resume, 1000));
		const now = await call(page, (bench) => bench.status, 0);
		if (now.startsWith('error')) throw new Error(now);
		if (now.endsWith('live') && now !== status) console.log(`${running.kind} ${articles}: ${now}`);
		status = now;
	}
}

async function searches(running: Running, articles: number): Promise<Figures['search']> {
	const page = await openOwn(running, '/bench.html');
	const first = await call(page, (bench) => bench.first(), 0);
	await call(page, (bench, many) => bench.searches(many), articles);
	const times = await call(page, (bench, many) => bench.searches(many), articles);
	await page.close();
	const kinds = Map.groupBy(times, ({ kind }) => kind);
	return {
		...spread(times.map(({ ms }) => ms)),
		first,
		byKind: Object.fromEntries(
			[...kinds].map(([kind, list]) => [kind, spread(list.map(({ ms }) => ms)).p95]),
		),
		// What is asked for is in the invented corpus only.
		missed: times
			.filter(({ found }) => articles > 0 && found === 0)
			.map(({ kind, text }) => `${kind}: ${text}`),
	};
}

const at = (sorted: readonly number[], part: number) =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

export function spread(times: readonly number[]) {
	const sorted = [...times].sort((a, b) => a - b);
	return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), most: sorted.at(-1) ?? 0 };
}

async function popups(running: Running): Promise<Pick<Figures, 'popup' | 'empty'>> {
	const times = { popup: [] as number[], empty: [] as number[] };
	for (let i = 0; i < OPENINGS; i++) {
		for (const name of ['popup', 'empty'] as const) {
			const page = await openOwn(running, `/${name}.html`);
			await page.waitForFunction(() => performance.getEntriesByName('list').length > 0);
			times[name].push(await page.evaluate(() => performance.getEntriesByName('list')[0]?.startTime ?? 0));
			await page.close();
		}
	}
	const of = (list: number[]) => ({ median: median(list), most: Math.max(...list) });
	return { popup: of(times.popup), empty: of(times.empty) };
}

async function views(running: Running, articles: number): Promise<Figures['views']> {
	const times = await inPage(running, (bench, many) => bench.views(many), articles);
	const kinds = Map.groupBy(times as Timed[], ({ kind }) => kind);
	const ids = await inPage(running, (bench, { many, rounds }) => bench.ids(many, rounds), {
		many: articles,
		rounds: articles > 0 ? ROUNDS : 0,
	});
	const lists = [
		...[...kinds].map(([kind, list]): [string, number[]] => [kind, list.map(({ ms }) => ms)]),
		...Object.entries(await pageTimes(running, ids)),
		...(articles > 0
			? [['page event in a new tab', await openTimes(running, ids)] as [string, number[]]]
			: []),
	];
	return Object.fromEntries(
		lists.map(([kind, list]) => {
			const { p50, p95 } = spread(list);
			return [kind, { median: p50, p95 }];
		}),
	);
}

async function heaps(running: Running): Promise<Figures['heapMB']> {
	if (running.kind === 'firefox') return { popup: 0, background: 0 };
	const page = await openOwn(running, '/popup.html');
	for (const text of ['p', 'pu', 'put', '普京', 'dong', 'Puttin', 'Vostochny 2023']) {
		await page.click('input[role=combobox]', { count: 3 });
		await page.type('input[role=combobox]', text);
		await page.waitForSelector('.scroll[aria-busy=false]');
	}
	const popup = await heapOf(await page.createCDPSession());
	// Awake, and with its index.
	await askBackground(page, { type: 'explain', texts: ['普京'] });
	await page.close();
	const worker = running.browser.targets().find((target) => target.type() === 'service_worker');
	return { popup, background: worker ? await heapOf(await worker.createCDPSession()) : 0 };
}

async function heapOf(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
		usedSize: number;
		backingStorageSize?: number;
	};
	await session.detach();
	return (usedSize + backingStorageSize) / 1e6;
}

async function peerOf(running: Running, articles: number): Promise<Figures['peer']> {
	const page = await openOwn(running, '/bench.html');
	const { times, ...rest } = await call(page, (bench, many) => bench.peer(many), articles);
	const heapMB = running.kind === 'chromium' ? await heapOf(await page.createCDPSession()) : 0;
	await page.close();
	const { p50, p95 } = spread(times);
	return { ...rest, p50, p95, heapMB };
}
