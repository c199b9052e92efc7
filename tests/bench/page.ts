/**
 * `npm run bench -- page [part] [chromium|firefox]`: what Sidelight costs a page and how soon it is there, in both browsers.
 * Parts: code, first, card, tasks, long, flood, memory, asleep.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Kind } from '../../tools/browser/find.ts';
import { ensureBuilt } from '../../tools/read/built.ts';
import { haveDocuments, servePages } from '../browser/support/pages.ts';
import { asleep } from './page/asleep.ts';
import { cardTime } from './page/card-time.ts';
import { firstMarks } from './page/first-marks.ts';
import { flood } from './page/flood.ts';
import { longPage } from './page/long.ts';
import { memory } from './page/memory.ts';
import { tasks } from './page/tasks.ts';
import { type Bar, bar, report } from './support/report.ts';

const KINDS: Kind[] = ['chromium', 'firefox'];

interface Results {
	kinds: readonly Kind[];
	bars: Bar[];
	figures: Record<string, unknown>;
}

const PARTS: Record<string, (results: Results) => Promise<void>> = {
	async code({ bars }) {
		const kB = (file: string) => gzipSync(readFileSync(file)).length / 1000;
		bars.push(bar('code before the first card, kB gzip', kB('.output/chrome/overlay.js'), '≤', 15));
		bars.push(bar('code of the card, kB gzip', kB('.output/chrome/card.js'), '≤', 40));
	},
	async first({ kinds, bars, figures }) {
		await onArticle(kinds, async (kind, url) => {
			const measured = await firstMarks(kind, url);
			figures[`${kind} first`] = measured;
			show(`${kind}: page ready → first marks, ms, medians of 9`, { ...measured });
			bars.push(bar(`${kind}: first marks, worker awake, ms`, measured.awake, '≤', 150));
			bars.push(bar(`${kind}: first marks, worker asleep, ms`, measured.asleep, '≤', 400));
		});
	},
	async card({ kinds, bars, figures }) {
		await onArticle(kinds, async (kind, url) => {
			const measured = await cardTime(kind, url);
			figures[`${kind} card`] = measured;
			const { trip } = measured;
			show(`${kind}: dwell end → card, ms, medians of 9; beside it an empty message and back`, {
				'card, worker awake / dead': [measured.awake, measured.dead],
				'round trip, awake / dead': [trip.awake, trip.dead],
			});
			bars.push(bar(`${kind}: dwell end → card, worker awake, ms`, measured.awake, '≤', 32));
			bars.push(bar(`${kind}: dwell end → card, worker dead, ms`, measured.dead, '≤', 200));
		});
	},
	async tasks({ bars, figures }) {
		const measured = await tasks();
		figures.tasks = measured;
		const { long, script } = measured;
		show('chromium: tasks of the long page', { 'over 20 ms, without / with': [long.plain, long.with] });
		bars.push(bar('chromium: long page, most script of ours in one task, ms', script, '≤', 20));
	},
	async long({ kinds, bars, figures }) {
		for (const kind of kinds) {
			const measured = await longPage(kind);
			figures[`${kind} long`] = measured;
			const { load, spread, whole, beside, scroll, longest, slowFrames, blocks } = measured;
			show(
				`${kind}: 1 MB of text in 20,000 nodes, ms (CPU of the main thread), medians of 9 loads and 5 scrolls`,
				{
					'end of the load, without': load.plain,
					'end of the load, added': load.added,
					'quartiles without': spread.plain,
					'quartiles with': spread.with,
					'added by a no-op extension': beside.noop,
					'added by one that only reads and sends': beside.reader,
					'whole load, without': whole.plain,
					'whole load, added / by the no-op': [whole.added, beside.whole],
					'a loop over all characters': beside.readLoop,
					'scroll of 10 s without': scroll.plain,
					'scroll, added': scroll.added,
					'longest wait without / with': [longest.plain, longest.with],
					'share of slow frames without / with': [slowFrames.plain, slowFrames.with],
					'blocks read': blocks,
				},
			);
			bars.push(bar(`${kind}: long page, added until scanned, ms`, load.added, '≤', 60));
			bars.push(bar(`${kind}: long page, added by scrolling, ms`, scroll.added, '≤', 120));
			bars.push(bar(`${kind}: long page, longest wait added, ms`, longest.with - longest.plain, '≤', 20));
			bars.push(bar(`${kind}: slow frames added, share`, slowFrames.with - slowFrames.plain, '≤', 0.02));
		}
	},
	async flood({ kinds, bars, figures }) {
		for (const kind of kinds) {
			const measured = await flood(kind);
			figures[`${kind} flood`] = measured;
			bars.push(bar(`${kind}: 5,000 mutations/s, main thread added, share`, measured.added, '≤', 0.05));
		}
	},
	async memory({ bars, figures }) {
		const measured = await memory();
		figures.memory = measured;
		bars.push(bar('chromium: heap of a tab with an article, MB', measured.article, '≤', 3));
		bars.push(bar('chromium: heap of a tab with 1 MB of text, MB', measured.long, '≤', 3));
	},
	async asleep({ bars, figures }) {
		const share = await asleep();
		figures.asleep = share;
		bars.push(bar('chromium: worker asleep beside 20 quiet tabs, share', share, '≥', 0.8));
	},
};

export default async function page([part, only]: string[] = []): Promise<void> {
	if (part !== undefined && !(part in PARTS)) throw new Error(`parts: ${Object.keys(PARTS).join(', ')}`);
	const kinds = KINDS.filter((kind) => !only || kind === only);
	if (kinds.length === 0) throw new Error(`browsers: ${KINDS.join(', ')}`);
	ensureBuilt();
	const results: Results = { kinds, bars: [], figures: {} };
	for (const [name, run] of Object.entries(PARTS)) if (!part || part === name) await run(results);
	report(part ? `page-${part}` : 'page', results.figures, results.bars);
}

async function onArticle(
	kinds: readonly Kind[],
	measure: (kind: Kind, url: string) => Promise<void>,
): Promise<void> {
	const served = await servePages();
	const path = haveDocuments ? '/document/001' : '/demo/zh-Hant.html';
	if (!haveDocuments) console.log('the documents are not beside this checkout: measured on our demo article');
	for (const kind of kinds) await measure(kind, served.origin + path);
	await served.close();
}

function show(title: string, figures: Record<string, number | number[]>) {
	console.log(`\n${title}`);
	for (const [name, value] of Object.entries(figures)) {
		const text = [value].flat().map((one) => one.toFixed(one < 1 ? 3 : 1));
		console.log(`  ${name.padEnd(36)} ${text.join(' / ')}`);
	}
}
