/** What axe finds on a page. Chromium only. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import type { Running } from '../../../tools/browser/launch.ts';
import { inOwn, untilText } from './own.ts';

/** `colours`: in light and dark; else all but these, which are the same in every language. */
export async function axeFaults(page: Page, colours: boolean): Promise<string[]> {
	await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
	const look = (theme: 'light' | 'dark', options: object) =>
		page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]).then(() =>
			page.evaluate(
				async (given, seen) => {
					// Colours may still be on their way from the other theme.
					await new Promise(requestAnimationFrame);
					await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
					const { axe } = window as unknown as { axe: typeof import('axe-core') };
					const { violations } = await axe.run(document, given);
					return violations.map(
						({ id, nodes }) => `${seen} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
					);
				},
				options,
				theme,
			),
		);
	const faults = await look('light', colours ? {} : { rules: { 'color-contrast': { enabled: false } } });
	if (colours) faults.push(...(await look('dark', { runOnly: ['color-contrast'] })));
	return faults;
}

/** Of own pages in each language, light and dark; each with what stands there once it is drawn. */
export async function axeFaultsOf(running: Running, pages: Record<string, RegExp>): Promise<string[]> {
	const before = await settings(running);
	const faults: string[] = [];
	for (const reader of ['en', 'zh-Hans', 'zh-Hant-TW']) {
		await settings(running, { ...before, reader });
		for (const [path, drawn] of Object.entries(pages)) {
			await inOwn(running, path, async (page) => {
				const here = `${path} ${reader}`;
				if (!drawn.test(await untilText(page, drawn))) faults.push(`${here}: not drawn`);
				faults.push(...(await axeFaults(page, true)).map((fault) => `${here} ${fault}`));
				const lang = await page.evaluate(() => document.querySelector('main')?.lang ?? '');
				if (!lang || !reader.startsWith(lang.slice(0, 2))) faults.push(`${here}: in ${lang}`);
			});
		}
	}
	await settings(running, before);
	return faults;
}

/** What the reader chose; with `to`, from now on. */
const settings = (running: Running, to?: object): Promise<object> =>
	inOwn(running, '/popup.html', (own) =>
		own.evaluate(async (next) => {
			const { chrome } = globalThis as unknown as { chrome: { storage: { local: Local } } };
			if (next) await chrome.storage.local.set({ settings: next });
			return (await chrome.storage.local.get('settings')).settings ?? {};
		}, to),
	);

interface Local {
	get(key: string): Promise<{ settings?: object }>;
	set(items: object): Promise<void>;
}
