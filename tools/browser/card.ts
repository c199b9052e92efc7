/** The open card as a reader meets it: its words, out of a closed shadow root. */
import type { Page, SerializedAXNode } from 'puppeteer-core';
import type { Kind } from './find.ts';

const HOST = 'sidelight-card';

/** Lines of the card's text, or null when none is open. */
export async function readCard(page: Page, kind: Kind): Promise<string[] | null> {
	const seen = await page.evaluate(
		(name) =>
			document.querySelector<HTMLElement>(name)?.style.getPropertyValue('--sidelight-seen') === 'visible' &&
			document.querySelector(`${name}:popover-open`) !== null,
		HOST,
	);
	if (!seen) return null;
	return kind === 'chromium' ? fromAccessibilityTree(page) : fromShadowTree(page);
}

/** Waits for a card; null when none opens in `timeout` ms. */
export async function waitForCard(page: Page, kind: Kind, timeout = 3000): Promise<string[] | null> {
	const end = Date.now() + timeout;
	for (;;) {
		const card = await readCard(page, kind);
		if (card && card.length > 0) return card;
		if (Date.now() > end) return null;
		await new Promise((resume) => setTimeout(resume, 30));
	}
}

const TEXTS = new Set(['StaticText', 'text']);

async function fromAccessibilityTree(page: Page): Promise<string[]> {
	const root = await page.accessibility.snapshot({ interestingOnly: false });
	const lines: string[] = [];
	const walk = (node: SerializedAXNode, inside: boolean) => {
		const here =
			inside || (/^(group|dialog|region)$/.test(node.role) && (node.name ?? '') !== '' && isCard(node));
		if (here && TEXTS.has(node.role) && node.name?.trim()) lines.push(node.name.trim());
		for (const child of node.children ?? []) walk(child, here);
	};
	if (root) walk(root, false);
	return lines;
}

/** The card is named by its heading and has a button to close it. */
const isCard = (node: SerializedAXNode): boolean =>
	(node.children ?? []).some((child) => child.role === 'button') || (node.children ?? []).some(isCard);

interface Remote {
	type: string;
	value?: {
		nodeType: number;
		nodeValue?: string;
		localName?: string;
		children?: Remote[];
		shadowRoot?: Remote | null;
	};
}

/** Firefox's accessibility locator finds nothing in closed roots; BiDi writes them out. */
async function fromShadowTree(page: Page): Promise<string[]> {
	const browser = page.browser() as unknown as {
		connection: { send(method: string, params: object): Promise<{ result: { result: Remote } }> };
	};
	const context = (page.mainFrame() as unknown as { _id: string })._id;
	const answer = await browser.connection.send('script.callFunction', {
		functionDeclaration: `() => document.querySelector('${HOST}')`,
		target: { context },
		awaitPromise: false,
		serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
	});
	const lines: string[] = [];
	const walk = ({ value }: Remote) => {
		if (!value) return;
		if (value.nodeType === 3 && value.nodeValue?.trim()) lines.push(value.nodeValue.trim());
		if (value.shadowRoot) walk(value.shadowRoot);
		for (const child of value.children ?? []) walk(child);
	};
	walk(answer.result.result);
	return lines;
}
