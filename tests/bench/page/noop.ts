/**
 * An extension that does next to nothing, to compare with: one script at document_end, one message, one highlight. And one
 * that besides reads a page's text by the cheapest way known, and sends it to its background, which looks for nothing.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { MESSAGE } from '../../../lib/messages/page.ts';
import type { Kind } from '../../../tools/browser/find.ts';
import { launch, type Running } from '../../../tools/browser/launch.ts';

const CONTENT = `
(async () => {
	const { runtime } = globalThis.browser ?? chrome;
	const asked = performance.now();
	await runtime.sendMessage({ type: 'nothing' });
	const answered = performance.now();
	const text = document.createTreeWalker(document.body, 4).nextNode();
	CSS.highlights.set('noop', new Highlight(new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 1 })));
	requestAnimationFrame(() => {
		document.documentElement.dataset.noop = JSON.stringify({ trip: answered - asked, painted: performance.now() });
	});
})();
`;

const READER = `
{
	const port = (globalThis.browser ?? chrome).runtime.connect();
	let [texts, size] = [[], 0];
	const send = () => {
		port.postMessage(texts);
		[texts, size] = [[], 0];
	};
	for (const section of document.querySelectorAll('section')) {
		const text = section.innerHTML;
		if (size + text.length > ${MESSAGE}) send();
		texts.push(text);
		size += text.length;
	}
	send();
}
`;

const BACKGROUND = `
const { runtime } = globalThis.browser ?? chrome;
runtime.onMessage.addListener((_message, _sender, answer) => answer({}));
runtime.onConnect.addListener((port) => port.onMessage.addListener(() => port.postMessage([])));
`;

/** A browser with it, or with the one that `reads`; its worker dies as soon as Sidelight's does in the benches. */
export async function launchNoop(kind: Kind, reads = false): Promise<Running> {
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-noop-'));
	const extension = writeNoop(join(folder, 'noop'), kind, reads);
	const running = await launch({ kind, extension, settle: false, idleAfter: 1500 });
	const close = async () => {
		await running.close();
		rmSync(folder, { recursive: true, force: true });
	};
	return { ...running, close };
}

/** ms: message to its background and back; when its highlight was painted. */
export async function noopTimes(page: Page): Promise<{ trip: number; painted: number }> {
	await page.waitForFunction(() => document.documentElement.dataset.noop !== undefined, {
		timeout: 8000,
		polling: 30,
	});
	return JSON.parse(await page.evaluate(() => document.documentElement.dataset.noop ?? '{}'));
}

/** ms to read every character of a page once. */
export const readLoop = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const started = performance.now();
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		let sum = 0;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const { data } = node as Text;
			for (let i = 0; i < data.length; i++) sum = (sum + data.charCodeAt(i)) | 0;
		}
		return sum === 0 ? 0 : performance.now() - started;
	});

/** Writes it into `folder`. */
function writeNoop(folder: string, kind: Kind, reads: boolean): string {
	mkdirSync(folder, { recursive: true });
	const manifest = {
		manifest_version: 3,
		name: 'no-op',
		version: '1',
		host_permissions: ['*://*/*'],
		content_scripts: [{ matches: ['*://*/*'], js: ['content.js'], run_at: 'document_end' }],
		background: kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
		...(kind === 'firefox'
			? { browser_specific_settings: { gecko: { id: 'noop@sidelight.example' } } }
			: { message_serialization: 'structured_clone' }),
	};
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
	writeFileSync(join(folder, 'content.js'), reads ? CONTENT + READER : CONTENT);
	writeFileSync(join(folder, 'background.js'), BACKGROUND);
	return folder;
}
