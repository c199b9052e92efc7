/** People the packs do not know, asked of the worker: in Chromium by way of the offscreen document. */
import { browser } from 'wxt/browser';
import type { Span } from '../../lib/names/index.ts';
import { createTagger } from '../../lib/names/tagger.ts';
import { startWorker } from '../offscreen/worker.ts';

/** Pages do without when it takes longer, ms. */
const PATIENCE = 2000;

export class NoWorker extends Error {
	readonly code = 'no-worker';
}

/** Names by text. Throws NoWorker. */
export async function strangersOf(texts: readonly string[]): Promise<Span[][]> {
	if (texts.length === 0) return [];
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new NoWorker()), PATIENCE);
	});
	const asked = import.meta.env.FIREFOX ? inThisPage(texts) : inOffscreen(texts);
	return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

let tagger: ReturnType<typeof createTagger> | undefined;

function inThisPage(texts: readonly string[]): Promise<Span[][]> {
	tagger ??= createTagger(startWorker);
	return tagger.strangers(texts);
}

async function inOffscreen(texts: readonly string[]): Promise<Span[][]> {
	await offscreen();
	const answer: { spans?: Span[][] } | undefined = await browser.runtime.sendMessage({
		type: 'offscreen-strangers',
		texts,
	});
	if (!answer?.spans) throw new NoWorker();
	return answer.spans;
}

let opening: Promise<void> | null = null;

function offscreen(): Promise<void> {
	opening ??= open().finally(() => {
		opening = null;
	});
	return opening;
}

async function open(): Promise<void> {
	const contextTypes = ['OFFSCREEN_DOCUMENT' as const];
	const contexts = await browser.runtime.getContexts({ contextTypes: contextTypes as never });
	if (contexts.length > 0) return;
	await browser.offscreen.createDocument({
		url: '/offscreen.html',
		reasons: ['WORKERS' as never],
		justification: 'Finds the names of people in English texts, in a worker.',
	});
}
