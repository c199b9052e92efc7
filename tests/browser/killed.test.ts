/**
 * The browser itself is killed during runs and right after them, and started again with the same profile: `KILLS` times in
 * each, 3 where nothing is said (`npm run faults -- --kills 50`).
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackState } from '../../lib/messages/packs.ts';
import type { Kind } from '../../tools/browser/find.ts';
import { askBackground, launch, openOwn, type Running } from '../../tools/browser/launch.ts';
import { harbour } from '../support/publisher/publisher.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { pause, subscribeTo, syncNow, until } from './support/subscriber.ts';

const KILLS = Number(process.env.KILLS ?? 3);

/** Every version says otherwise in two shards: who reads both sees a mixture. */
const version = (seq: number): string =>
	harbour(seq).replace('runs the port of Vale', `runs the port of Vale (${seq})`);

let server: FaultServer;
beforeAll(async () => {
	server = await startFaultServer();
});
afterAll(() => server.close());

describe.each<Kind>(['chromium', 'firefox'])('the browser killed (%s)', (kind) => {
	it(
		`browser killed right after the flip ×50 → old or new, never mixed (${KILLS} kills)`,
		async () => {
			const folder = mkdtempSync(join(tmpdir(), 'sidelight-killed-'));
			const hosted = await server.host(`killed-${kind}`);
			const { packId } = hosted.publisher;
			const start = async (): Promise<[Running, Page]> => {
				const running = await launch({ kind, packHost: true, folder });
				return [running, await openOwn(running, '/popup.html')];
			};
			const seqOf = async (own: Page): Promise<number> => {
				const { packs } = (await askBackground(own, { type: 'packs-list' })) as { packs: PackState[] };
				return packs.find(({ pack }) => pack === packId)?.manifest?.seq ?? 0;
			};
			let [running, own] = await start();
			try {
				await hosted.publisher.publish(Date.now(), { text: version(2), seq: 2 });
				await subscribeTo(own, hosted.url);
				await until(own, ({ manifest }) => manifest?.seq === 2);
				const ends = { old: 0, new: 0 };
				for (let kill = 0; kill < KILLS; kill++) {
					const seq = kill + 3;
					await hosted.publisher.publish(Date.now(), { text: version(seq), seq });
					await syncNow(own);
					// In the middle, earlier or later; every other time when the new version was just seen.
					if (kill % 2 === 1) await pause((kill * 41) % 400);
					else for (const end = Date.now() + 20_000; (await seqOf(own)) !== seq && Date.now() < end; );
					await killed(running);

					[running, own] = await start();
					const live = await seqOf(own);
					expect([seq - 1, seq]).toContain(live);
					ends[live === seq ? 'new' : 'old']++;
					expect(await saidBy(own, packId)).toEqual({ claim: live, entity: live });
					await syncNow(own);
					await until(own, (pack) => pack.manifest?.seq === seq && pack.due > Date.now());
					expect(await saidBy(own, packId)).toEqual({ claim: seq, entity: seq });
				}
				console.log(
					`${kind}: ${KILLS} kills, ${ends.old} came back with the old version, ${ends.new} with the new`,
				);
				expect(ends.new).toBeGreaterThan(0);
			} finally {
				await running.close();
				rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
			}
		},
		60_000 + KILLS * 40_000,
	);
});

/** No goodbye: as when the system takes the memory back. */
async function killed({ browser }: Running): Promise<void> {
	const main = browser.process();
	if (!main) throw new Error('no process');
	const gone = once(main, 'exit');
	main.kill('SIGKILL');
	await gone;
}

/** The version that speaks from each of two shards, out of one card. */
async function saidBy(own: Page, pack: string): Promise<{ claim: number; entity: number }> {
	const entity = `${pack}/vale-authority`;
	const card = await askBackground(own, { type: 'card', entity, heading: '', headingLang: '', events: [] });
	const text = JSON.stringify(card);
	const number = (before: string) => Number(text.match(new RegExp(`${before} \\((\\d+)\\)`))?.[1]);
	return { claim: number('run every day'), entity: number('the port of Vale') };
}
