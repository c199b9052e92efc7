/**
 * Proof of quiet: every page of the gallery, and the real pages where they lie beside the project, once with Sidelight
 * and once without. The document is the same but for the host, and the page hears nothing of it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { launch, type Running } from '../../tools/browser/launch.ts';
import { hoverMark, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { GALLERY, serveGallery } from './support/gallery.ts';

const REAL = '../shared/data/pages';
const real = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.html.gz')) : [];
const still = GALLERY.filter(({ restless, file }) => !restless && file.endsWith('.html'));

let served: Served;
beforeAll(async () => {
	served = await serveGallery();
});
afterAll(() => served.close());

interface Visit {
	html: string;
	/** What the page wrote to the console, and its errors. */
	said: string[];
	asked: string[];
	/** Sum of layout shifts where the browser tells, and how high the page is, px. */
	shift: number;
	height: number;
	marks: number;
	/** Names of events that came with an address of an extension in them. */
	leaks: string[];
	hosts: number;
}

/** Before any script: the same clock and chance in both runs, an ear for messages, and the shifts. */
function prepare() {
	let seed = 7;
	Math.random = () => {
		seed = (seed * 16807) % 2147483647;
		return seed / 2147483647;
	};
	const seen = { shift: 0, leaks: [] as string[] };
	(window as unknown as { seen: typeof seen }).seen = seen;
	const told = (event: Event) => {
		const text = `${event.type} ${String((event as MessageEvent).data)} ${JSON.stringify((event as CustomEvent).detail ?? '')}`;
		if (/(chrome|moz)-extension:|sidelight/i.test(text)) seen.leaks.push(text);
	};
	for (const type of ['message', 'wxt:content-script-started', 'sidelight', 'securitypolicyviolation'])
		addEventListener(type, told, true);
	try {
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
	} catch {
		// Firefox does not tell.
	}
}

/** Runs of a page at the most. */
const ATTEMPTS = 3;

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** `html`: answered for the address, and nothing else is. `hover`: which mark, if any. */
async function visit(
	running: Running,
	url: string,
	{ html, hover = null }: { html?: string; hover?: number | null },
): Promise<Visit> {
	const page = await running.browser.newPage();
	const said: string[] = [];
	const asked: string[] = [];
	page.on('pageerror', (error) => said.push(String(error)));
	page.on('console', (message) => said.push(message.text()));
	page.on('request', (request) => {
		if (!request.url().endsWith('/favicon.ico')) asked.push(request.url().slice(0, 300));
	});
	if (html !== undefined) await answerAll(page, url, html);
	await page.evaluateOnNewDocument(prepare);
	await page.goto(url, { waitUntil: 'domcontentloaded' });
	// Some old pages never end loading: nobody answers for their plug-ins.
	const loaded = { timeout: 5000, polling: 100 };
	await page.waitForFunction(() => document.readyState === 'complete', loaded).catch(() => undefined);
	// With no extension the same time passes.
	const marks = running.origin ? (await waitForMarks(page, { timeout: 1500 })).length : 0;
	await pause(running.origin ? 300 : 800);
	if (hover !== null && marks > 0) {
		await hoverMark(page, hover);
		expect(await waitForCard(page, running.kind)).not.toBeNull();
	}
	const found = await page.evaluate(() => {
		const hosts = document.querySelectorAll('sidelight-card');
		for (const host of hosts) host.remove();
		const { seen } = window as unknown as { seen: { shift: number; leaks: string[] } };
		return {
			html: document.documentElement.outerHTML,
			height: document.documentElement.scrollHeight,
			hosts: hosts.length,
			resources: performance.getEntriesByType('resource').map(({ name }) => name),
			...seen,
		};
	});
	const leaks = [...found.leaks, ...found.resources.filter((name) => /^(chrome|moz)-extension:/.test(name))];
	await page.close();
	return { ...found, marks, said, asked, leaks };
}

/** Nobody outside is asked: the page itself is ours to give, all else is not there. */
async function answerAll(page: Page, url: string, html: string): Promise<void> {
	await page.setRequestInterception(true);
	page.on('request', (request: HTTPRequest) => {
		const reply =
			request.url() === url
				? { status: 200, contentType: 'text/html; charset=utf-8', body: html }
				: { status: 404, contentType: 'text/plain', body: '' };
		// A request that the page itself took back needs no answer.
		request.respond(reply).catch(() => undefined);
	});
}

/** Console lines name the moment and the place of a script; what is counted is what was said. */
const sorted = (lines: readonly string[]) => [...lines].sort();

/** What of a page is not the same with Sidelight. */
function differences(plain: Visit, seen: Visit): Partial<Record<keyof Visit, unknown>> {
	const found: Partial<Record<keyof Visit, unknown>> = {};
	for (const key of ['html', 'shift', 'height'] as const)
		if (plain[key] !== seen[key]) found[key] = [plain[key], seen[key]];
	for (const key of ['said', 'asked'] as const) {
		const [one, other] = [sorted(plain[key]), sorted(seen[key])];
		if (one.join('\n') !== other.join('\n')) found[key] = [one, other];
	}
	return found;
}

/**
 * A page's own moments differ from run to run: what is Sidelight's doing differs each time. What never was the same is
 * held against it, unless two runs without it differ there too.
 */
async function prove(
	visitPlain: () => Promise<Visit>,
	visitWith: () => Promise<Visit>,
	id: string,
): Promise<void> {
	const plains: Visit[] = [];
	let left: string[] | null = null;
	let last: ReturnType<typeof differences> = {};
	for (let i = 0; i < ATTEMPTS && left?.length !== 0; i++) {
		const [plain, seen] = await Promise.all([visitPlain(), visitWith()]);
		expect(seen.leaks).toEqual([]);
		expect(seen.html.includes(id)).toBe(false);
		expect(seen.hosts).toBeLessThanOrEqual(1);
		plains.push(plain);
		last = differences(plain, seen);
		const now = Object.keys(last);
		left = left === null ? now : left.filter((key) => now.includes(key));
	}
	const own = plains.slice(1).flatMap((one) => Object.keys(differences(plains[0] as Visit, one)));
	const held = (left ?? []).filter((key) => !own.includes(key));
	expect(Object.fromEntries(held.map((key) => [key, last[key as keyof Visit]]))).toEqual({});
}

inBothBrowsers('proof of quiet', (running, kind) => {
	let plain: Running;
	beforeAll(async () => {
		plain = await launch({ kind, extension: null });
	});
	afterAll(() => plain?.close());

	it.each(still)('$file', async ({ file, hover = 0 }) => {
		const url = `${served.origin}/${file}`;
		await prove(
			() => visit(plain, url, {}),
			() => visit(running(), url, { hover }),
			running().extensionId,
		);
	});

	describe.runIf(real.length > 0)('real pages', () => {
		it.each(real)('%s', async (name) => {
			const html = gunzipSync(readFileSync(join(REAL, name))).toString('utf8');
			const url = `http://page.example/${name}`;
			await prove(
				() => visit(plain, url, { html }),
				() => visit(running(), url, { html }),
				running().extensionId,
			);
		});
	});
});

it('gives pages nothing to load from the extension', () => {
	for (const browser of ['chrome', 'firefox']) {
		const manifest = JSON.parse(readFileSync(`.output/${browser}/manifest.json`, 'utf8'));
		expect(manifest.web_accessible_resources ?? []).toEqual([]);
	}
});

if (real.length === 0) {
	it('the real pages are not beside this checkout: their proof of quiet has nothing to read', () => {
		expect(real).toEqual([]);
	});
}
