/** How long a comparison of 20,000 characters takes in a real browser with the worker awake, beside an empty round trip. */
import { askComparison } from '../../../lib/messages/compare.ts';
import type { PageText } from '../../../lib/messages/page.ts';
import type { Kind } from '../../../tools/browser/find.ts';
import { askBackground, launch, openOwn } from '../../../tools/browser/launch.ts';
import { ensureBuilt } from '../../../tools/read/built.ts';
import { median } from '../support/report.ts';
import { textsIn } from './texts.ts';

const UNITS = 20_000;
const TIMES = 15;

export interface Timing {
	/** ms, medians. */
	compare: number;
	empty: number;
	/** Claims that were found, listed or came later: that something was compared. */
	claims: number;
}

/** `event`: its public id. */
export async function timeComparison(kind: Kind, event: string): Promise<Timing> {
	ensureBuilt();
	const running = await launch({ kind });
	try {
		const own = await openOwn(running, '/popup.html');
		const lines = textsIn('about').flatMap(({ body }) => body.split('\n').filter((line) => line !== ''));
		const blocks: PageText['blocks'] = [];
		for (let at = 0, units = 0; units < UNITS; at++) {
			const text = lines[at % lines.length] as string;
			blocks.push({ role: 'body', text, entities: [] });
			units += text.length;
		}
		const page: PageText = {
			url: 'https://news.test/1',
			title: '',
			lang: 'en',
			published: '2023-09-14',
			blocks,
		};
		const comparison = await askComparison(page, event, (message) => askBackground(own, message as object));
		const timed = (message: object) =>
			own.evaluate(
				async (sent, times) => {
					const { runtime } = (
						globalThis as unknown as {
							chrome: { runtime: { sendMessage(m: unknown): Promise<{ comparison?: string }> } };
						}
					).chrome;
					const spent: number[] = [];
					for (let i = 0; i < times; i++) {
						const start = performance.now();
						const { comparison } = await runtime.sendMessage(sent);
						if (comparison !== undefined) JSON.parse(comparison);
						spent.push(performance.now() - start);
					}
					return spent;
				},
				message,
				TIMES,
			);
		return {
			compare: median(await timed({ type: 'compare', page, event })),
			empty: median(await timed({ type: 'ready' })),
			claims: comparison?.claims.length ?? 0,
		};
	} finally {
		await running.close();
	}
}
