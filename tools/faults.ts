/** `npm run faults [-- --unit] [--kills 50]`: runs the tests of SYNC's faults and attacks; prints row, where tried, outcome. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ROWS, WHY_NOT } from './faults/rows.ts';

interface Assertion {
	fullName: string;
	title: string;
	status: string;
}

/** Files in tests/browser that bear names of rows. */
const BROWSER = ['packs', 'packs-page', 'killed', 'hostile', 'gallery', 'recovery', 'endurance'];
const REPORT = '.output/faults.json';
const unitOnly = process.argv.includes('--unit');
const read = process.argv.includes('--read');
/** How often each browser is killed; the rest of it is in the tests. */
const kills = process.argv[process.argv.indexOf('--kills') + 1];

mkdirSync('.output', { recursive: true });
if (!read) {
	const files = [
		'tests/unit/packs',
		'tests/unit/publisher',
		...(unitOnly ? [] : BROWSER.map((one) => `tests/browser/${one}`)),
	];
	const shown = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
	spawnSync('node_modules/.bin/vitest', ['run', ...files, ...shown], {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...(process.argv.includes('--kills') ? { KILLS: kills } : {}) },
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
		const missing = unitOnly ? [] : ['chromium', 'firefox'].filter((kind) => !tried.join(' ').includes(kind));
		if (missing.length > 0 && WHY_NOT[row]) tried.push(`not in ${missing.join(', ')}: ${WHY_NOT[row]}`);
		else if (missing.length > 0 || tried.length === 0) {
			bad++;
			tried.push(`NOT TRIED ${missing.join(', ')}`);
		}
		lines.push(`${group.padEnd(9)} ${row}\n          ${tried.join(' · ')}`);
	}
}
console.log(lines.join('\n'));
writeFileSync('.output/faults.txt', `${lines.join('\n')}\n`);
const count = Object.values(ROWS).flat().length;
console.log(`\n${count} rows, ${bad} of them not held everywhere; .output/faults.txt`);
process.exitCode = bad === 0 ? 0 : 1;
