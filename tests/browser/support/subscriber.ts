/** A reader of packs, by the messages that the packs page sends. */
import type { Page } from 'puppeteer-core';
import type { PackLook, PackState } from '../../../lib/messages/packs.ts';
import { askBackground } from '../../../tools/browser/launch.ts';
import { openStore } from './damage.ts';

export const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

export async function subscribeTo(own: Page, url: string): Promise<void> {
	const answer = (await askBackground(own, { type: 'packs-look', url, pin: null })) as {
		look?: PackLook;
		error?: string;
	};
	if (!answer.look) throw new Error(`${url}: ${answer.error}`);
	const taken = (await askBackground(own, { type: 'packs-subscribe', url, root: answer.look.root })) as {
		error?: string;
	};
	if (taken.error) throw new Error(`${url}: ${taken.error}`);
}

/** Makes every pack due and asks for a run, as time would. */
export async function syncNow(own: Page): Promise<void> {
	// A run that is open would write its own next date over ours.
	await own.evaluate(async () => {
		for (;;) {
			const { held = [] } = await navigator.locks.query();
			if (!held.some(({ name }) => name === 'sidelight-packs')) return;
			await new Promise((resume) => setTimeout(resume, 50));
		}
	});
	await openStore(own);
	const any = await own.evaluate(
		() =>
			new Promise<string>((done) => {
				const { opened } = globalThis as unknown as { opened: IDBDatabase };
				const change = opened.transaction('subscriptions', 'readwrite');
				const store = change.objectStore('subscriptions');
				let pack = '';
				const reading = store.openCursor();
				reading.onsuccess = () => {
					const { result } = reading;
					if (!result) return;
					pack = result.value.pack;
					result.update({ ...result.value, due: 0, error: null });
					result.continue();
				};
				change.oncomplete = () => {
					opened.close();
					done(pack);
				};
			}),
	);
	await askBackground(own, { type: 'packs-raise', pack: any });
}

export async function until(
	own: Page,
	holds: (pack: PackState) => boolean,
	patience = 30_000,
): Promise<Map<string, PackState>> {
	for (const end = Date.now() + patience; ; await pause(300)) {
		const { packs } = (await askBackground(own, { type: 'packs-list' })) as { packs: PackState[] };
		const signed = packs.filter(({ origin }) => origin === 'signed');
		if ((signed.length > 0 && signed.every(holds)) || Date.now() > end)
			return new Map(signed.map((pack) => [pack.pack, pack]));
	}
}
