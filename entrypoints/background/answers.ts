/** What overlays and extension pages may ask, and how it is answered. */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { cardView } from '../../lib/corpus/index.ts';
import { type Answers, Request, SCAN_PORT, ScanRequest } from '../../lib/messages/index.ts';
import type { Found } from '../../lib/names/index.ts';
import { changeSettings, chosenReader, readSettings } from '../../lib/settings/index.ts';
import { MARK_STYLE } from './mark-style.ts';
import { RowMissing, ready, withStore } from './store.ts';

/** Content scripts may ask for these; the rest is for extension pages. */
const FOR_PAGES = new Set<Request['type']>(['card-code', 'events', 'card', 'hide-name', 'site-off']);

export function answerScans(): void {
	browser.runtime.onConnect.addListener((port) => {
		if (port.name !== SCAN_PORT || !port.sender?.tab?.id) return;
		void style(port.sender);
		port.onMessage.addListener(async (message: unknown) => {
			const request = v.safeParse(ScanRequest, message);
			if (!request.success) return port.disconnect();
			const { id, texts } = request.output;
			const reply = await scan(texts).then(
				(found) => ({ id, found }),
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
			return {};
		case 'events':
			return withStore(async ({ corpus, lookup }) => ({
				recognised: await lookup.recognise(corpus, request.page),
			}));
		case 'card':
			return card(request);
		case 'hide-name':
			await hideName(request);
			return {};
		case 'site-off':
			await siteOff(sender);
			return {};
		case 'ready': {
			await ready();
			return {};
		}
	}
}

/** A name the reader wants marked no more is as discreet as one of a discreet pack. */
async function scan(texts: readonly string[]): Promise<Found> {
	const found = await withStore(({ lookup }) => lookup.scan(texts));
	const { hidden } = await readSettings(browser.storage.local);
	const discreet = found.ids.flatMap((id, at) => (hidden.includes(id) ? [at] : []));
	return { ...found, discreet: [...found.discreet, ...discreet] };
}

async function hideName({ entity, hide }: Extract<Request, { type: 'hide-name' }>): Promise<void> {
	const { hidden } = await readSettings(browser.storage.local);
	const others = hidden.filter((id) => id !== entity);
	await changeSettings(browser.storage.local, { hidden: hide ? [...others, entity] : others });
}

async function siteOff({ tab }: Browser.runtime.MessageSender): Promise<void> {
	const host = tab?.url ? new URL(tab.url).host : '';
	const { off } = await readSettings(browser.storage.local);
	if (host && !off.includes(host)) await changeSettings(browser.storage.local, { off: [...off, host] });
}

async function card(request: Extract<Request, { type: 'card' }>): Promise<Answers['card']> {
	const settings = await readSettings(browser.storage.local);
	const reader = chosenReader(settings, navigator.languages);
	const relations = new Map(request.events.map(({ id, relation }) => [id, relation]));
	const heading = { text: request.heading, lang: request.headingLang };
	const view = await withStore(async ({ corpus }) => {
		const made = await cardView(corpus, request.entity, reader, heading, { relations });
		if (!made) throw new RowMissing();
		return made;
	});
	return { view, reader, hidden: settings.hidden.includes(request.entity) };
}

/** The marks' look goes in as the reader's own style: under any CSP, in shadow trees, unseen by the page. */
async function style(sender: Browser.runtime.MessageSender): Promise<void> {
	try {
		await browser.scripting.insertCSS({ target: frameOf(sender), css: MARK_STYLE, origin: 'USER' });
	} catch {
		// The frame is gone or may not be styled: its marks stay without a look.
	}
}

function frameOf({ tab, frameId }: Browser.runtime.MessageSender) {
	return { tabId: tab?.id as number, frameIds: [frameId ?? 0] };
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? 'failed');
