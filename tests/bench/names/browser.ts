/** The names index in a real background: speed beside the read loop, and how soon it answers after the worker died. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Kind } from '../../../tools/browser/find.ts';
import { askBackground, launch, openOwn, type Running, sleepWorker } from '../../../tools/browser/launch.ts';
import { median } from '../support/report.ts';
import type { Asked } from './background.ts';

const RUNS = 9;
/** ms after which Firefox may end the background: long enough to build a million names in. */
const IDLE = 6000;
/** How well a loop is compiled differs from one life of the background to the next. */
const LIVES = 3;

/** ms, medians of nine, and million units a second. */
export interface BrowserFigures {
	aliases: number;
	buildMs: number;
	blockMs: number;
	/** IndexedDB to an index that scans, in a worker that has just woken. */
	coldLoadMs: number;
	/** Question to answer for 10,240 characters, worker dead before. */
	firstAnswerMs: number;
	/** The same with an empty question to the same dead worker. */
	emptyWakeMs: number;
	/** 20,000 characters out, mentions back, awake. */
	articleMs: number;
	emptyTripMs: number;
	speed: Record<'zh' | 'en', Record<string, number>>;
}

export async function measureBrowser(kind: Kind, aliases: number): Promise<BrowserFigures> {
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-names-'));
	await bundle(folder, kind);
	const running = await launch({ kind, extension: folder, settle: false, idleAfter: IDLE });
	try {
		const ask = async <T>(asked: Asked): Promise<T> => {
			const page = await openOwn(running, '/page.html');
			await page.evaluate(() =>
				(globalThis as unknown as { chrome: { runtime: { connect(): void } } }).chrome.runtime.connect(),
			);
			const reply = (await askBackground(page, asked)) as T & { error?: string };
			await page.close();
			if (reply.error) throw new Error(reply.error);
			return reply;
		};
		const stored = await ask<{ buildMs: number; blockMs: number; zh: string; article: string }>({
			op: 'store',
			aliases,
		});
		const lives: BrowserFigures['speed'][] = [];
		for (let life = 0; life < LIVES; life++) {
			if (life > 0) await sleepWorker(running, IDLE);
			lives.push(await ask<BrowserFigures['speed']>({ op: 'speed', aliases }));
		}
		const cold = await afterDeath(running, stored.zh);
		const empty = await afterDeath(running, null);
		const warm = await awake(running, stored.article);
		return {
			aliases,
			buildMs: stored.buildMs,
			blockMs: stored.blockMs,
			coldLoadMs: cold.loadMs,
			firstAnswerMs: cold.tripMs,
			emptyWakeMs: empty.tripMs,
			articleMs: warm.article,
			emptyTripMs: warm.empty,
			speed: { zh: mediansOf(lives.map(({ zh }) => zh)), en: mediansOf(lives.map(({ en }) => en)) },
		};
	} finally {
		await running.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

const mediansOf = (lives: readonly Record<string, number>[]): Record<string, number> =>
	Object.fromEntries(
		Object.keys(lives[0] ?? {}).map((name) => [name, median(lives.map((one) => one[name] ?? Number.NaN))]),
	);

async function bundle(folder: string, kind: Kind): Promise<void> {
	mkdirSync(folder, { recursive: true });
	await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		build: {
			outDir: folder,
			emptyOutDir: false,
			lib: {
				entry: 'tests/bench/names/background.ts',
				formats: ['iife'],
				name: 'bench',
				fileName: () => 'background.js',
			},
		},
	});
	const manifest = {
		manifest_version: 3,
		name: 'names bench',
		version: '1',
		background: kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
		...(kind === 'firefox'
			? { browser_specific_settings: { gecko: { id: 'sidelight@sidelight.example' } } }
			: {}),
	};
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
	writeFileSync(join(folder, 'page.html'), '<!doctype html><title>bench</title>');
}

/** Timed in the page that asks. `text` null: a question that needs no index. */
const timed = (running: Running, text: string | null, times: number) =>
	openOwn(running, '/page.html').then(async (page) => {
		const result = await page.evaluate(
			async (sent, count) => {
				const { runtime } = (
					globalThis as unknown as {
						chrome: { runtime: { sendMessage(m: unknown): Promise<{ loadMs: number }> } };
					}
				).chrome;
				const trips: number[] = [];
				let loadMs = 0;
				for (let i = 0; i < count; i++) {
					const before = performance.now();
					const reply = await runtime.sendMessage(
						sent === null ? { op: 'nothing' } : { op: 'scan', text: sent },
					);
					trips.push(performance.now() - before);
					loadMs = Math.max(loadMs, reply?.loadMs ?? 0);
				}
				return { trips, loadMs };
			},
			text,
			times,
		);
		await page.close();
		return result;
	});

async function afterDeath(running: Running, text: string | null) {
	const loads: number[] = [];
	const trips: number[] = [];
	for (let i = 0; i < RUNS; i++) {
		await sleepWorker(running, IDLE);
		const {
			trips: [trip],
			loadMs,
		} = await timed(running, text, 1);
		trips.push(trip as number);
		loads.push(loadMs);
	}
	return { loadMs: median(loads), tripMs: median(trips) };
}

async function awake(running: Running, article: string) {
	await timed(running, article, 3);
	const { trips } = await timed(running, article, RUNS);
	const empty = await timed(running, null, RUNS);
	return { article: median(trips), empty: median(empty.trips) };
}
