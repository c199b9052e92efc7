/** `npm run pack -- <command>`: check and build a pack from its YAML. Reads and writes files. */
import { parseArgs } from 'node:util';
import { build } from './pack/build.ts';
import { runCheck } from './pack/check.ts';
import { DEFAULT_PACK } from './pack/default.ts';
import { stats } from './pack/stats.ts';

const USAGE = `npm run pack -- build [folder] [--out folder]   check, and write the pack (.output/pack)
npm run pack -- check [folder] [--derived]      check only; --derived lists every text made by conversion
npm run pack -- stats [folder]                  counts, and which article states which claim`;

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { out: { type: 'string' }, derived: { type: 'boolean' } },
});
const [command, folder = DEFAULT_PACK] = positionals;

if (command === 'build') process.exitCode = await build(folder, values.out ?? '.output/pack');
else if (command === 'check') process.exitCode = await runCheck(folder, values.derived ?? false);
else if (command === 'stats') process.exitCode = await stats(folder);
else {
	console.error(USAGE);
	process.exitCode = 2;
}
