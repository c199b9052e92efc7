/** The publisher's commands and their arguments. */
import { parseArgs } from 'node:util';
import { PackError } from '../../lib/packs/index.ts';
import { DEFAULT_PACK } from './default.ts';
import { diff } from './diff.ts';
import { keygen } from './keygen.ts';
import { PublishError } from './keys.ts';
import { publish } from './publish.ts';
import { rotate } from './rotate.ts';
import { servePack } from './serve.ts';
import { signBuilt } from './sign.ts';
import { verify } from './verify.ts';

export const PUBLISHER_USAGE = `npm run pack -- keygen [folder] [--keys folder] [--count 1] [--threshold 1]   keys, first root, pack id
npm run pack -- sign <built> --seq 1 --issued <time> --expires <time> [--keys folder] [--previous published]
                [--mirror url] [--check hours] [--superseded url] [--revoked reason]
npm run pack -- publish <built> <folder> [--keys folder]   what a web host serves, in the safe order
npm run pack -- rotate <folder|pack id> [--keys folder] [--count 1] [--threshold 1]   new keys, signed by the old
npm run pack -- verify <folder|url>             all that a reader's client proves
npm run pack -- diff <old> <new>                what changes, in bytes and in facts; built or published folders
npm run pack -- serve <published> [--port 0] [--open chromium|firefox]   over https, to a browser with Sidelight`;

const OPTIONS = {
	keys: { type: 'string' },
	count: { type: 'string' },
	threshold: { type: 'string' },
	seq: { type: 'string' },
	issued: { type: 'string' },
	expires: { type: 'string' },
	previous: { type: 'string' },
	mirror: { type: 'string', multiple: true },
	check: { type: 'string' },
	superseded: { type: 'string' },
	revoked: { type: 'string' },
	port: { type: 'string' },
	open: { type: 'string' },
} as const;

const COMMANDS = ['keygen', 'sign', 'rotate', 'publish', 'diff', 'verify', 'serve'];

/** @returns the exit code; null when it is no publisher's command */
export async function publisher(args: string[]): Promise<number | null> {
	if (!COMMANDS.includes(args[0] ?? '')) return null;
	try {
		const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
		return await run(positionals, values);
	} catch (error) {
		if (!isForPeople(error)) throw error;
		console.error(error.message);
		return 1;
	}
}

/** Ours, what parseArgs says of arguments, limits, and files that are not there. */
const isForPeople = (error: unknown): error is Error =>
	[PublishError, PackError, TypeError, RangeError].some((kind) => error instanceof kind) ||
	(error as { code?: string }).code === 'ENOENT';

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function run([command, one, two]: string[], values: Values): Promise<number> {
	const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
	const counts = { keys: values.keys, count: number(values.count), threshold: number(values.threshold) };
	if (command === 'keygen') return keygen(one ?? DEFAULT_PACK, counts);
	if (!one) throw new PublishError(PUBLISHER_USAGE);
	if (command === 'sign') return signBuilt(one, values);
	if (command === 'rotate') return rotate(one, counts);
	if (command === 'verify') return verify(one);
	if (command === 'serve') return servePack(one, { port: number(values.port), open: values.open });
	if (!two) throw new PublishError(PUBLISHER_USAGE);
	return command === 'diff' ? diff(one, two) : publish(one, two, { keys: values.keys });
}
