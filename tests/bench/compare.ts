/**
 * `npm run bench -- compare [--quick] [--list [event]]`: which event a text is about, which claims it states, and what it does not
 * tell: on the five documents, each without itself in the model, and on texts of ours. `--list`: the claims in plain words.
 * `--quick`: without the timing, which needs a browser.
 */
import { parseArgs } from 'node:util';
import { firings } from '../../lib/events/index.ts';
import { haveDocuments } from '../browser/support/pages.ts';
import { compareLines, factsOf, openPack, type Pack } from '../support/pack.ts';
import { PAIRS_2023, PAIRS_2024 } from '../support/pairs.ts';
import { compareDocument, DOCUMENTS } from './compare/documents.ts';
import { isFound, type Score, show, sum } from './compare/score.ts';
import { type GoldText, type Read, readText, textsIn } from './compare/texts.ts';
import { timeComparison } from './compare/timing.ts';
import { type Bar, bar, report } from './support/report.ts';

const PACK = 'seeds/putin-kim-summits';
const SECOND = 'tests/packs/velan-bridge';
/** Texts by people who had seen no cue: never tuned on, and those that were, once their first reading was on record. */
const OTHERS = ['fresh', 'fresh-2', 'fresh-3', 'learnt'];

interface Results {
	bars: Bar[];
	figures: Record<string, unknown>;
}

export default async function compareBench(args: string[]): Promise<void> {
	const pack = await openPack(PACK);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { list: { type: 'boolean' }, quick: { type: 'boolean' } },
	});
	if (values.list) return listClaims(pack, positionals[0]);
	const results: Results = { bars: [], figures: {} };
	if (haveDocuments) await documents(pack, results);
	else console.log('the documents are not beside this checkout: not scored');
	await pairs(pack, results);
	await ours(pack, results);
	await beside(pack, results);
	if (!values.quick) await timing(pack, results);
	report('compare', results.figures, results.bars);
}

/** For those who write texts: what can be stated, without the cues it is known by. */
function listClaims({ records, models }: Pack, event?: string): void {
	for (const { id, name } of models.filter((model) => !event || model.id === event)) {
		const { claims } = factsOf(records, id);
		console.log(`\n${id}: ${name} (${claims.length} claims with those of what it followed from or led to)`);
		for (const claim of claims) console.log(`  ${claim.id} (${claim.modality}): ${claim.text.en}`);
	}
}

async function documents(pack: Pack, { bars, figures }: Results): Promise<void> {
	console.log('the five documents, each without itself in the model');
	const scores: Score[] = [];
	const wrong: string[] = [];
	for (const document of DOCUMENTS) {
		const { answer, score } = await compareDocument(pack, document);
		show(`${document.number} (${answer.comparison?.noList ?? 'with a list'})`, score);
		scores.push(score);
		if (answer.about !== document.event) wrong.push(document.number);
	}
	const total = sum(scores);
	figures.documents = { ...total, wrongEvents: wrong };
	bars.push(
		bar('documents: events wrong', wrong.length, '≤', 0),
		bar('documents: precision of claims', total.precision, '≥', 0.97),
		bar('documents: recall of claims', total.recall, '≥', 0.9),
		bar('documents: lists of what is not told, right', total.list, '≥', 0.95),
	);
}

async function pairs(pack: Pack, { bars, figures }: Results): Promise<void> {
	const confused: string[] = [];
	const all = [
		...PAIRS_2023.map((pair) => ({ ...pair, event: 'vostochny-2023' as const })),
		...PAIRS_2024.map((pair) => ({ ...pair, event: 'pyongyang-2024' as const })),
	];
	for (const { claim, yes, no, event } of all) {
		const states = async (text: string) =>
			isFound((await compareLines(pack, [text], event)).claims.find((one) => one.claim === claim)?.state);
		if (!(await states(yes)) || (await states(no))) confused.push(`${claim}: ${yes} / ${no}`);
	}
	console.log(`\n${all.length} pairs of modality and negation, ${confused.length} confused`);
	for (const one of confused) console.log(`  ${one}`);
	figures.pairs = { pairs: all.length, confused };
	bars.push(bar('pairs of modality and negation confused', confused.length, '≤', 0));
}

/** A second pack on another story: which cues of one fire in texts on the other. */
async function beside(pack: Pack, { bars, figures }: Results): Promise<void> {
	const second = await openPack(SECOND);
	const theirs = textsIn('second');
	const own: Score[] = [];
	for (const text of theirs) own.push((await readText(second, text)).score);
	const fired = [
		...(await firedIn(second, [...textsIn('about'), ...textsIn('near'), ...textsIn('unrelated')])),
		...(await firedIn(pack, theirs)),
	];
	const total = sum(own);
	figures.second = { claims: second.records.claims.length, texts: theirs.length, ...total, fired };
	console.log(
		`\na second pack of ${second.records.claims.length} claims on another story: ${total.right} of ${total.wanted} found in its ${theirs.length} texts`,
	);
	for (const one of fired) console.log(`  ${one}`);
	bars.push(bar('second pack: recall of claims in its texts', total.recall, '≥', 0.75));
	bars.push(bar('cues that fire in texts on the other pack’s story', fired.length, '≤', 0));
}

async function firedIn(pack: Pack, texts: readonly GoldText[]): Promise<string[]> {
	const fired: string[] = [];
	for (const { name, title, body, published } of texts) {
		const { sentences } = await pack.reader.read([title, ...body.split('\n')]);
		for (const claim of pack.records.claims)
			if (firings(claim, sentences, { published: String(published ?? '') }).length > 0)
				fired.push(`${claim.id} in ${name}`);
	}
	return fired;
}

async function timing(pack: Pack, { bars, figures }: Results): Promise<void> {
	const ms = (value: number) => value.toFixed(1);
	console.log('\n20,000 characters compared, background awake');
	for (const kind of ['chromium', 'firefox'] as const) {
		const measured = await timeComparison(kind, `${pack.id}/vostochny-2023`);
		figures[`timing ${kind}`] = measured;
		const { compare, empty, claims } = measured;
		console.log(`  ${kind}: ${ms(compare)} ms; empty round trip ${ms(empty)} ms; ${claims} claims`);
		bars.push(bar(`20,000 characters compared, ${kind}, ms awake`, compare, '≤', 30));
	}
}

async function ours(pack: Pack, { bars, figures }: Results): Promise<void> {
	const read = async (folder: string) => {
		const all: Read[] = [];
		for (const text of textsIn(folder)) all.push(await readText(pack, text));
		if (all.length > 0) console.log(`\n${folder}`);
		for (const { text, answer, score, states } of all) {
			show(text.name, score);
			if (answer.about !== text.event) console.log(`    about ${answer.about}, not ${text.event}`);
			for (const state of states) console.log(`    ${state}`);
		}
		return all;
	};
	const eventRight = (one: Read) => one.answer.about === one.text.event;
	const [about, near, unrelated] = [await read('about'), await read('near'), await read('unrelated')];
	const all = [...about, ...near, ...unrelated];
	const total = sum(about.map(({ score }) => score));
	figures.texts = { texts: all.length, ...total };
	bars.push(
		bar('our texts: events right', all.filter(eventRight).length, '≥', all.length - 1),
		bar('our texts: near misses taken for an event', near.filter((one) => !eventRight(one)).length, '≤', 0),
		bar('our texts: precision of claims', total.precision, '≥', 0.95),
		bar('our texts: recall of claims', total.recall, '≥', 0.75),
	);
	for (const folder of OTHERS) {
		const fresh = await read(folder);
		const unseen = sum(fresh.map(({ score }) => score));
		figures[folder] = { texts: fresh.length, ...unseen };
		bars.push(
			bar(`${folder}: events right`, fresh.filter(eventRight).length, '≥', fresh.length),
			bar(`${folder}: precision of claims`, unseen.precision, '≥', 0.95),
			bar(`${folder}: recall of claims`, unseen.recall, '≥', 0.75),
			bar(`${folder}: lists of what is not told, right`, unseen.list, '≥', 0.9),
		);
	}
}
