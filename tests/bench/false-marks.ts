/**
 * `npm run bench -- false-marks [all]`: our pack and CLDR's places over annotated sentences nobody here wrote. Prints every
 * mark outside an annotated name (`all`: judged ones too); false-marks.tsv holds what a person said of each.
 */
import { existsSync, readFileSync } from 'node:fs';
import { build, load } from '../../lib/names/index.ts';
import { foldKey } from '../../lib/text/index.ts';
import { ownNames, readPage } from '../unit/names/support/own-pack.ts';
import { withPlaces } from './false-marks/pack.ts';
import { type Sentence, sentencesOf } from './false-marks/sentences.ts';
import { bar, report } from './support/report.ts';

const DATA = '../shared/data';
const FILES = { zh: 'zh_pud-ud-test.iob2.gz', en: 'en_pud-ud-test.iob2.gz' };
const JUDGED = new URL('false-marks.tsv', import.meta.url);
/** Of a name equal to an alias, the sentence alone gives no evidence for a weak one. */
type Verdict = 'true-name' | 'false';

export default async function falseMarks(args: string[]): Promise<void> {
	if (!existsSync(DATA)) return console.log('../shared is not beside this checkout: nothing to measure');
	const { names: own, ids } = ownNames();
	const names = withPlaces(own, `${DATA}/alias_cldr`);
	const index = load(await build(names));
	const aliases = new Set(
		names.flatMap(({ text, strength }) => (strength === 'strong' ? [foldKey(text)] : [])),
	);
	const judged = verdicts();
	const sums = { marks: 0, outside: 0, false: 0, unjudged: 0, wanted: 0, found: 0 };
	for (const [lang, file] of Object.entries(FILES)) {
		for (const sentence of sentencesOf(`${DATA}/ner_uner/${file}`)) await measure(lang, sentence);
	}
	report('false-marks', sums, [
		bar('marks counted', sums.marks, '≥', 500),
		bar('share judged false, or not judged', (sums.false + sums.unjudged) / sums.marks, '≤', 0.01),
		bar('recall of gold names that equal an alias', sums.found / sums.wanted, '≥', 0.98),
	]);

	async function measure(lang: string, { number, text, gold }: Sentence): Promise<void> {
		const marks = await readPage(index, ids, [text]);
		sums.marks += marks.length;
		for (const { start, end } of marks) {
			if (gold.some(([from, to]) => from <= start && end <= to)) continue;
			sums.outside++;
			const verdict = judged.get([lang, number, start, end].join('\t'));
			if (verdict === 'false') sums.false++;
			if (verdict === undefined) sums.unjudged++;
			if (verdict === 'true-name' && !args.includes('all')) continue;
			show(verdict ?? '?', lang, number, start, end, text);
		}
		for (const [start, end] of gold) {
			if (!aliases.has(foldKey(text.slice(start, end)))) continue;
			sums.wanted++;
			if (marks.some((mark) => mark.start === start && mark.end === end)) sums.found++;
			else show('missed', lang, number, start, end, text);
		}
	}
}

function show(verdict: string, lang: string, number: number, start: number, end: number, text: string): void {
	const around = `…${text.slice(Math.max(0, start - 24), start)}[${text.slice(start, end)}]${text.slice(end, end + 24)}…`;
	console.log([verdict, lang, number, start, end, around].join('\t'));
}

function verdicts(): Map<string, Verdict> {
	if (!existsSync(JUDGED)) return new Map();
	const lines = readFileSync(JUDGED, 'utf8').trim().split('\n').slice(1);
	return new Map(
		lines.map((line) => line.split('\t')).map((cells) => [cells.slice(0, 4).join('\t'), cells[4] as Verdict]),
	);
}
