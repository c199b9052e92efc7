/** `npm run bench -- <name> [args]`: runs tests/bench/<name>.ts, which prints its figures beside what was asked. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const BENCHES = 'tests/bench';
const names = readdirSync(BENCHES)
	.filter((file) => file.endsWith('.ts'))
	.map((file) => file.slice(0, -3));
const [name, ...args] = process.argv.slice(2);
if (!name || !names.includes(name)) {
	console.error(`npm run bench -- ${names.join('|')}`);
	process.exit(2);
}
const { default: run } = (await import(join(process.cwd(), BENCHES, `${name}.ts`))) as {
	default: (args: string[]) => Promise<void>;
};
await run(args);
