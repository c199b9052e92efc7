/** `npm run pack -- serve <folder> --open <browser>`: an author subscribes to their own pack, and meets its names on a page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForCard } from '../../tools/browser/card.ts';
import { type Kind, needBrowser } from '../../tools/browser/find.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { hostPack, openPack } from '../../tools/pack/serve.ts';
import { type Author, publishedAuthor } from '../unit/publisher/author.ts';
import { HARBOUR } from '../unit/support/harbour.ts';
import { press, rest, untilMarks, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';

const SAFE_HOUSE = `  - id: heron-house
    kind: facility
    name: { en: Heron House, zh-Hans: 苍鹭屋 }
    description: { en: shelter by the harbour, zh-Hans: 港边的庇护所 }
    aliases: [{ text: Heron House }]
    discreet: true`;

let author: Author;
let pages: Served;
let served: Awaited<ReturnType<typeof hostPack>>;
beforeAll(async () => {
	author = await publishedAuthor(HARBOUR.replace('terms:', `${SAFE_HOUSE}\nterms:`));
	served = await hostPack(author.at('web'));
	pages = await servePages();
});
afterAll(async () => {
	await served.close();
	await pages.close();
	author.leave();
});

describe.each<Kind>(['chromium', 'firefox'])('an author (%s)', (kind) => {
	it('finds the address on the packs page, subscribes by it, and sees the pack’s names marked but for discreet ones', async () => {
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
				document.body.innerHTML =
					'<article><p>Boats left Port Vale in the morning.</p><p><b>Heron House</b> was quiet.</p></article>';
			});
			expect(await untilMarks(article, (texts) => texts.includes('Port Vale'))).toEqual(['Port Vale']);
			// What its author calls discreet no page can find among the marks, and a reader who points at it finds.
			await rest(
				article,
				await article.evaluate(() => {
					const { x, y, width, height } = (document.querySelector('b') as Element).getBoundingClientRect();
					return { x: x + width / 2, y: y + height / 2 };
				}),
			);
			expect((await waitForCard(article, kind))?.join(' ')).toMatch(
				/Heron House[\s\S]*shelter by the harbour/,
			);
			expect(await untilMarks(article, (texts) => texts.length > 0)).toEqual(['Port Vale']);
		} finally {
			await running.close();
		}
	});
});
