/** `npm run bench -- page [first]`: what Sidelight costs a page and how soon it is there, in both browsers. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Kind } from '../../tools/browser/find.ts';
import { ensureBuilt } from '../../tools/read/built.ts';
import { haveDocuments, servePages } from '../browser/support/pages.ts';
import { firstMarks } from './page/first-marks.ts';
import { type Bar, bar, report } from './support/report.ts';

const KINDS: Kind[] = ['chromium', 'firefox'];

export default async function page(): Promise<void> {
	ensureBuilt();
	const bars: Bar[] = [];
	const figures: Record<string, unknown> = {};
	const kB = (file: string) => gzipSync(readFileSync(file)).length / 1000;
	bars.push(bar('code before the first card, kB gzip', kB('.output/chrome/overlay.js'), '≤', 15));
	bars.push(bar('code of the card, kB gzip', kB('.output/chrome/card.js'), '≤', 40));

	const served = await servePages();
	const path = haveDocuments ? '/document/001' : '/demo/zh-Hant.html';
	if (!haveDocuments) console.log('the documents are not beside this checkout: measured on our demo article');
	for (const kind of KINDS) {
		const measured = await firstMarks(kind, served.origin + path);
		figures[kind] = measured;
		console.log(`\n${kind}: page ready → first marks, ms, medians of 9`);
		const show = (name: string, value: number) => console.log(`  ${name.padEnd(34)} ${value.toFixed(1)}`);
		show('Sidelight, worker awake', measured.awake);
		show('Sidelight, worker asleep', measured.asleep);
		show('no-op extension, awake', measured.noopAwake);
		show('no-op extension, asleep', measured.noopAsleep);
		show('empty round trip', measured.emptyTrip);
		show('reading every character', measured.readLoop);
		show('hover → card, dwell of 200 within', measured.card);
		bars.push(bar(`${kind}: first marks, worker awake, ms`, measured.awake, '≤', 150));
		bars.push(bar(`${kind}: first marks, worker asleep, ms`, measured.asleep, '≤', 400));
	}
	await served.close();
	report('page', figures, bars);
}
