/** What axe finds on a page. Chromium only. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';

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
