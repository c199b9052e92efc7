/** `pack try`: what of a pack is found in a text, which cues fired, which missed and why. Opens a browser for pages. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { packReader, print, warnings } from '../../lib/author/index.ts';
import { fire } from '../../lib/events/index.ts';
import { launch, reportOfTab } from '../browser/launch.ts';
import { waitForMarks } from '../browser/marks.ts';
import { serve } from '../browser/serve.ts';
import { ensureBuilt } from '../read/built.ts';
import { checkFolder } from './folder.ts';

/** Roles whose sentences can state a claim. */
const EVIDENCE = new Set(['title', 'dateline', 'body', 'caption']);
/** Claims with fewer of their groups met are not near. */
const NEAR = 0.6;

/** @returns the exit code */
export async function tryPack(target: string, folder: string, published: string): Promise<number> {
	const { source, problems } = await checkFolder(folder);
	if (!source) {
		console.error(print(problems));
		return 1;
	}
	if (!/^https?:/.test(target) && !existsSync(target)) {
		console.error(`${target}: no such file`);
		return 2;
	}
	const texts = /\.txt$/.test(target) ? linesOf(target) : await blocksOf(target);
	const reader = await packReader(source.records);
	const { mentions, sentences } = await reader.read(texts);

	console.log(`names (${mentions.length})`);
	const counts = new Map<string, number>();
	for (const { block, start, end, entity } of mentions) {
		const key = `${(texts[block] ?? '').slice(start, end)}  →  ${entity}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	for (const [name, count] of counts) console.log(`  ${String(count).padStart(3)} × ${name}`);

	const tried = source.records.claims.map((claim) => ({
		claim,
		firing: fire(claim, sentences, { published }),
	}));
	const fired = tried.filter(({ firing }) => firing?.score === 1);
	console.log(`\nclaims whose cues fired (${fired.length})`);
	for (const { claim, firing } of fired) {
		console.log(`  ${claim.id}: ${firing?.met.map((group) => group.join('/')).join(' + ')}`);
		for (const at of firing?.sentences ?? []) console.log(`      ${cut(sentences[at]?.text ?? '')}`);
	}
	const near = tried.filter(({ firing }) => firing && firing.score >= NEAR && firing.score < 1);
	console.log(`\nnearly (${near.length}): the group that was missed`);
	for (const { claim, firing } of near) {
		const missed = claim.cues.filter((_, i) => firing?.met[i]?.length === 0);
		const groups = missed.map((group) =>
			group.map((cue) => (typeof cue === 'string' ? cue : `= ${cue.value}`)).join(' or '),
		);
		console.log(`  ${claim.id}: ${groups.join(' and ')}`);
		console.log(`      ${cut(sentences[firing?.sentences[0] ?? 0]?.text ?? '')}`);
	}
	console.log(`\nweak spots of the pack (${warnings(source).length}): npm run pack -- check ${folder}`);
	return 0;
}

const cut = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

const linesOf = (file: string) =>
	readFileSync(file, 'utf8')
		.split(/\r?\n/)
		.filter((line) => line.trim() !== '');

/** The article's own blocks, as the extension reads them in a real browser. */
async function blocksOf(target: string): Promise<string[]> {
	ensureBuilt();
	const isUrl = /^https?:/.test(target);
	const served = isUrl
		? null
		: await serve((path) => (path === `/${basename(target)}` ? { body: readFileSync(target) } : null));
	const running = await launch({ kind: 'chromium' });
	try {
		const page = await running.browser.newPage();
		await page.goto(served ? `${served.origin}/${encodeURI(basename(target))}` : target, {
			waitUntil: 'domcontentloaded',
		});
		await waitForMarks(page, { timeout: 2000 });
		const report = await reportOfTab(running, page.url());
		return report?.blocks.filter(({ role }) => EVIDENCE.has(role)).map(({ text }) => text) ?? [];
	} finally {
		await running.close();
		await served?.close();
	}
}
