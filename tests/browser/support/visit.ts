/** One visit of a page, in a window of its own, and what can be seen of it from outside: with Sidelight or without. */
import type { HTTPRequest, Page } from 'puppeteer-core';
import { waitForCard } from '../../../tools/browser/card.ts';
import { type Running, tellTab } from '../../../tools/browser/launch.ts';
import { hoverMark, waitForMarks } from '../../../tools/browser/marks.ts';
import { until } from './own.ts';

export interface Visit {
	html: string;
	/** What the page wrote to the console, and its errors. */
	said: string[];
	asked: string[];
	/** Sum of layout shifts where the browser tells, and how high the page is, px. */
	shift: number;
	height: number;
	marks: number;
	/** Blocks of text that Sidelight says it read. */
	blocks: number;
	/** Whether a card opened where one was asked for. */
	card: boolean;
	/** Events and attributes with the address of an extension in them, or its id. */
	leaks: string[];
	hosts: number;
}

export interface Visitor {
	running: Running;
	/** A page of the extension's own, to ask overlays through; null without it. */
	own: Page | null;
}

/**
 * Before any script: the same chance and the same time in all runs, the shifts, and an ear for all that could carry an
 * extension's id. The clock goes on a millisecond each time the page asks: some choose what to show by the second.
 */
function prepare(id: string) {
	let seed = 7;
	Math.random = () => {
		seed = (seed * 16807) % 2147483647;
		return seed / 2147483647;
	};
	let time = Date.UTC(2024, 5, 19);
	Date.now = () => time++;
	window.Date = new Proxy(Date, {
		apply: (clock) => String(new clock(time++)),
		construct: (clock, given, as) => Reflect.construct(clock, given.length > 0 ? given : [time++], as),
	});
	const seen = { shift: 0, leaks: [] as string[] };
	(window as unknown as { visit: typeof seen }).visit = seen;
	const strange = new RegExp(`(chrome|moz)-extension:|sidelight${id ? `|${id}` : ''}`, 'i');
	const note = (what: string) => {
		if (strange.test(what)) seen.leaks.push(what.slice(0, 300));
	};
	const said = (value: unknown) => {
		try {
			return JSON.stringify(value) ?? '';
		} catch {
			return String(value);
		}
	};
	const told = (event: Event) => {
		const { data, detail, key, message, filename, blockedURI } = event as unknown as Record<string, unknown>;
		note(said([event.type, data, detail, key, message, filename, blockedURI]));
	};
	const types = new Set(['wxt:content-script-started', 'sidelight', 'message', 'securitypolicyviolation']);
	for (const owner of [window, Document.prototype, HTMLElement.prototype])
		for (const name in owner) if (name.startsWith('on')) types.add(name.slice(2));
	for (const type of types) addEventListener(type, told, true);
	new MutationObserver((records) => {
		// The host itself is seen, and may be.
		const others = (nodes: Iterable<Node>) =>
			([...nodes] as Element[]).filter(({ localName }) => localName !== 'sidelight-card');
		for (const { target, addedNodes } of records)
			for (const element of others([target, ...addedNodes]))
				for (const { name, value } of element.attributes ?? []) note(`${name}=${value}`);
	}).observe(document, { subtree: true, childList: true, attributes: true });
	try {
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
	} catch {
		// Firefox does not tell.
	}
}

export interface Kind {
	/** Answered for the address, and nothing else is. */
	html?: string;
	/** Which mark is hovered, if any. */
	hover?: number | null;
	/** false: nothing on the page bears a name. */
	names?: boolean;
	/** false: not a page that Sidelight reads. */
	text?: boolean;
	/** The page changes by itself: its document is not the same twice. */
	restless?: boolean;
}

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** With no extension the same time passes as Sidelight takes at the most where there is nothing to mark, ms. */
const SETTLED = 700;

export async function visit({ running, own }: Visitor, url: string, kind: Kind): Promise<Visit> {
	const { html, hover = null, names = true, text = true } = kind;
	// A window of its own: tabs behind others draw nothing.
	const page = await running.browser.newPage({ type: 'window' });
	const said: string[] = [];
	const asked: string[] = [];
	page.on('pageerror', (error) => said.push(String(error)));
	page.on('console', (message) => said.push(message.text()));
	page.on('request', (request) => {
		if (!request.url().endsWith('/favicon.ico')) asked.push(request.url().slice(0, 300));
	});
	if (html !== undefined) await answerAll(page, url, html);
	await page.evaluateOnNewDocument(prepare, running.extensionId);
	await page.goto(url, { waitUntil: 'domcontentloaded' });
	// Some old pages never end loading: nobody answers for their plug-ins.
	const loaded = { timeout: 4000, polling: 100 };
	await page.waitForFunction(() => document.readyState === 'complete', loaded).catch(() => undefined);
	const blocks = own && text ? await blocksRead(own, page.url()) : 0;
	const marks = own && text && names ? (await waitForMarks(page, { timeout: 600, quiet: 200 })).length : 0;
	await pause(own && text ? 150 : SETTLED);
	let card = false;
	// Windows side by side may hold the pointer's moves up until they are too quick; a hand would come again too.
	for (let tries = 0; hover !== null && marks > 0 && !card && tries < 2; tries++) {
		await hoverMark(page, hover);
		card = (await waitForCard(page, running.kind)) !== null;
	}
	const found = await page.evaluate(() => {
		const hosts = document.querySelectorAll('sidelight-card');
		for (const host of hosts) host.remove();
		const { visit: seen } = window as unknown as { visit: { shift: number; leaks: string[] } };
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
	return { ...found, marks, blocks, card, said, asked, leaks };
}

/**
 * Waits until the overlay has read the page; 0 when it says of none that it did. A page that never rests may have to be
 * read again first, which it is after 10 s at the latest.
 */
async function blocksRead(own: Page, url: string): Promise<number> {
	const read = () => tellTab(own, url, { type: 'report' }) as Promise<{ blocks: unknown[] } | null>;
	const report = await until(read, (seen) => (seen?.blocks.length ?? 0) > 0, 15_000);
	return report?.blocks.length ?? 0;
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
