/** `npm run faults [-- --unit]`: runs the tests of SYNC's faults and attacks and prints row, where it was tried, outcome. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ROWS } from './faults/rows.ts';

interface Assertion {
	fullName: string;
	title: string;
	status: string;
}

const REPORT = '.output/faults.json';
const unitOnly = process.argv.includes('--unit');
const read = process.argv.includes('--read');

mkdirSync('.output', { recursive: true });
if (!read) {
	const files = [
		'tests/unit/packs',
		'tests/unit/publisher',
		...(unitOnly ? [] : ['packs', 'hostile', 'gallery', 'recovery'].map((one) => `tests/browser/${one}`)),
	];
	spawnSync('node_modules/.bin/vitest', ['run', ...files, '--reporter=json', `--outputFile=${REPORT}`], {
		stdio: ['ignore', 'inherit', 'inherit'],
	});
}
const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as {
	testResults: { assertionResults: Assertion[] }[];
};
const tests = testResults.flatMap(({ assertionResults }) => assertionResults);

let bad = 0;
const lines: string[] = [];
for (const [group, rows] of Object.entries(ROWS)) {
	for (const row of rows) {
		const own = tests.filter(({ fullName }) => fullName.includes(row));
		const where = (name: string, mine: Assertion[]) => {
			if (mine.length === 0) return [];
			const failed = mine.filter(({ status }) => status !== 'passed').length;
			if (failed > 0) bad++;
			return [`${name} ${failed > 0 ? `${failed} of ${mine.length} FAIL` : `holds (${mine.length})`}`];
		};
		const tried = [
			...where(
				'ports',
				own.filter(({ fullName }) => !/\((chromium|firefox)\)/.test(fullName)),
			),
			...where(
				'chromium',
				own.filter(({ fullName }) => fullName.includes('(chromium)')),
			),
			...where(
				'firefox',
				own.filter(({ fullName }) => fullName.includes('(firefox)')),
			),
		];
		if (tried.length === 0) bad++;
		lines.push(`${group.padEnd(9)} ${row}\n          ${tried.join(' · ') || 'NOT TRIED'}`);
	}
}
console.log(lines.join('\n'));
writeFileSync('.output/faults.txt', `${lines.join('\n')}\n`);
const count = Object.values(ROWS).flat().length;
console.log(`\n${count} rows, ${bad} of them not held everywhere; .output/faults.txt`);
process.exitCode = bad === 0 ? 0 : 1;
