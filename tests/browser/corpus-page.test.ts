import type { KeyInput, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openOwn } from '../../tools/browser/launch.ts';
import { axeFaults } from './support/axe.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { readIn, resetSettings, textOf, until, untilText } from './support/own.ts';

const PACK = 'f0f714f4782ee6325a014155a7fc8fc9';
const of = (page: string, id: string) => `#/${page}/${encodeURIComponent(`${PACK}/${id}`)}`;
const pair = (a: string, b: string) =>
	`#/compare?${new URLSearchParams({ a: `${PACK}/${a}`, b: `${PACK}/${b}` })}`;
const VIEWS = {
	events: '#/events',
	event: of('event', 'vostochny-2023'),
	series: of('event', 'putin-kim-summits'),
	entity: of('entity', 'north-korea'),
	article: of('article', 'dw-2023-09-13'),
	source: of('source', 'vision-times'),
	sources: '#/sources',
	sourcesCompared: pair('vision-times', 'rfi'),
	eventsCompared: pair('vostochny-2023', 'pyongyang-2024'),
	search: '#/search?q=%E6%99%AE%E4%B8%81',
	missing: of('event', 'gone'),
	unknown: '#/nowhere',
};

const heading = (page: Page) => page.evaluate(() => document.querySelector('h1')?.textContent ?? '');
const untilHeading = (page: Page, wanted: RegExp) =>
	until(
		() => heading(page),
		(seen) => wanted.test(seen),
	).then((seen) => expect(seen).toMatch(wanted));

async function go(page: Page, hash: string): Promise<void> {
	await page.evaluate((to) => {
		document.querySelector('h1')?.setAttribute('data-left', '');
		location.hash = to;
	}, hash);
	await until(
		() =>
			page.evaluate(
				() =>
					document.querySelector('h1:not([data-left])') !== null && !document.querySelector('main .waiting'),
			),
		(there) => there,
	);
}

/** What has the focus: its words, or those it is labelled with. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement as HTMLElement | null;
		return `${at?.tagName} ${at?.getAttribute('aria-label') ?? at?.innerText ?? ''}`;
	});

/** Tabs on until something that says so has the focus. */
async function tabTo(page: Page, wanted: RegExp, most = 140): Promise<void> {
	const passed: string[] = [];
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab');
		const at = await focused(page);
		if (wanted.test(at)) return;
		passed.push(at.slice(0, 40));
	}
	throw new Error(`Tab never came to ${wanted}: ${passed.join(' | ')}`);
}

/** Follows the link by the keyboard; the view's heading has the focus then, and its words are the tab's title. */
async function follow(page: Page, link: RegExp, title: RegExp): Promise<void> {
	await tabTo(page, link);
	await page.keyboard.press('Enter');
	await untilHeading(page, title);
	expect(
		await until(
			() => focused(page),
			(at) => at.startsWith('H1'),
		),
	).toMatch(/^H1/);
	expect(await page.title()).toMatch(title);
}

const key = async (page: Page, name: KeyInput, times: number) => {
	for (let i = 0; i < times; i++) await page.keyboard.press(name);
};

inBothBrowsers('corpus page', (running, kind) => {
	it('by the keyboard alone: events, an event, a name, an article, a source, a comparison; back and forward', async () => {
		const page = await openOwn(running(), '/corpus.html');
		await page.bringToFront();
		await untilText(page, /Putin–Kim summit at Vostochny/);
		await tabTo(page, /Skip to the content/);
		await page.keyboard.press('Enter');
		expect(await focused(page)).toMatch(/^H1 Events/);
		await follow(page, /^A Putin–Kim summit at Vostochny$/, /Putin–Kim summit at Vostochny/);
		await follow(page, /^A Kim Jong Un$/, /^Kim Jong Un/);
		await page.evaluate(() => history.back());
		await untilHeading(page, /Putin–Kim summit at Vostochny/);
		await follow(page, /^A RFI$/, /普京与金正恩互赠步枪/);
		await follow(page, /^A RFI$/, /^RFI/);
		await tabTo(page, /^SELECT/);
		await page.keyboard.type('Vision');
		await tabTo(page, /^BUTTON Compare/);
		await page.keyboard.press('Enter');
		await untilHeading(page, /RFI · Vision Times/);
		await page.evaluate(() => history.back());
		await untilHeading(page, /^RFI$/);
		await page.evaluate(() => history.forward());
		await untilHeading(page, /RFI · Vision Times/);
		expect(await untilText(page, /Reported by both/)).toMatch(/no report by RFI in this pack/);
		await page.close();
	});

	it('by the keyboard alone: search, sources, a series, the picture of who meets whom, and a table in place of a picture', async () => {
		const page = await openOwn(running(), '/corpus.html');
		await page.bringToFront();
		await untilText(page, /Putin–Kim summit at Vostochny/);
		await tabTo(page, /^INPUT Search/);
		await page.keyboard.type('北韓');
		await page.keyboard.press('Enter');
		await untilHeading(page, /^Search: 北韓/);
		await follow(page, /^A North Korea$/, /^North Korea/);
		await tabTo(page, /^A Kim Jong Un\s+in \d+ events? together/);
		await page.keyboard.press('Enter');
		await untilHeading(page, /^Kim Jong Un/);
		await tabTo(page, /^SUMMARY As a table/);
		await page.keyboard.press('Enter');
		expect(await untilText(page, /Events together/)).toMatch(/Events together[\s\S]*Vladimir Putin/);
		await page.evaluate(() => scrollTo(0, 0));
		await page.evaluate(() => document.querySelector<HTMLElement>('.wordmark')?.focus());
		await follow(page, /^A Sources$/, /^Sources/);
		await follow(page, /^A Reuters$/, /^Reuters/);
		await go(page, VIEWS.event);
		await follow(page, /^A Putin–Kim summits$|^A Meetings of Putin/, /Meetings of Putin|summits/);
		await follow(page, /^A Putin–Kim summit at Vostochny$/, /Vostochny/);
		await tabTo(page, /^INPUT/);
		await page.close();
	});

	it('the timeline by the keyboard: a window drawn closer, kept in the address, and opened again', async () => {
		const page = await openOwn(running(), '/corpus.html#/events');
		await page.bringToFront();
		await untilText(page, /17 events/);
		await tabTo(page, /Window begins/);
		await key(page, 'PageUp', 19);
		const narrow = await untilText(page, /\b1[0-4] events/);
		expect(narrow).toMatch(/\b1[0-4] events/);
		const hash = await page.evaluate(() => location.hash);
		expect(hash).toMatch(/from=20\d\d-\d\d-\d\d/);
		await page.evaluate(() => {
			location.hash = '#/sources';
		});
		await untilHeading(page, /Sources/);
		await page.evaluate(() => history.back());
		await untilText(page, /\b1[0-4] events/);
		expect(await page.evaluate(() => location.hash)).toBe(hash);
		await tabTo(page, /All years/);
		await page.keyboard.press('Enter');
		await untilText(page, /17 events/);
		await page.close();
	});

	it('filters by the keyboard: person, place, source and series', async () => {
		const page = await openOwn(running(), '/corpus.html#/events');
		await page.bringToFront();
		await untilText(page, /17 events/);
		for (const [button, typed, choice, left] of [
			[/^BUTTON Person/, '绍伊古', /Sergei Shoigu/, /\b1 event\b/],
			[/^BUTTON Place/, 'Vladivostok', /Vladivostok/, /Vladivostok/],
			[/^BUTTON Source/, 'vision', /Vision Times/, /Vision Times/],
			[/^BUTTON Series/, 'putin', /Meetings of Putin/, /\b3 events/],
		] as const) {
			await tabTo(page, button);
			await page.keyboard.press('Enter');
			await until(
				() => focused(page),
				(at) => at.startsWith('INPUT'),
			);
			await page.keyboard.type(typed);
			const offered = () =>
				page.evaluate(() => document.querySelector<HTMLElement>('.picker .chips')?.innerText ?? '');
			// Until what was typed has narrowed the list: before, the choice stands somewhere in it.
			await until(offered, (text) => choice.test(text.split('\n')[0] ?? ''));
			await tabTo(page, choice, 4);
			await page.keyboard.press('Enter');
			expect(await untilText(page, left)).toMatch(left);
			// The focus is where it was: on the choice, now a word that can be taken away.
			expect(
				await until(
					() => focused(page),
					(at) => /remove$/.test(at),
				),
			).toMatch(choice);
			await page.keyboard.press('Enter');
			await untilText(page, /17 events/);
			expect(
				await until(
					() => focused(page),
					(at) => button.test(at),
				),
			).toMatch(button);
		}
		await page.close();
	});

	it('addresses that lead nowhere say so in clear words', async () => {
		const page = await openOwn(running(), '/corpus.html');
		for (const [hash, words] of [
			['#/nowhere', /names nothing that Sidelight can show/],
			['#/event/%E0%A4%A', /names nothing that Sidelight can show/],
			[of('event', 'gone'), /Putin–Kim summits[\s\S]*newer version may have taken it out/],
			[of('entity', 'gone'), /newer version may have taken it out/],
			[of('article', 'gone'), /newer version may have taken it out/],
			[of('source', 'gone'), /newer version may have taken it out/],
			['#/event/ffff%2Fgone', /is not installed/],
			[pair('vostochny-2023', 'rfi'), /Two events or two sources can be compared/],
			['#/compare', /Two events or two sources can be compared/],
			[`#/search?q=${'('.repeat(10_000)}`, /Nothing found/],
			['#/events?from=never&to=2023-99-99&person=x', /No event fits/],
		] as const) {
			await go(page, hash);
			expect(await untilText(page, words), hash.slice(0, 60)).toMatch(words);
		}
		await page.close();
	});

	it('an agency that speaks for itself is named once on the way a statement came', async () => {
		const page = await openOwn(running(), `/corpus.html${VIEWS.article}`);
		await untilText(page, /Kyodo/);
		const chains = await page.$$eval('.chain', (all) =>
			all.map((chain) => [...chain.querySelectorAll('bdi')].map((name) => name.textContent)),
		);
		expect(chains.flat().join(' ')).toContain('Kyodo');
		for (const names of chains) expect(names).toEqual(names.filter((name, at) => name !== names[at - 1]));
		await page.close();
	});

	it('an event is saved as notes, table, data and citations', async () => {
		const page = await openOwn(running(), `/corpus.html${VIEWS.event}`);
		await untilText(page, /Take along/);
		const saved = await page.evaluate(async () => {
			const files: [string, string][] = [];
			const make = URL.createObjectURL;
			const parts: Promise<string>[] = [];
			URL.createObjectURL = (blob) => {
				parts.push((blob as Blob).text());
				return make(blob);
			};
			const names: string[] = [];
			HTMLAnchorElement.prototype.click = function () {
				names.push(this.download);
			};
			for (const button of document.querySelectorAll<HTMLElement>('.exports button')) {
				if (button.innerText !== 'Print') button.click();
			}
			for (const [at, text] of (await Promise.all(parts)).entries()) files.push([names[at] ?? '', text]);
			return files;
		});
		expect(saved.map(([name]) => name.replace('vostochny-2023', ''))).toEqual([
			'.md',
			'.csv',
			'.json',
			'.jsonld',
			'.csl.json',
			'.bib',
		]);
		expect(saved[0]?.[1]).toMatch(/^# Putin–Kim summit at Vostochny/);
		expect(saved[1]?.[1]).toMatch(/Worded differently: Russia will help/);
		for (const at of [2, 3, 4]) expect(() => JSON.parse(saved[at]?.[1] ?? '')).not.toThrow();
		await page.close();
	});

	if (kind !== 'chromium') return;

	it('axe finds nothing on any view, in three languages, light and dark', async () => {
		const faults: string[] = [];
		for (const reader of ['en', 'zh-Hans', 'zh-Hant-TW']) {
			await readIn(running(), reader);
			const page = await openOwn(running(), '/corpus.html');
			for (const [name, hash] of Object.entries(VIEWS)) {
				await go(page, hash);
				faults.push(...(await axeFaults(page, reader === 'en')).map((fault) => `${name} ${reader} ${fault}`));
			}
			await page.close();
		}
		await resetSettings(running());
		expect(faults).toEqual([]);
	}, 120_000);

	it('on paper: the story without furniture', async () => {
		const page = await openOwn(running(), `/corpus.html${VIEWS.event}`);
		await untilText(page, /Take along/);
		await page.emulateMediaType('print');
		const seen = await textOf(page);
		expect(seen).not.toMatch(/Take along|Only where the reports part/);
		expect(seen).toMatch(/Putin–Kim summit at Vostochny[\s\S]*Oriental Daily News/);
		await page.close();
	});
});
