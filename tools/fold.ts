/**
 * Writes lib/text/fold-pairs.ts, run by npm `prepare`: Traditional and regional Chinese characters joined to their
 * Simplified form, from OpenCC's tables. Only one UTF-16 unit to one unit, so that folding keeps offsets.
 */
import { writeFileSync } from 'node:fs';
import hongKong from 'opencc-js/dict/HKVariantsRev';
import simplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

const TARGET = new URL('../lib/text/fold-pairs.ts', import.meta.url);

type Pair = readonly [from: string, to: string];

const toSimplified = pairsOf(simplified);
const next = new Map<string, string>(toSimplified);

// Simplified forms first: each regional pair then joins two classes, and the class keeps a Simplified head.
for (const [from, to] of [...pairsOf(taiwan), ...pairsOf(hongKong)]) join(from, to);

const text = [...next.keys()]
	.sort()
	.map((unit) => unit + headOf(unit))
	.join('');
writeFileSync(
	TARGET,
	`// Made by tools/fold.ts from OpenCC's dictionaries (Apache-2.0). Two units a pair: a character, its folded form.\nexport const FOLD_PAIRS =\n\t'${text}';\n`,
);
console.log(`fold-pairs.ts: ${text.length / 2} pairs`);

function pairsOf(rows: string): Pair[] {
	return rows
		.split('|')
		.map((row) => row.split(' '))
		.filter(([from, to]) => from?.length === 1 && to?.length === 1 && from !== to) as [string, string][];
}

function headOf(unit: string): string {
	let head = unit;
	for (let to = next.get(head); to !== undefined; to = next.get(head)) head = to;
	return head;
}

/** The head that Simplified text uses stays: 着 over 著, whichever way the regional table points. */
function join(from: string, to: string): void {
	const [one, other] = [headOf(from), headOf(to)];
	if (one === other) return;
	const targets = new Set(toSimplified.map(([, target]) => target));
	if (targets.has(one) && !targets.has(other)) next.set(other, one);
	else next.set(one, other);
}
