/** Asking as a reader's page does, from a page of ours through the background and back. */
import type { Page } from 'puppeteer-core';
import { median } from '../support/report.ts';

const PARAGRAPH = '朝鲜领导人金正恩乘专列前往俄罗斯，与普京在东方航天发射场会面。'.repeat(12);
const KNOWN = 'f0f714f4782ee6325a014155a7fc8fc9/vladimir-putin';

/** ms. empty: a message that nothing is done for. names: those in a paragraph. card: a whole one, with all its coverage. */
export interface Sample {
	empty: number;
	names: number;
	card: number;
}
export type LookUps = Record<keyof Sample, { median: number; p95: number; slowest: number }>;

export const lookUp = (own: Page): Promise<Sample> =>
	own.evaluate(
		async (entity, text) => {
			const { chrome } = globalThis as unknown as {
				chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } };
			};
			const timed = async (message: object) => {
				const started = performance.now();
				await chrome.runtime.sendMessage(message);
				return performance.now() - started;
			};
			return {
				empty: await timed({ type: 'ready' }),
				names: await timed({ type: 'explain', texts: [text] }),
				card: await timed({ type: 'card', entity, heading: '', headingLang: '', events: [] }),
			};
		},
		KNOWN,
		PARAGRAPH,
	);

export function summed(samples: readonly Sample[]): LookUps {
	const of = (what: keyof Sample) => {
		const sorted = samples.map((one) => one[what]).sort((a, b) => a - b);
		const round = (ms = 0) => Math.round(ms * 10) / 10;
		return {
			median: round(median(sorted)),
			p95: round(sorted[Math.floor(sorted.length * 0.95)]),
			slowest: round(sorted.at(-1)),
		};
	};
	return { empty: of('empty'), names: of('names'), card: of('card') };
}

export const inWords = (all: LookUps): string =>
	Object.entries(all)
		.map(([what, { median, p95, slowest }]) => `${what} ${median} / ${p95} / ${slowest}`)
		.join(', ');
