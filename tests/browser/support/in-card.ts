/** Into a card's closed shadow root, where no page comes: what stands there, and a hand on its buttons. */
import type { Frame, Page } from 'puppeteer-core';
import { waitForCard } from '../../../tools/browser/card.ts';
import { openOwn, type Running, tellTab } from '../../../tools/browser/launch.ts';
import { rest, until } from './own.ts';

type InRoot<T> = (root: ShadowRoot, ...args: never[]) => T;

/** Runs in the page with the root of the open card that came last; null where none is open. */
export async function inCard<T>(page: Page, act: InRoot<T>, ...args: unknown[]): Promise<T | null> {
	const code = `(root, ...args) => JSON.stringify((${act})(root, ...args) ?? null)`;
	const firefox = /firefox/i.test(await page.browser().version());
	const text = await (firefox ? byBidi(page, code, args) : byDevtools(page, code, args));
	return text === null ? null : (JSON.parse(text) as T);
}

interface Found {
	localName: string;
	backendNodeId: number;
	shadowRoots?: Found[];
	children?: Found[];
	contentDocument?: Found;
}

async function byDevtools(page: Page, code: string, args: unknown[]): Promise<string | null> {
	const session = await page.createCDPSession();
	try {
		const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as {
			root: Found;
		};
		const roots: Found[] = [];
		const walk = (node: Found) => {
			if (node.localName === 'sidelight-card') roots.push(...(node.shadowRoots ?? []));
			for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child);
		};
		walk(root);
		for (const { backendNodeId } of roots.reverse()) {
			const { object } = await session.send('DOM.resolveNode', { backendNodeId });
			const { result } = await session.send('Runtime.callFunctionOn', {
				objectId: object.objectId as string,
				functionDeclaration: `function (...args) {
					return this.host.matches(':popover-open') ? (${code})(this, ...args) : null;
				}`,
				arguments: args.map((value) => ({ value })),
				returnByValue: true,
			});
			if (typeof result.value === 'string') return result.value;
		}
		return null;
	} finally {
		await session.detach();
	}
}

interface Remote {
	sharedId?: string;
	value?: { shadowRoot?: Remote | null };
}

async function byBidi(page: Page, code: string, args: unknown[]): Promise<string | null> {
	const { connection } = page.browser() as unknown as {
		connection: {
			send(
				method: string,
				params: object,
			): Promise<{
				result: {
					type: string;
					exceptionDetails?: { text: string };
					result: { value?: unknown };
				};
			}>;
		};
	};
	const context = (page.mainFrame() as unknown as { _id: string })._id;
	const call = async (functionDeclaration: string, values: object[], more: object = {}) => {
		const { result } = await connection.send('script.callFunction', {
			functionDeclaration,
			arguments: values,
			target: { context },
			awaitPromise: false,
			...more,
		});
		if (result.type === 'exception') throw new Error(result.exceptionDetails?.text);
		return result.result.value;
	};
	const hosts = (await call("() => [...document.querySelectorAll('sidelight-card:popover-open')]", [], {
		serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
	})) as Remote[];
	const sharedId = hosts.at(-1)?.value?.shadowRoot?.sharedId;
	if (!sharedId) return null;
	const given = { type: 'string', value: JSON.stringify(args) };
	const answer = await call(`(root, given) => (${code})(root, ...JSON.parse(given))`, [{ sharedId }, given]);
	return answer as string;
}

export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** The box of what in the card says so, or matches; null when nothing does. Scrolled into sight first. */
export const boxInCard = (page: Page, wanted: string): Promise<Box | null> =>
	inCard(
		page,
		(root: ShadowRoot, text: string) => {
			const all = [...root.querySelectorAll<HTMLElement>('button, a, label')];
			const found =
				all.find((one) => [one.getAttribute('aria-label'), one.textContent].includes(text)) ??
				(/^[.#[]/.test(text) ? root.querySelector<HTMLElement>(text) : null);
			found?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
			const box = found?.getBoundingClientRect();
			return box ? { left: box.left, top: box.top, width: box.width, height: box.height } : null;
		},
		wanted,
	);

/** A real click on what in the card says so. */
export async function clickInCard(page: Page, wanted: string): Promise<void> {
	const box = await until(() => boxInCard(page, wanted), Boolean, 3000);
	if (!box) throw new Error(`nothing in the card says "${wanted}"`);
	await page.mouse.click(box.left + box.width / 2, box.top + box.height / 2);
}

/** How many cards are open. */
export const cardsOpen = (page: Page | Frame): Promise<number> =>
	page.evaluate(() => document.querySelectorAll('sidelight-card:popover-open').length);

/** Waits until so many are; how many there are then. */
export const untilCards = (page: Page | Frame, count: number, timeout?: number): Promise<number> =>
	until(
		() => cardsOpen(page),
		(seen) => seen === count,
		timeout,
	);

/** The words of the card that came last. */
export const wordsInCard = (page: Page): Promise<string | null> =>
	inCard(page, (root: ShadowRoot) => root.querySelector('.card')?.textContent ?? '');

/** Where the card that came last stands. */
export const cardBox = (page: Page): Promise<Box | null> =>
	inCard(page, (root: ShadowRoot) => {
		const { left, top, width, height } = root.host.getBoundingClientRect();
		return { left, top, width, height };
	});

/** Rests the pointer where a name stands, in px, until its card is open; where that stands. */
export async function hoverName(page: Page, { kind }: Running, at: { x: number; y: number }): Promise<Box> {
	await rest(page, at);
	const box = (await waitForCard(page, kind)) && (await cardBox(page));
	if (!box) throw new Error('no card');
	return box;
}

/** What the background sends for a shortcut, which no test can press without a display. */
export async function command(running: Running, page: Page, message: object): Promise<void> {
	const own = await openOwn(running, '/popup.html');
	await tellTab(own, page.url(), message);
	await own.close();
	await page.bringToFront();
}

/** Opens the card of the name at these px by a click, once it is there. */
export async function clickName(
	page: Page,
	running: Running,
	{ x, y }: { x: number; y: number },
): Promise<string> {
	await page.mouse.click(x, y);
	const card = await waitForCard(page, running.kind);
	if (!card) throw new Error('no card');
	return card.join('\n');
}
