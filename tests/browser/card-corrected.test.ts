/** A card that stays open while its pack is corrected: what was altered or withdrawn is shown as that, without reload. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwn } from '../../tools/browser/launch.ts';
import { readMarks, waitForMarks } from '../../tools/browser/marks.ts';
import { type Served, serve } from '../../tools/browser/serve.ts';
import { harbour } from '../support/publisher/publisher.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { clickInCard, clickName, wordsInCard } from './support/in-card.ts';
import { until } from './support/own.ts';
import { until as live, subscribeTo, syncNow } from './support/subscriber.ts';

const PAGE =
	'<!doctype html><html lang="en"><meta charset="utf-8"><title>Port</title><body style="font: 16px serif"><p>Boats left Port Vale at noon.</p>';

let served: Served;
let server: FaultServer;
beforeAll(async () => {
	served = await serve(() => ({ body: PAGE }));
	server = await startFaultServer();
});
afterAll(() => Promise.all([served.close(), server.close()]));

inBothBrowsers(
	'a corrected card',
	(running, kind) => {
		it('says which statement was corrected and what it was before, then that it was withdrawn', async () => {
			const { publisher, url } = await server.host(kind);
			const own = await openOwn(running(), '/packs.html');
			await subscribeTo(own, url);
			await live(own, ({ manifest }) => manifest !== null);
			const page = await running().browser.newPage();
			await page.goto(served.origin);
			expect((await waitForMarks(page, { timeout: 10_000 })).map(({ text }) => text)).toEqual(['Port Vale']);
			const [mark] = await readMarks(page);
			if (!mark) throw new Error('no mark');
			await clickName(page, running(), mark);
			await clickInCard(page, 'Pin this card');
			const words = (wanted: RegExp) =>
				until(
					() => wordsInCard(page),
					(text) => wanted.test(text ?? ''),
					20_000,
				);
			expect(await wordsInCard(page)).not.toMatch(/Corrected/);

			await publisher.publish(Date.now());
			await syncNow(own);
			await page.bringToFront();
			expect(await words(/Corrected/)).toMatch(
				/CorrectedA ferry will run every day \(2\)Before: A ferry will run every day \(1\)/,
			);

			const without = harbour(3).replace(/claims:[\s\S]*/, 'claims: []\n');
			await publisher.publish(Date.now(), { text: without });
			await syncNow(own);
			await page.bringToFront();
			expect(await words(/Withdrawn/)).toMatch(/WithdrawnA ferry will run every day \(2\)/);
			for (const one of [own, page]) await one.close();
		});
	},
	{ packHost: true },
);
