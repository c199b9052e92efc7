/** A page of ours beside the others, in the side panel: groups, the way to a sentence, reports, notes, print. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../../lib/author/index.ts';
import { readCard } from '../../tools/browser/card.ts';
import { openOwn, type Running } from '../../tools/browser/launch.ts';
import { waitForMarks } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { axeFaultsOf } from './support/axe.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { clickInCard, command, inCard } from './support/in-card.ts';
import { builtVersion, press, until, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages([
		'<title>Ice</title><article><h1>Ice on the lake</h1><p>Vladimir Putin went skating, the paper says, and the ice held all day long under everyone.</p></article>',
		'<title>Undated</title><article><h1>Vladimir Putin and Kim Jong Un hold summit at the Vostochny Cosmodrome</h1><p>Vladimir Putin and Kim Jong Un met at the Vostochny Cosmodrome in the Amur Oblast for talks, and toured the launch facilities of the Angara rocket before the summit began.</p></article>',
		'<title>Hours</title><meta property="article:published_time" content="2023-09-15"><article><h1>Vladimir Putin and Kim Jong Un hold summit at the Vostochny Cosmodrome</h1><p>Vladimir Putin and Kim Jong Un met at the Vostochny Cosmodrome in the Amur Oblast for talks at 1:30 p.m. on Wednesday, while Moscow had its breakfast.</p><p>Dmitry Peskov said early Thursday that Moscow had offered to send a North Korean cosmonaut into space, and Pyongyang thought about it.</p></article>',
	]);
});
afterAll(() => served.close());

async function open({ browser }: Running, path: string): Promise<Page> {
	const page = await browser.newPage();
	await page.goto(served.origin + path);
	await waitForMarks(page, { timeout: 15_000 });
	return page;
}

const groups = (panel: Page): Promise<string[]> =>
	panel.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('tbody')].map(({ dataset }) => dataset.kind ?? ''),
	);

/** Opens every claim of a group. */
const unfold = (panel: Page, kind: string): Promise<void> =>
	panel.evaluate((wanted) => {
		const shut = `tbody[data-kind="${wanted}"] .claim-row [aria-expanded="false"]`;
		for (const one of document.querySelectorAll<HTMLElement>(shut)) one.click();
	}, kind);

/** What the page shows for a moment, and whether it is in sight. */
const here = (page: Page): Promise<{ text: string; inSight: boolean } | null> =>
	page.evaluate(() => {
		const [range] = CSS.highlights.get('sidelight-here') ?? [];
		if (!range) return null;
		const live = document.createRange();
		live.setStart(range.startContainer, range.startOffset);
		live.setEnd(range.endContainer, range.endOffset);
		const { top, bottom } = live.getBoundingClientRect();
		return { text: live.toString(), inSight: top >= 0 && bottom <= innerHeight };
	});

/** What axe, which the page holds by now, finds wrong. */
const axe = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const { axe } = window as unknown as { axe: typeof import('axe-core') };
		const { violations } = await axe.run(document);
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
	});

inBothBrowsers('this page beside the others', (running, kind) => {
	it('groups what it shares and what was not found, and leads to the sentence without touching the page', async () => {
		const page = await open(running(), '/compare/en.html');
		const before = await page.evaluate(() => document.body.outerHTML);
		const panel = await openOwn(running(), '/sidepanel.html');
		const text = await untilText(panel, /Shared/);
		expect(text).toMatch(/Putin–Kim summit at Vostochny/);
		expect(text).toMatch(/2 of 3/);
		const order = ['differs', 'worded', 'finer-elsewhere', 'no-match', 'came-later', 'found'];
		const met = await groups(panel);
		expect(met).toEqual(order.filter((one) => met.includes(one)));
		expect(met).toContain('no-match');
		expect(
			await panel.evaluate(
				() => document.querySelectorAll('tbody[data-kind="no-match"] .claim-row:not([data-answer])').length,
			),
		).toBeLessThanOrEqual(5);

		// The last word of each sentence that is worded unlike others, and nothing else.
		const second = await page.evaluate(() =>
			[...(CSS.highlights.get('sidelight-unlike') ?? [])].map((range) =>
				range.startContainer.textContent?.slice(range.startOffset, range.endOffset),
			),
		);
		expect(second).toEqual(['satellites', 'space']);
		expect(met.slice(0, 1)).toEqual(['worded']);

		await unfold(panel, 'found');
		const quoted = await panel.evaluate(() => {
			const all = document.querySelectorAll<HTMLElement>('tbody[data-kind="found"] button.quote');
			const last = [...all].at(-1);
			last?.click();
			return last?.querySelector('q')?.textContent ?? '';
		});
		expect(quoted).not.toBe('');
		const seen = await until(() => here(page), Boolean);
		expect(seen).toEqual({ text: quoted, inSight: true });
		expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
		expect(
			await until(
				() => here(page),
				(one) => one === null,
			),
		).toBeNull();

		await command(running(), page, { type: 'summary' });
		const line = () => inCard(page, (root) => root.querySelector('[role=status]')?.textContent ?? '');
		expect(await until(line, (said) => Boolean(said))).toMatch(
			/^\d+ names, \d+ events?, 2 statements worded differently$/,
		);
		for (const one of [panel, page]) await one.close();
	});

	it('says in the card what others say of the sentence the name stands in', async () => {
		const page = await open(running(), '/compare/en.html?card');
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Dmitry Peskov said that Moscow/);
		await page.bringToFront();
		await panel.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('.mention')]
				.find(({ textContent }) => textContent?.startsWith('Dmitry Peskov'))
				?.click(),
		);
		// It may join the card that is open already.
		const card = await until(
			async () => (await readCard(page, kind))?.join(' ') ?? '',
			(said) => /this sentence/.test(said),
		);
		expect(card).toMatch(/Worded differently this sentence and the others/);
		expect(card.indexOf('this sentence')).toBeLessThan(card.indexOf('This article’s event'));

		// From there one click leads on: a panel that is open follows, and Firefox shows it in the card as well.
		const statement = await inCard(page, (root) => root.querySelector('.sentence .said')?.textContent ?? '');
		await clickInCard(page, '.sentence-head');
		const shown = () =>
			panel.evaluate(() => document.querySelector('.claim-row[data-wanted]')?.textContent ?? '');
		expect(statement).not.toBe('');
		expect(await until(shown, (text) => text !== '')).toContain(statement);
		const inPlace = await inCard(page, (root) => root.querySelector('.sentence-head')?.ariaExpanded);
		expect(inPlace).toBe(String(kind === 'firefox'));
		for (const one of [panel, page]) await one.close();
	});

	it('makes days and times whole, by the clocks of the places and the reader’s, in the panel and in the card', async () => {
		const page = await open(running(), '/inline/2');
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Dates and times in this text/);
		const lines = await panel.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('.times li')].map(({ innerText }) =>
				innerText.replace(/\s+/g, ' '),
			),
		);
		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatch(
			/^1:30 p\.m\. on Wednesday Wednesday, September 13, 2023\s?Vostochny Cosmodrome, .*Pyongyang 13:30\s?Moscow 07:30/,
		);
		expect(lines[0]).toContain('your time');
		expect(lines[1]).toMatch(
			/^early Thursday Thursday, September 14, 2023.*Pyongyang 00:00–06:00\s?Moscow Sep 13 18:00–24:00/,
		);
		await panel.evaluate(() => document.querySelector<HTMLElement>('.as-told')?.click());
		expect(await until(() => here(page), Boolean)).toEqual({ text: '1:30 p.m. on Wednesday', inSight: true });

		await page.bringToFront();
		await panel.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('.mention')]
				.find(({ textContent }) => textContent?.startsWith('Dmitry Peskov'))
				?.click(),
		);
		const told = /early Thursday.*Thursday, September 14, 2023.*Moscow.*Sep 13 18:00–24:00/;
		const card = await until(
			async () => (await readCard(page, kind))?.join(' ') ?? '',
			(text) => told.test(text),
		);
		expect(card).toMatch(told);
		for (const one of [panel, page]) await one.close();
	});

	it('says of each line who entered it, points into its source, and copies notes and reports', async () => {
		const page = await open(running(), '/compare/en.html');
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Shared/);
		await unfold(panel, 'found');
		const text = await untilText(panel, /matched by machine[\s\S]*entered by the pack’s editor/);
		expect(text).toMatch(/matched by machine/);
		const links = await panel.evaluate(() =>
			[...document.querySelectorAll<HTMLAnchorElement>('.pointer a')].map(({ href }) => href),
		);
		expect(links.length).toBeGreaterThan(0);
		for (const link of links) expect(link).toMatch(/^https:\/\/[^#]+#:~:text=/);
		const copied = await panel.evaluate(async () => {
			const texts: string[] = [];
			Object.defineProperty(navigator.clipboard, 'writeText', {
				value: async (one: string) => void texts.push(one),
			});
			const click = (wanted: string) =>
				[...document.querySelectorAll<HTMLElement>('button')]
					.find(({ textContent }) => textContent === wanted)
					?.click();
			const beat = () => new Promise((done) => setTimeout(done, 50));
			click('Copy as notes');
			await beat();
			click('Something wrong?');
			await beat();
			click('Copy a report');
			await beat();
			return texts;
		});
		expect(copied[0]).toMatch(/^# Putin–Kim summit at Vostochny/);
		expect(copied[0]).toMatch(/\]\(https:\/\/[^)]+#:~:text=/);
		expect(copied[1]).toMatch(/^pack [0-9a-f]{32} · version/m);
		expect(copied[1]).toContain(`Sidelight ${builtVersion()}: `);
		expect(await untilText(panel, /Nothing was sent/)).toMatch(/Report copied/);
		for (const one of [panel, page]) await one.close();
	});

	it('is free of faults that axe finds, prints everything unfolded, and fits 320 px', async () => {
		const page = await open(running(), '/compare/en.html');
		const panel = await openOwn(running(), '/sidepanel.html');
		await panel.setViewport({ width: 320, height: 800 });
		await untilText(panel, /Shared/);
		await panel.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
		expect(await axe(panel)).toEqual([]);
		expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		const shut = () =>
			panel.evaluate(() => document.querySelectorAll('.claim-row [aria-expanded="false"]').length);
		expect(await shut()).toBeGreaterThan(0);
		await panel.evaluate(() => dispatchEvent(new Event('beforeprint')));
		expect(await shut()).toBe(0);
		await panel.evaluate(() => dispatchEvent(new Event('afterprint')));
		expect(await until(shut, (count) => count > 0)).toBeGreaterThan(0);
		for (const one of [panel, page]) await one.close();
	});

	it('says so where a page is about no event, and why a page without a date has no list', async () => {
		const ice = await open(running(), '/inline/0');
		const panel = await openOwn(running(), '/sidepanel.html');
		expect(await untilText(panel, /No event in your packs/)).toMatch(/can be pasted below/);
		await ice.goto(`${served.origin}/inline/1`);
		await waitForMarks(ice, { timeout: 15_000 });
		const text = await untilText(panel, /shows no date/);
		expect(text).toMatch(/cannot be said what it leaves out/);
		expect(await groups(panel)).not.toContain('no-match');
		for (const one of [panel, ice]) await one.close();
	});

	it('compares a text that is pasted, as it compares a page', async () => {
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Compare a text/);
		const paste = (text: string, date: string) =>
			panel.evaluate(
				(given, day) => {
					const fill = (field: HTMLTextAreaElement | HTMLInputElement | null, value: string) => {
						if (!field) return;
						field.value = value;
						field.dispatchEvent(new Event('input', { bubbles: true }));
					};
					fill(document.querySelector('.paste textarea'), given);
					fill(document.querySelector('.paste input'), day);
				},
				text,
				date,
			);
		await paste('The ice on the lake held all day.', '');
		await press(panel, 'Compare');
		expect(await untilText(panel, /what this text is about/)).toMatch(/No event in your packs/);
		await paste(
			'Vladimir Putin and Kim Jong Un met at the Vostochny Cosmodrome in the Amur Oblast for talks.\nDmitry Peskov said that Moscow had offered to send a North Korean cosmonaut into space.',
			'2023-09-15',
		);
		await press(panel, 'Compare');
		expect(await untilText(panel, /Worded differently/)).toMatch(/Putin–Kim summit at Vostochny/);
		await panel.close();
	});

	it('keeps a page once the reader wants it: its record, no text; shown, saved and deleted in a page of its own', async () => {
		const page = await open(running(), '/compare/en.html?kept');
		const panel = await openOwn(running(), '/sidepanel.html');
		await untilText(panel, /Keep this page/);
		await press(panel, 'Let me keep pages');
		await press(panel, 'Keep this page');
		expect(await untilText(panel, /Kept\./)).toMatch(/Forget it/);
		const stored = JSON.stringify(
			await panel.evaluate(() =>
				(
					globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<unknown> } } } }
				).chrome.storage.local.get('kept'),
			),
		);
		expect(stored).toContain('Two trains of thought at Vostochny');
		const sentences = await page.evaluate(() =>
			[...document.querySelectorAll('p')].flatMap(({ textContent }) => textContent?.split(/(?<=\.)\s/) ?? []),
		);
		expect(sentences.length).toBeGreaterThan(5);
		for (const sentence of sentences) expect(stored).not.toContain(sentence);

		await page.goto(`${served.origin}/demo/en.html`);
		expect(await untilText(panel, /kept by you/)).toMatch(/kept by you/);

		if (kind === 'chromium')
			expect(await axeFaultsOf(running(), { '/kept.html': /Two trains of thought/ })).toEqual([]);
		const kept = await openOwn(running(), '/kept.html');
		await untilText(kept, /Two trains of thought/);
		// The record can be put right, and a claim said in the reader's own words.
		const write = (selector: string, value: string) =>
			kept.evaluate(
				(wanted, given) => {
					const field = document.querySelector<HTMLInputElement>(wanted);
					if (!field) return;
					field.value = given;
					field.dispatchEvent(new Event('change', { bubbles: true }));
				},
				selector,
				value,
			);
		await write('.page input[type=text]', 'Two trains, put right');
		await write('.stated input[type=text]', 'as I would say it');
		const yaml = await kept.evaluate(async () => {
			const saved: Blob[] = [];
			const before = URL.createObjectURL;
			URL.createObjectURL = (blob: Blob) => {
				saved.push(blob);
				return before(blob);
			};
			[...document.querySelectorAll('button')]
				.find(({ textContent }) => textContent === 'Save as YAML')
				?.click();
			for (let tries = 0; tries < 100 && saved.length === 0; tries++)
				await new Promise((go) => setTimeout(go, 50));
			return saved[0]?.text() ?? '';
		});
		const { problems } = await check([{ path: 'kept.yaml', text: yaml }]);
		expect(problems).toEqual([]);
		expect(yaml).toContain('Two trains, put right');
		expect(yaml).toContain('as I would say it');
		await press(kept, 'Delete all');
		await press(kept, 'Really delete all 1?');
		expect(await untilText(kept, /Nothing kept/)).toMatch(/Nothing kept/);
		for (const one of [kept, panel, page]) await one.close();
	});
});
