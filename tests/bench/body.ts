/** `npm run bench -- body [--show n]`: which text is the article, on 35 real pages with hand-made main text, beside Readability. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { launch } from '../../tools/browser/launch.ts';
import { serve } from '../../tools/browser/serve.ts';
import type { PageRead } from './body/in-page.ts';
import { bar, report } from './support/report.ts';

const PAGES = '../shared/data/pages';
const GRAM = 4;

export default async function body(args: string[]): Promise<void> {
	if (!existsSync(PAGES)) return console.log('the pages are not beside this checkout: nothing to score');
	const gold = readFileSync(join(PAGES, 'gold.jsonl'), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { id: string; file: string; content: string });
	const script = await bundle();
	const served = await serve((path) => {
		const page = gold.find(({ id }) => path === `/${id}`);
		return page ? { body: gunzipSync(readFileSync(join(PAGES, page.file))), type: 'text/html' } : null;
	});
	const running = await launch({ kind: 'chromium', extension: null });
	const scores: { id: string; ours: number; readability: number; rolesMs: number; units: number }[] = [];
	for (const [n, { id, content }] of gold.entries()) {
		const page = await running.browser.newPage();
		await page.setRequestInterception(true);
		page.on(
			'request',
			(request) => void (request.url().startsWith(served.origin) ? request.continue() : request.abort()),
		);
		// What is stored is the page as it was after loading: its scripts would only take it apart.
		await page.setJavaScriptEnabled(false);
		await page.goto(`${served.origin}/${id}`, { waitUntil: 'domcontentloaded' });
		const result = (await page.evaluate(`${script};readPage()`)) as PageRead;
		await page.close();
		const score = {
			id,
			ours: f1(result.ours, content),
			readability: f1(result.readability, content),
			rolesMs: result.rolesMs,
			units: result.units,
		};
		scores.push(score);
		console.log(
			`${String(n).padStart(2)} ${id.slice(0, 8)}  ours ${score.ours.toFixed(3)}  Readability ${score.readability.toFixed(3)}  ${result.units} units, roles ${result.rolesMs.toFixed(1)} ms`,
		);
		if (args[0] === '--show' && Number(args[1]) === n) {
			for (const { role, text, linked } of result.blocks)
				console.log(`   ${role.padEnd(8)} ${linked.toFixed(2)} ${text}`);
			console.log(content.slice(0, 400), '…', content.slice(-200));
		}
	}
	await running.close();
	await served.close();
	const mean = (of: (score: (typeof scores)[0]) => number) =>
		scores.reduce((sum, one) => sum + of(one), 0) / scores.length;
	const [ours, readability] = [mean((one) => one.ours), mean((one) => one.readability)];
	const perMegabyte = (1e6 * mean((one) => one.rolesMs)) / mean((one) => one.units);
	report('body', { ours, readability, rolesMsPerMegabyte: perMegabyte, pages: scores }, [
		bar('mean F1 of character 4-grams', ours, '≥', 0.9),
		bar('the same, less Readability’s', ours - readability, '≥', 0),
		bar('roles, ms per MB of HTML', perMegabyte, '≤', 10),
	]);
}

async function bundle(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-body-'));
	await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		build: {
			outDir: folder,
			lib: {
				entry: 'tests/bench/body/in-page.ts',
				formats: ['iife'],
				name: 'body',
				fileName: () => 'in-page.js',
			},
		},
	});
	const script = readFileSync(join(folder, 'in-page.js'), 'utf8');
	rmSync(folder, { recursive: true });
	return script;
}

/** Of the multisets of character 4-grams, white space left out. */
function f1(found: string, wanted: string): number {
	const [one, other] = [grams(found), grams(wanted)];
	let shared = 0;
	for (const [gram, count] of one) shared += Math.min(count, other.get(gram) ?? 0);
	const size = (of: Map<string, number>) => [...of.values()].reduce((sum, count) => sum + count, 0);
	return shared === 0 ? 0 : (2 * shared) / (size(one) + size(other));
}

function grams(text: string): Map<string, number> {
	const plain = text.replace(/\s+/g, '');
	const counts = new Map<string, number>();
	for (let i = 0; i + GRAM <= plain.length; i++) {
		const gram = plain.slice(i, i + GRAM);
		counts.set(gram, (counts.get(gram) ?? 0) + 1);
	}
	return counts;
}
