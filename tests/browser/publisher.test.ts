/** `npm run pack -- serve <folder> --open <browser>`: an author subscribes to their own pack, and meets its names on a page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kind, needBrowser } from '../../tools/browser/find.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { hostPack, openPack } from '../../tools/pack/serve.ts';
import { type Author, publishedAuthor } from '../unit/publisher/author.ts';
import { press, untilMarks, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';

let author: Author;
let pages: Served;
let served: Awaited<ReturnType<typeof hostPack>>;
beforeAll(async () => {
	author = await publishedAuthor();
	served = await hostPack(author.at('web'));
	pages = await servePages();
});
afterAll(async () => {
	await served.close();
	await pages.close();
	author.leave();
});

describe.each<Kind>(['chromium', 'firefox'])('an author (%s)', (kind) => {
	it('finds the address on the packs page, subscribes by it, and sees the pack’s names marked', async () => {
		needBrowser(kind);
		const { running, page } = await openPack(served.address, kind, true);
		try {
			await press(page, 'Look at it');
			const words = served.address.split('#key=')[1]?.replaceAll('-', ' ');
			expect(await untilText(page, /Fingerprint/)).toContain(words);
			await press(page, 'Subscribe');
			expect(await untilText(page, /Last confirmed/)).toContain('Check now');
			const article = await running.browser.newPage();
			await article.goto(`${pages.origin}/demo/en.html`);
			await article.evaluate(() => {
				document.body.innerHTML = '<article><p>Boats left Port Vale in the morning.</p></article>';
			});
			expect(await untilMarks(article, (texts) => texts.includes('Port Vale'))).toEqual(['Port Vale']);
		} finally {
			await running.close();
		}
	});
});
