/** What stays behind of pages that were read: nothing, in an ordinary window and in a private one whose reader lets Sidelight in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOKS } from '../../lib/settings/index.ts';
import { waitForCard } from '../../tools/browser/card.ts';
import type { Kind } from '../../tools/browser/find.ts';
import { launch, openOwn, type Running } from '../../tools/browser/launch.ts';
import { hoverMark, waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inCard } from './support/in-card.ts';
import { chooseInMenu } from './support/outside.ts';
import { choose, inOwn, resetSettings, until, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';
import { allowPrivate, openPrivate, stored } from './support/private.ts';

describe.each<Kind>(['chromium', 'firefox'])('a private window (%s)', (kind) => {
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-private-'));
	let served: Served;
	let running: Running;
	/** An extension page in an ordinary window, which opens the private one and sees all that is stored. */
	let own: Page;
	beforeAll(async () => {
		served = await servePages();
		running = await launch({ kind, folder });
		await allowPrivate(running, join(folder, 'extension'));
		own = await openOwn(running, '/options.html');
	});
	afterAll(async () => {
		await running?.close();
		await served?.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	});

	it('is no more secret than an ordinary one: there, too, nothing of what was read is stored, whatever the mode', async () => {
		const before = await until(
			() => stored(own),
			(one) => one.length > 1000,
			5000,
		);
		for (const look of LOOKS) {
			await choose(own, { look });
			const page = await running.browser.newPage();
			await page.goto(`${served.origin}/demo/en.html?${look}`);
			if (look === 'marks' || look === 'key') await waitForMarks(page, { timeout: 15_000 });
			if (look === 'marks') {
				await hoverMark(page, 0);
				expect(await waitForCard(page, kind)).not.toBeNull();
				await page.keyboard.press('Escape');
			}
			// Known and unknown words, in a page's own menu and in the toolbar's.
			for (const [text, says] of [
				['Kim Jong Un', /Kim Jong Un/],
				['wheat', /none of your packs/],
			] as const) {
				await page.evaluate(() => getSelection()?.empty());
				await chooseInMenu(running, page, 'look-up', text);
				const words = () => inCard(page, (root) => root.textContent).then((said) => said ?? '');
				expect(await until(words, (said) => says.test(said), 4000)).toMatch(says);
				await page.keyboard.press('Escape');
			}
			for (const [path, says] of [
				['/sidepanel.html', /Names on this page/],
				['/popup.html', /On this page/],
			] as const) {
				const said = await inOwn(running, path, (view) => untilText(view, says), page);
				expect(said).toMatch(says);
			}
			expect(await stored(own)).not.toContain(new URL(served.origin).host);
			await page.close();
		}
		await resetSettings(running);
		expect(await stored(own)).toBe(before);
	});

	it('has its names marked and its cards opened, and stores nothing of what was read', async () => {
		const before = await until(
			() => stored(own),
			(one) => one.length > 1000,
			5000,
		);
		const page = await openPrivate(running, own, `${served.origin}/demo/en.html`);
		expect((await waitForMarks(page, { timeout: 15_000 })).length).toBeGreaterThan(0);
		await hoverMark(page, 0);
		expect(await waitForCard(page, kind)).not.toBeNull();
		await page.keyboard.press('Escape');
		if (kind === 'firefox') {
			// Chromium shows pages of an extension in ordinary windows only.
			const panel = await openPrivate(running, own, `${running.origin}/sidepanel.html`, true);
			expect(await untilText(panel, /never kept/)).toMatch(/Pages in private windows are never kept\./);
			await panel.close();
		}
		await page.close();
		expect(await stored(own)).toBe(before);
	});
});
