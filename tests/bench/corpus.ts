/**
 * `npm run bench -- corpus [0,1000,10000,100000] [chromium,firefox] [in=<folder>] [fill] [no-peer]`: corpora of invented
 * stories in the real store beside the five articles it comes with, and what popup, search and views cost there; beside
 * MiniSearch, held whole in memory. `in`: filled profiles are kept there and measured again; `fill`: fills them and no more.
 * Before each part the store's files are read through: small and large ones are both measured out of the system's memory.
 */
import type { Kind } from '../../tools/browser/find.ts';
import { ensureBuilt } from '../../tools/read/built.ts';
import { type Figures, measure } from './corpus/driver.ts';
import { type Bar, bar, report } from './support/report.ts';

export default async function corpus(args: string[]): Promise<void> {
	ensureBuilt();
	const sizes = (args[0] ?? '0,1000,10000').split(',').map(Number);
	const kinds = (args[1] ?? 'chromium').split(',') as Kind[];
	const how = {
		peer: !args.includes('no-peer'),
		fillOnly: args.includes('fill'),
		kept: args.find((arg) => arg.startsWith('in='))?.slice(3) ?? '',
	};
	const bars: Bar[] = [];
	const figures: Record<string, Figures> = {};
	for (const kind of kinds) {
		for (const articles of sizes) {
			const got = await measure(kind, articles, how);
			if (!got) continue;
			figures[`${kind} ${articles}`] = got;
			console.log(
				`${kind} ${articles}: ${JSON.stringify(got, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}`,
			);
			const name = `${kind} ${articles}`;
			const beside = `(an empty page ${Math.round(got.empty.median)})`;
			bars.push(
				bar(
					`${name}: popup to its list, ready for keys and clicks, ms ${beside}`,
					got.popup.median,
					'≤',
					articles === 0 ? 100 : 200,
				),
			);
			bars.push(bar(`${name}: search p95, ms`, got.search.p95, '≤', 60));
			bars.push(bar(`${name}: event, p95 ms`, got.views.event?.p95 ?? 0, '≤', 200));
			for (const [view, { median }] of Object.entries(got.views))
				if (view.startsWith('page ')) bars.push(bar(`${name}: ${view}, ms ${beside}`, median, '≤', 200));
			if (got.peer) {
				const { documents, loadMs, heapMB, p95 } = got.peer;
				console.log(
					`${name}: MiniSearch over the same ${documents} documents: loads in ${Math.round(loadMs)} ms, holds ${Math.round(heapMB)} MB, p95 ${p95.toFixed(1)} ms; ours: first search ${Math.round(got.search.first)} ms, popup holds ${Math.round(got.heapMB.popup)} MB, p95 ${got.search.p95.toFixed(1)} ms`,
				);
			}
			if (kind === 'chromium') bars.push(bar(`${name}: popup's heap, MB`, got.heapMB.popup, '≤', 150));
			if (kind === 'chromium')
				bars.push(bar(`${name}: background's heap, MB`, got.heapMB.background, '≤', 150));
			const before = figures[`${kind} ${articles / 10}`];
			if (articles === 100_000 && before) bars.push(...growth(name, before, got));
		}
	}
	if (!how.fillOnly) report('corpus', figures, bars);
}

/** No view may cost more than twice of what it did in a tenth. */
function growth(name: string, before: Figures, now: Figures): Bar[] {
	const pairs: [string, number, number][] = [
		['popup', before.popup.median, now.popup.median],
		['search', before.search.p50, now.search.p50],
		// Pages open it once.
		...Object.keys(now.views)
			.filter((view) => view !== 'opening the store')
			.map((view): [string, number, number] => [
				view,
				before.views[view]?.median ?? 0,
				now.views[view]?.median ?? 0,
			]),
	];
	return pairs.map(([what, a, b]) => bar(`${name}: ${what}, times a tenth's`, b / a, '≤', 2));
}
