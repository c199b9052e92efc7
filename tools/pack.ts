/** `npm run pack -- <command>`: check and build a pack from its YAML. Reads and writes files. */
import { parseArgs } from 'node:util';
import { build } from './pack/build.ts';
import { runCheck } from './pack/check.ts';
import { DEFAULT_PACK } from './pack/default.ts';
import { PUBLISHER_USAGE, publisher } from './pack/publisher.ts';
import { writeSchema } from './pack/schema.ts';
import { stats } from './pack/stats.ts';
import { tryPack } from './pack/try.ts';

const USAGE = `npm run pack -- build [folder] [--out folder]   check, and write the pack (.output/pack)
npm run pack -- check [folder] [other packs …] [--derived]   check only; --derived lists every text made by conversion
npm run pack -- stats [folder]                  counts, and which article states which claim
npm run pack -- try <url|file> [folder] [--published 2023-09-14]   which names and cues fire in a text, which miss and why
npm run pack -- schema [file]                   the JSON Schema of a pack's YAML, for editors
${PUBLISHER_USAGE}`;

const done = await publisher(process.argv.slice(2));
if (done !== null) process.exit(done);

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { out: { type: 'string' }, derived: { type: 'boolean' }, published: { type: 'string' } },
});
const [command, folder = DEFAULT_PACK] = positionals;

if (command === 'build') process.exitCode = await build(folder, values.out ?? '.output/pack');
else if (command === 'check')
	process.exitCode = await runCheck(folder, positionals.slice(2), values.derived ?? false);
else if (command === 'stats') process.exitCode = await stats(folder);
else if (command === 'try' && positionals[1]) {
	process.exitCode = await tryPack(positionals[1], positionals[2] ?? DEFAULT_PACK, values.published ?? '');
} else if (command === 'schema') writeSchema(positionals[1] ?? 'docs/pack.schema.json');
else {
	console.error(USAGE);
	process.exitCode = 2;
}
