/** `npm start`: builds, finds or installs a browser, opens the demo article with the overlay on it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, hasDisplay, type Kind, needBrowser } from './browser/find.ts';
import { launch } from './browser/launch.ts';
import { type Reply, serve } from './browser/serve.ts';
import { look } from './read/look.ts';
import { print } from './read/print.ts';

const DEMO = 'tests/pages/demo';
const PAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const SHOTS = '.output/start';
const TYPES: Record<string, string> = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8' };

const { status } = spawnSync(process.execPath, ['tools/build.ts'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const served = await serve(demo);
try {
	const kind: Kind = !findBrowser('chromium') && findBrowser('firefox') ? 'firefox' : 'chromium';
	needBrowser(kind);
	if (hasDisplay()) await show(kind, served.origin);
	else await tell(kind, served.origin);
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
} finally {
	await served.close();
}

function demo(path: string): Reply | null {
	const name = path.slice(1);
	if (!/^[\w-]+\.(html|css)$/.test(name)) return null;
	return { body: readFileSync(join(DEMO, name)), type: TYPES[name.split('.').pop() as string] };
}

async function show(kind: Kind, origin: string): Promise<void> {
	const running = await launch({
		kind,
		headless: false,
		viewport: null,
		lang: Intl.DateTimeFormat().resolvedOptions().locale,
	});
	const page = await running.browser.newPage();
	await page.goto(`${origin}/zh-Hans.html`);
	console.log(
		`${origin}/zh-Hans.html is open; rest the pointer on an underlined name. Close the browser to end.`,
	);
	await new Promise<void>((closed) => running.browser.once('disconnected', () => closed()));
	await running.close();
}

async function tell(kind: Kind, origin: string): Promise<void> {
	mkdirSync(SHOTS, { recursive: true });
	for (const name of PAGES) {
		const lang = name === 'zh-Hans' ? 'zh-CN' : name === 'zh-Hant' ? 'zh-TW' : 'en-US';
		const running = await launch({ kind, lang });
		try {
			const shot = join(SHOTS, `${name}.png`);
			console.log(print(await look(running, `${origin}/${name}.html`, { lang, shot }), false));
			console.log(`\nscreenshot: ${shot}\n`);
		} finally {
			await running.close();
		}
	}
}
