/** `npm run read -- <file.html|file.txt|url>`: any page in the real browser with the built extension, and what a reader meets. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kind } from './browser/find.ts';
import { launch } from './browser/launch.ts';
import { serve } from './browser/serve.ts';
import { ensureBuilt } from './read/built.ts';
import { look } from './read/look.ts';
import { print } from './read/print.ts';
import { wrap } from './read/wrap.ts';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		browser: { type: 'string', default: 'chromium' },
		lang: { type: 'string', default: 'en-US' },
		shot: { type: 'string' },
		json: { type: 'boolean', default: false },
		explain: { type: 'boolean', default: false },
	},
});
const [target] = positionals;
if (!target || !['chromium', 'firefox'].includes(values.browser)) {
	console.error(
		'npm run read -- <file.html|file.txt|url> [--browser chromium|firefox] [--lang zh-TW] [--shot out.png] [--json] [--explain]',
	);
	process.exit(2);
}

ensureBuilt();
const isUrl = /^https?:\/\//.test(target);
if (!isUrl && !existsSync(target)) {
	console.error(`${target}: no such file`);
	process.exit(2);
}
const raw = isUrl || !/\.(txt|md)$/i.test(target) ? undefined : readFileSync(target, 'utf8');
const body = isUrl ? '' : raw === undefined ? readFileSync(target) : wrap(raw);
const served = isUrl ? null : await serve((path) => (path === `/${basename(target)}` ? { body } : null));
const running = await launch({ kind: values.browser as Kind, lang: values.lang });
try {
	const url = served ? `${served.origin}/${encodeURI(basename(target))}` : target;
	const reading = await look(running, url, { lang: values.lang, raw, shot: values.shot });
	console.log(values.json ? JSON.stringify(reading, null, '\t') : print(reading, values.explain));
	process.exitCode = 0;
} finally {
	await running.close();
	await served?.close();
}
