/**
 * `npm run bench -- compare [--list [event]]`: which event a text is about, which claims it states, and what it does not
 * tell: on the five documents, each without itself in the model, and on texts of ours. `--list`: the claims in plain words.
 */
import { parseArgs } from 'node:util';
import { haveDocuments } from '../browser/support/pages.ts';
import { factsOf, openPack, type Pack } from '../support/pack.ts';
import { compareDocument, DOCUMENTS } from './compare/documents.ts';
import { type Score, show, sum } from './compare/score.ts';
import { type Read, readText, textsIn } from './compare/texts.ts';
import { type Bar, bar, report } from './support/report.ts';

const PACK = 'seeds/putin-kim-summits';

interface Results {
	bars: Bar[];
	figures: Record<string, unknown>;
}

export default async function compareBench(args: string[]): Promise<void> {
	const pack = await openPack(PACK);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { list: { type: 'boolean' } },
	});
	if (values.list) return listClaims(pack, positionals[0]);
	const results: Results = { bars: [], figures: {} };
	if (haveDocuments) await documents(pack, results);
	else console.log('the documents are not beside this checkout: not scored');
	await ours(pack, results);
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
	const fresh = await read('fresh');
	if (fresh.length === 0) return console.log('\nno fresh texts yet');
	const unseen = sum(fresh.map(({ score }) => score));
	figures.fresh = { texts: fresh.length, ...unseen };
	bars.push(
		bar('fresh: events right', fresh.filter(eventRight).length, '≥', fresh.length),
		bar('fresh: precision of claims', unseen.precision, '≥', 0.95),
		bar('fresh: recall of claims', unseen.recall, '≥', 0.75),
		bar('fresh: lists of what is not told, right', unseen.list, '≥', 0.9),
	);
}
