/** `npm run bench -- gold`: mentions, in real Chromium, and claims on the five documents against what two readers marked. */
import { readFileSync } from 'node:fs';
import { launch } from '../../tools/browser/launch.ts';
import { ensureBuilt } from '../../tools/read/built.ts';
import { look } from '../../tools/read/look.ts';
import { documentText, haveDocuments, servePages } from '../browser/support/pages.ts';
import { openPack } from '../support/pack.ts';
import { DOCUMENTS as COMPARED, compareDocument } from './compare/documents.ts';
import { type Score, show as showScore, sum } from './compare/score.ts';
import { claimReader, PACK } from './gold/claims.ts';
import { type Bar, bar, report } from './support/report.ts';

type Mention = [start: number, end: number, entity: string];
interface Gold {
	mentions: Mention[];
	boilerplate: [number, number][];
	/** Claim, and where the sentence that states it stands. */
	claims: [string, number, number][];
}

const DOCUMENTS = ['000', '001', '002', '003', '004'];
/** The day of each, as the documents tell it: what 周五 and 明日 are counted from. */
const PUBLISHED: Record<string, string> = { '001': '2023-09-13', '002': '2023-09-14', '004': '2023-09-14' };
const read = (path: string) => JSON.parse(readFileSync(`tests/gold/${path}.json`, 'utf8')) as Gold;
const keyOf = (mention: Mention) => mention.join(' ');

export default async function gold(): Promise<void> {
	printAgreement();
	if (!haveDocuments) return console.log('the documents are not beside this checkout: nothing to score');
	ensureBuilt();
	const served = await servePages();
	const running = await launch({ kind: 'chromium' });
	const sums = { right: 0, found: 0, wanted: 0 };
	const told = { right: 0, found: 0, wanted: 0 };
	const claimsOf = await claimReader();
	const bars: Bar[] = [];
	const figures: Record<string, unknown> = {};
	for (const number of DOCUMENTS) {
		const raw = documentText(number);
		const { inside } = await look(running, `${served.origin}/document/${number}`, { lang: 'en-US', raw });
		const { mentions: wanted, boilerplate, claims } = read(number);
		const found = inside.mentions
			.map(({ start, end, entity }): Mention => [start, end, entity])
			.filter(([start, end]) => !boilerplate.some(([from, to]) => start >= from && end <= to));
		const right = found.filter((one) => wanted.some((other) => keyOf(one) === keyOf(other)));
		const missed = wanted.filter((one) => !found.some((other) => keyOf(one) === keyOf(other)));
		const extra = found.filter((one) => !right.includes(one));
		const [precision, recall] = [right.length / found.length, right.length / wanted.length];
		console.log(
			`\n${number}: ${wanted.length} wanted, ${found.length} found, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
		);
		const show = (sign: string, [start, end, entity]: Mention) =>
			console.log(
				`  ${sign} ${start}–${end} ${raw.slice(start, end)} (${entity}) in …${raw.slice(start - 8, end + 8).replaceAll('\n', '⏎')}…`,
			);
		for (const one of missed) show('missed', one);
		for (const one of extra) show('extra ', one);
		sums.right += right.length;
		sums.found += found.length;
		sums.wanted += wanted.length;
		const outside = (at: number) => !boilerplate.some(([from, to]) => at >= from && at < to);
		const lines = linesOf(raw);
		const stated = await claimsOf(
			lines.filter(({ at }) => outside(at)).map(({ text }) => text),
			PUBLISHED[number] ?? '',
		);
		const held = new Set(claims.map(([id]) => id));
		const missedClaims = [...held].filter((id) => !stated.has(id));
		const extraClaims = [...stated].filter((id) => !held.has(id));
		console.log(
			`  claims: ${held.size} stated, cues of ${stated.size} fire; missed ${missedClaims.join(', ') || '–'}; extra ${extraClaims.join(', ') || '–'}`,
		);
		const inBoilerplate = await claimsOf(
			lines.filter(({ at }) => !outside(at)).map(({ text }) => text),
			PUBLISHED[number] ?? '',
		);
		console.log(
			`  cues that fire in boilerplate, which is no evidence: ${[...inBoilerplate].join(', ') || '–'}`,
		);
		told.right += stated.size - extraClaims.length;
		told.found += stated.size;
		told.wanted += held.size;
		figures[number] = { wanted: wanted.length, found: found.length, precision, recall };
		bars.push(bar(`${number}: recall of mentions`, recall, '≥', 0.95));
	}
	await running.close();
	await served.close();
	bars.unshift(
		bar('precision of mentions', sums.right / sums.found, '≥', 0.99),
		bar('recall of mentions', sums.right / sums.wanted, '≥', 0.97),
	);
	// Cues only propose: what is said of a claim, by whom and how surely, is weighed by the comparison.
	const { precision, recall } = sum(await recognised());
	figures.claims = { cues: told, precision, recall };
	bars.push(bar('claims recognised: precision', precision, '≥', 0.97));
	bars.push(bar('claims recognised: recall', recall, '≥', 0.9));
	report('gold', figures, bars);
}

/** Each document compared with the pack without itself. */
async function recognised(): Promise<Score[]> {
	const pack = await openPack(PACK);
	const scores: Score[] = [];
	console.log('\nclaims recognised');
	for (const document of COMPARED) {
		const { score } = await compareDocument(pack, document);
		showScore(document.number, score);
		scores.push(score);
	}
	return scores;
}

interface Line {
	text: string;
	/** Where it starts in the file. */
	at: number;
}

/** Lines of a document without markup, as its page shows them. */
function linesOf(raw: string): Line[] {
	const lines: Line[] = [];
	let at = 0;
	for (const line of raw.split(/\n|(?=<p>)|(?<=<\/p>)/)) {
		const text = line.replace(/<!--.*?-->|<[^>]*>/g, '').trim();
		if (text) lines.push({ text, at });
		at = raw.indexOf(line, at) + line.length;
	}
	return lines;
}

/** How far the two readers agree: the ceiling for any machine. */
function printAgreement() {
	let [both, all] = [0, 0];
	for (const number of DOCUMENTS) {
		const one = new Set(read(`a/${number}`).mentions.map(keyOf));
		const other = new Set(read(`b/${number}`).mentions.map(keyOf));
		const shared = [...one].filter((key) => other.has(key)).length;
		both += 2 * shared;
		all += one.size + other.size;
	}
	console.log(`the two readers agree on mentions: F1 ${(both / all).toFixed(4)}`);
}
