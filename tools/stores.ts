/**
 * `npm run stores`: the zips for both stores and the sources; Mozilla's linter; the stores' limits; and all three zips made
 * again out of the unpacked sources in a new folder, held against the first byte for byte. Needs the registry.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lint } from './stores/lint.ts';
import { entriesOf, unzip } from './stores/unzip.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const zipOf = (kind: string) => join('.output', `sidelight-${version}-${kind}.zip`);
const ZIPS = [zipOf('chrome'), zipOf('firefox')];
const SOURCES = zipOf('sources');
/** AMO reads no script above it. */
const LARGEST = 5_000_000;

const problems: string[] = [];
makeZips('.');
for (const zip of [...ZIPS, SOURCES]) {
	console.log(`${zip}: ${entriesOf(zip).size} files, ${readFileSync(zip).length} bytes, ${hashOf(zip)}`);
}
for (const zip of ZIPS) {
	for (const [name, { length }] of entriesOf(zip)) {
		if (length >= LARGEST) problems.push(`${zip}: ${name} has ${length} bytes`);
	}
}
problems.push(...lint('.output/firefox'));
problems.push(...rebuilt());
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'ready for both stores' : `${problems.length} problem(s)`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** All zips, from nothing but what the sources' zip holds. */
function rebuilt(): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'sidelight-sources-'));
	try {
		unzip(SOURCES, folder);
		run('npm', ['ci', '--no-audit', '--no-fund'], folder);
		makeZips(folder);
		const others = [...ZIPS, SOURCES].filter((zip) => hashOf(zip) !== hashOf(join(folder, zip)));
		if (others.length === 0)
			console.log('the sources rebuild both stores’ zips, and their own, to the same bytes');
		return others.map((zip) => `${zip} is another when it is rebuilt from the sources`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function makeZips(folder: string): void {
	run(process.execPath, ['tools/build.ts', '--zip'], folder);
}

function run(command: string, args: string[], cwd: string): void {
	const { status, stdout, stderr } = spawnSync(command, args, { cwd: resolve(cwd), encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} in ${cwd}:\n${stdout}${stderr}`);
}

function hashOf(path: string): string {
	return createHash('sha256').update(readFileSync(path)).digest('hex');
}
