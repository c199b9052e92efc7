/** What overlays and extension pages may ask, and how it is answered. */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { cardView, correctedLines, namesInside } from '../../lib/corpus/index.ts';
import { countUnlike, secondMarks } from '../../lib/events/index.ts';
import {
	type Answers,
	BREAK,
	type Mode,
	PART,
	type PageText,
	Request,
	SCAN_PORT,
	type Scanned,
	ScanRequest,
} from '../../lib/messages/index.ts';
import { isPackRequest } from '../../lib/messages/packs.ts';
import { codeOf as storeCodeOf } from '../../lib/packs/index.ts';
import { textsOf } from '../../lib/page/markup.ts';
import { changeSettings, chosenReader, hostOf, modeOf, quietOn, withItem } from '../../lib/settings/index.ts';
import { closes } from '../../lib/text/index.ts';
import { countFor } from './badge.ts';
import { beside, eventShown, sentence } from './beside.ts';
import { compared } from './compared.ts';
import { openCorpusPage } from './open-corpus.ts';
import { MARKS_CSS } from './scripts.ts';
import { settingsNow } from './settings.ts';
import { showEvent } from './show-event.ts';
import { indexSearch, RowMissing, ready, withStore } from './store.ts';
import { strangersOf } from './strangers.ts';
import { tell } from './tabs.ts';

/** Content scripts may ask for these; the rest is for extension pages. */
const FOR_PAGES = new Set<Request['type']>([
	'card-code',
	'events',
	'compare',
	'strangers',
	'card',
	'sentence',
	'hide-name',
	'site-off',
	'show-event',
	'open-corpus',
	'mode',
	'style',
]);

/** Every character counts. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A request comes in fewer messages than this; no more are kept. */
const MOST_MESSAGES = 20;

export function answerScans(): void {
	browser.runtime.onConnect.addListener((port) => {
		if (port.name !== SCAN_PORT || !port.sender?.tab?.id) return;
		/** Of the request that is coming in. */
		let messages: string[][] = [];
		port.onMessage.addListener(async (message: unknown) => {
			const request = v.safeParse(ScanRequest, message);
			if (!request.success || messages.length === MOST_MESSAGES) return port.disconnect();
			const { id, parts: some, more } = request.output;
			messages.push(Array.isArray(some) ? some : decoder.decode(some).split(PART));
			if (more) return;
			const parts = messages.flat();
			messages = [];
			const isMarkup = (at: number) => parts[at - 1] === '';
			const texts = parts.map((part, at) => (isMarkup(at) ? textsOf(part) : part ? part.split(BREAK) : []));
			const cut = texts.filter((_, at) => isMarkup(at)).map((all) => all.map(({ length }) => length));
			const reply = await scan(texts.flat()).then(
				(found) => ({ id, found: { ...found, marks: packed(found.marks), cut } }),
				(error) => ({ id, error: codeOf(error) }),
			);
			try {
				port.postMessage(reply);
			} catch {
				// The page went away while its names were looked up.
			}
		});
	});
}

export function answerMessages(): void {
	browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
		// Answered by packs.ts.
		if (isPackRequest(message)) return false;
		const request = v.safeParse(Request, message);
		if (
			!request.success ||
			(sender.tab?.id !== undefined && isPage(sender) && !FOR_PAGES.has(request.output.type))
		) {
			respond({ error: 'bad-request' });
			return false;
		}
		answer(request.output, sender).then(respond, (error) => {
			console.warn('sidelight:', request.output.type, error);
			respond({ error: codeOf(error) });
		});
		return true;
	});
}

/** Whether a web page's frame asks, not one of our own pages. */
const isPage = (sender: Browser.runtime.MessageSender) =>
	!sender.url?.startsWith(browser.runtime.getURL('/' as '/'));

async function answer(
	request: Request,
	sender: Browser.runtime.MessageSender,
): Promise<Answers[Request['type']]> {
	switch (request.type) {
		case 'card-code':
			await browser.scripting.executeScript({ target: frameOf(sender), files: ['/card.js' as never] });
			return { reader: chosenReader(await settingsNow(), navigator.languages) };
		case 'events':
			return events(request.page, sender);
		case 'compare':
			return {
				comparison: JSON.stringify(
					await withStore(({ corpus, lookup }) => lookup.compare(corpus, request.page, request.event)),
				),
			};
		case 'beside':
			return { beside: await beside(request) };
		case 'event':
			return { event: await eventShown(request) };
		case 'sentence':
			return { sentence: await sentence(request) };
		case 'card':
			return card(request);
		case 'strangers':
			return { spans: await strangersOf(request.texts) };
		case 'explain':
			return {
				candidates: await withStore(({ lookup }) => lookup.explain(request.texts, strangersOf)),
			};
		case 'hide-name':
			await hideName(request);
			return {};
		case 'site-off':
			await siteOff(sender);
			return {};
		case 'show-event':
			return showEvent(request, sender);
		case 'open-corpus':
			await openCorpusPage(request, sender.tab);
			return {};
		case 'style':
			await style(sender);
			return {};
		case 'mode':
			return { mode: await modeFor(sender) };
		case 'ready': {
			const { corpus } = await ready();
			return { packs: corpus.heads.size };
		}
		case 'search-index':
			await indexSearch({ anew: true });
			return {};
	}
}

/** Firefox copies a list of numbers one by one. Chromium copies it as quickly, and before 148 as JSON. */
const packed = (marks: Scanned['marks']) => (import.meta.env.FIREFOX ? Int32Array.from(marks) : marks);

/** A name the reader wants marked no more is as discreet as one of a discreet pack. */
async function scan(texts: readonly string[]): Promise<Omit<Scanned, 'cut'>> {
	const settings = settingsNow();
	const { found, same } = await withStore(async ({ corpus, lookup }) => ({
		found: await lookup.scan(texts),
		same: await corpus.same(),
	}));
	const { hidden } = await settings;
	const isHidden = (id: string) => same.of(id).some((one) => hidden.includes(one));
	const discreet = found.ids.flatMap((id, at) => (isHidden(id) ? [at] : []));
	return { ...found, discreet: [...found.discreet, ...discreet], closing: texts.filter(closes) };
}

async function events(
	page: PageText,
	{ tab, frameId }: Browser.runtime.MessageSender,
): Promise<Answers['events']> {
	const { recognised, comparison } = await withStore(async (ready) => {
		const recognised = await ready.lookup.recognise(ready.corpus, page);
		const about = recognised.find(({ relation }) => relation === 'about');
		return { recognised, comparison: about ? await compared(ready, page, about.id) : null };
	});
	// A frame's text is not what the tab is about.
	if (tab?.id !== undefined && frameId === 0)
		void countFor(tab.id, page.url, recognised).catch(() => undefined);
	const texts = page.blocks.map(({ text }) => text);
	return {
		recognised,
		second: comparison ? secondMarks(comparison, texts) : [],
		unlike: comparison ? countUnlike(comparison) : { differs: 0, worded: 0 },
	};
}

/** An overlay that was let in for one look-up, on a site that is off, draws nothing by itself. */
async function modeFor(sender: Browser.runtime.MessageSender): Promise<Mode> {
	const { tab, url, frameId = 0 } = sender;
	const [settings, withdrawn] = await Promise.all([settingsNow(), isWithdrawn(sender)]);
	const mode = modeOf(settings);
	if (withdrawn && tab?.id !== undefined) tell(tab.id, { type: 'stop' }, { frameId });
	const quiet = withdrawn || quietOn(settings, hostOf(tab?.url ?? url));
	return quiet ? { ...mode, open: 'none', marks: false } : mode;
}

/** A page the browser kept may come back after the reader took our access away: it was not there to be told. */
async function isWithdrawn({ tab, origin }: Browser.runtime.MessageSender): Promise<boolean> {
	const origins = [`${origin}/*`];
	if (await browser.permissions.contains({ origins }).catch(() => false)) return false;
	// A click may have let us in: browsers tell the address of a tab to those with access to it.
	const now = tab?.id === undefined ? null : await browser.tabs.get(tab.id).catch(() => null);
	return now?.url === undefined;
}

async function hideName({ entity, hide }: Extract<Request, { type: 'hide-name' }>): Promise<void> {
	await changeSettings(browser.storage.local, ({ hidden }) => ({ hidden: withItem(hidden, entity, hide) }));
}

async function siteOff({ tab, url }: Browser.runtime.MessageSender): Promise<void> {
	const host = hostOf(tab?.url ?? url);
	if (host) await changeSettings(browser.storage.local, ({ off }) => ({ off: withItem(off, host, true) }));
}

function card(request: Extract<Request, { type: 'card' }>): Promise<Answers['card']> {
	const relations = new Map(request.events.map(({ id, relation }) => [id, relation]));
	const heading = { text: request.heading, lang: request.headingLang };
	return withStore(async ({ corpus, lookup }) => {
		const settings = await settingsNow();
		const reader = chosenReader(settings, navigator.languages);
		const view = await cardView(corpus, request.entity, reader, heading, { relations });
		if (!view) throw new RowMissing(request.entity);
		return {
			view,
			names: await namesInside(lookup.scan, view, settings.hidden),
			corrected: request.known ? await reworded(corpus, request.known, reader) : [],
			reader,
			hidden: settings.hidden.includes(request.entity),
		};
	});
}

/** Corrected reports a card shows anyway. */
const reworded = async (...asked: Parameters<typeof correctedLines>) =>
	(await correctedLines(...asked)).filter(({ was, now }) => was.text !== now?.text);

/**
 * The marks' look, where the sheet that was registered does not reach: shadow trees, and pages opened before. As the
 * reader's own style it goes in under any CSP, unseen by the page; but late, and a whole page is styled anew for it.
 */
async function style(sender: Browser.runtime.MessageSender): Promise<void> {
	await browser.scripting.insertCSS({
		target: frameOf(sender),
		files: [MARKS_CSS as never],
		origin: 'USER',
	});
}

function frameOf({ tab, frameId }: Browser.runtime.MessageSender) {
	return { tabId: tab?.id as number, frameIds: [frameId ?? 0] };
}

/** An error of the browser's own has a number, if any. */
function codeOf(error: unknown): string {
	const { code } = error as { code?: unknown };
	return typeof code === 'string' ? code : storeCodeOf(error);
}
