/** A disk that is full when something is to be stored: nothing that is not stored is pretended, nothing is lost, and it is told. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOwn, sleepWorker } from '../../tools/browser/launch.ts';
import { readMarks, type SeenMark } from '../../tools/browser/marks.ts';
import type { Served } from '../../tools/browser/serve.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { damage, rowsOf } from './support/damage.ts';
import { refusing, restart, UNWRITABLE } from './support/full-disk.ts';
import { clickInCard, clickName, inCard } from './support/in-card.ts';
import { chooseInMenu } from './support/outside.ts';
import { answerTo, choose, inOwn, keep, openDemo, until, untilMarks, untilText } from './support/own.ts';
import { servePages } from './support/pages.ts';

let served: Served;
beforeAll(async () => {
	served = await servePages();
});
afterAll(() => served.close());

/** The line at the foot of the window. */
const untilSaid = (page: Page, wanted: RegExp) =>
	until(
		() => inCard(page, (root) => root.querySelector('.card-note')?.textContent ?? ''),
		(text) => wanted.test(text ?? ''),
		4000,
	);

inBothBrowsers(
	'a full disk',
	(running) => {
		describe('settings that cannot be stored', () => {
			beforeAll(() => restart(running(), refusing('set', 'settings')));

			async function open(settings: object): Promise<{ page: Page; texts: string[]; mark: SeenMark }> {
				await inOwn(running(), '/options.html', (own) => choose(own, settings));
				const page = await openDemo(running(), served);
				const marks = await readMarks(page);
				const mark = marks.find(({ text }) => /Vostochny/.test(text));
				if (!mark) throw new Error('no mark');
				return { page, texts: marks.map(({ text }) => text), mark };
			}

			it.each([
				['en', 'Don’t mark this name', /^This could not be kept.*too little room.*Free some space/],
				['zh-Hant-TW', '在此網站停用', /^無法儲存.*空間不足/],
			])(
				'a card says so in the reader’s language, and nothing is pretended: %s',
				async (reader, act, said) => {
					const { page, texts, mark } = await open({ reader });
					await clickName(page, running(), mark);
					await clickInCard(page, act);
					expect(await untilSaid(page, said)).toMatch(said);
					expect(await untilMarks(page, (now) => now.length === texts.length)).toEqual(texts);
					await page.close();
				},
			);

			it.each(['site', 'pause'])('the page that is read says so of the toolbar menu’s %s', async (item) => {
				const { page, texts } = await open({});
				await chooseInMenu(running(), page, item);
				expect(await untilSaid(page, /could not be kept.*too little room/)).toMatch(/Free some space/);
				expect(await untilMarks(page, (now) => now.length === texts.length)).toEqual(texts);
				await page.close();
			});

			it('a pause is over when it is over', async () => {
				const { page, texts } = await open({});
				await inOwn(running(), '/options.html', (own) => choose(own, { paused: Date.now() + 3000 }), page);
				expect(await untilMarks(page, (now) => now.length === 0)).toEqual([]);
				expect(await untilMarks(page, (now) => now.length === texts.length)).toEqual(texts);
				await page.close();
			});
		});

		describe('the store', () => {
			/** Kept nowhere else: what a store made anew would not have. */
			const OWN = { id: 'own', pack: 'own', by: '', at: 0, how: 'altered', was: {} };
			/** No repair makes anything of it. */
			const BROKEN = { pack: 'broken', live: {}, staged: null };
			const CARD = { type: 'card', heading: '', headingLang: '', events: [] };
			/** For `restart`: a connection that is not closed stands in the way of whoever deletes the database. */
			const HOLDING = `Object.defineProperty(IDBDatabase.prototype, 'onversionchange', { set() {} });`;
			beforeEach(() => rowsOf(running(), 'corrections', [OWN]));
			const isKept = async () => (await rowsOf(running(), 'corrections')).length === 1;

			it('is not made anew where it was repaired and only that cannot be noted', async () => {
				await restart(running(), refusing('set', 'settings'));
				await damage(running(), 'names');
				await sleepWorker(running());
				const page = await openDemo(running(), served);
				expect((await readMarks(page)).length).toBeGreaterThan(3);
				await page.close();
				expect(await isKept()).toBe(true);
			});

			describe('what was subscribed to cannot be read', () => {
				const KEPT = { pack: '0'.repeat(32), url: '', root: { hash: '' }, rootBytes: 'AAAA' };
				const local = (items: object) => inOwn(running(), '/options.html', (own) => keep(own, items));
				const ready = () => inOwn(running(), '/options.html', (own) => answerTo(own, { type: 'ready' }));
				const subscriptions = () => rowsOf(running(), 'subscriptions');
				beforeEach(async () => {
					await restart(running(), refusing('get', 'subscriptions'));
					await local({ room: false, subscriptions: [KEPT] });
				});

				it('is not deleted before it could', async () => {
					await rowsOf(running(), 'heads', [BROKEN]);
					await damage(running(), 'names');
					await sleepWorker(running());
					expect(await ready()).toEqual({ error: 'no-room' });
					expect(await rowsOf(running(), 'heads')).toHaveLength(2);
					expect(await isKept()).toBe(true);
					await restart(running());
					expect(await rowsOf(running(), 'heads')).toHaveLength(1);
					expect(await subscriptions()).toMatchObject([{ pack: KEPT.pack }]);
				});

				it('is not filled before it could, where it was lost', async () => {
					await damage(running(), 'database');
					await sleepWorker(running());
					expect(await ready()).toEqual({ error: 'no-room' });
					expect(await rowsOf(running(), 'heads')).toEqual([]);
					await local({ room: true });
					expect(await ready()).toEqual({ packs: 1 });
					expect(await subscriptions()).toMatchObject([{ pack: KEPT.pack }]);
				});

				it('is repaired without another start once it could', async () => {
					const own = await openOwn(running(), '/options.html');
					const card = () => answerTo(own, { ...CARD, entity: `${pack}/vladimir-putin` });
					const [{ pack }] = (await rowsOf(running(), 'heads')) as [{ pack: string }];
					await rowsOf(running(), 'heads', [BROKEN]);
					await damage(running(), 'pages');
					expect(await card()).toEqual({ error: 'no-room' });
					await keep(own, { room: true });
					expect(await card()).toHaveProperty('view');
					await own.close();
					expect(await subscriptions()).toMatchObject([{ pack: KEPT.pack }]);
				});
			});

			it('is made anew once, however many find it broken at the same time', async () => {
				await restart(running());
				const own = await openOwn(running(), '/options.html');
				const [{ pack }] = (await rowsOf(running(), 'heads')) as [{ pack: string }];
				await rowsOf(running(), 'heads', [BROKEN]);
				await damage(running(), 'pages');
				const ask = () => answerTo(own, { ...CARD, entity: `${pack}/vladimir-putin` });
				for (const answer of await Promise.all([ask(), ask(), ask(), ask()]))
					expect(answer).toHaveProperty('view');
				await own.close();
			});

			it('is kept where it is damaged and there is no room to repair it', async () => {
				await damage(running(), 'names');
				expect(await restart(running(), UNWRITABLE)).toEqual({ error: 'no-room' });
				expect(await isKept()).toBe(true);
				await restart(running());
				const page = await openDemo(running(), served);
				expect((await readMarks(page)).length).toBeGreaterThan(3);
				await page.close();
				expect(await isKept()).toBe(true);
			});

			it('is not held open where not even its first pack finds room', async () => {
				await damage(running(), 'database');
				expect(await restart(running(), `${UNWRITABLE}${HOLDING}`)).toEqual({ error: 'no-room' });
				const removed = await inOwn(running(), '/options.html', (own) =>
					own.evaluate(
						() =>
							new Promise((done) => {
								const request = indexedDB.deleteDatabase('sidelight');
								request.onsuccess = () => done('removed');
								request.onblocked = () => done('blocked');
							}),
					),
				);
				expect(removed).toBe('removed');
				expect(await restart(running())).toEqual({ packs: 1 });
			});

			it('goes on with the pack it has where that of an update finds no room, says so, and takes it when there is', async () => {
				const packs = async () => {
					const own = await openOwn(running(), '/packs.html');
					const text = await untilText(own, /Came with Sidelight/);
					await own.close();
					return text;
				};
				await restart(running(), UNWRITABLE, withNewPack);
				expect(await packs()).toMatch(/Putin–Kim summits\n[\s\S]*too little room[\s\S]*What you have stays/);
				const page = await openDemo(running(), served);
				expect((await readMarks(page)).length).toBeGreaterThan(3);
				await page.close();
				await restart(running(), '', withNewPack);
				expect(await packs()).toMatch(/Putin–Kim summits, again\n/);
				expect(await packs()).not.toMatch(/room/);
				expect(await isKept()).toBe(true);
			});
		});
	},
	{ idleAfter: 1500 },
);

/** The pack that the extension carries, with another title. */
function withNewPack(folder: string): void {
	const [manifest, background] = [join(folder, 'pack/manifest.json'), join(folder, 'background.js')];
	const [old, code] = [
		readFileSync('.output/chrome/pack/manifest.json', 'utf8'),
		readFileSync(background, 'utf8'),
	];
	const now = old.replace('Putin–Kim summits', 'Putin–Kim summits, again');
	writeFileSync(manifest, now);
	writeFileSync(background, code.replaceAll(hashOf(old), hashOf(now)));
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
