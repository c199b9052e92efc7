/** The extension as a whole: manifest, the pack it carries, and how its scripts are bundled. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { bareScript } from './tools/bare-script.ts';
import { oneChunk } from './tools/one-chunk.ts';
import { usedMessages } from './tools/used-messages.ts';

/** Written by `npm run pack -- build`, which every build runs first. */
const PACK = '.output/pack';

/** Trusted by this hash alone; it is part of the background script. */
function bundledHash(): string {
	const manifest = join(PACK, 'manifest.json');
	return existsSync(manifest) ? createHash('sha256').update(readFileSync(manifest)).digest('hex') : '';
}

const CSP = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"connect-src 'self' https:",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types sidelight-worker',
];

/** Firefox's background fetches packs through a frame of its own. */
const csp = (browser: string): string =>
	(browser === 'firefox'
		? [
				...CSP.filter((rule) => !rule.startsWith('frame-ancestors')),
				"frame-src 'self'",
				"frame-ancestors 'self'",
			]
		: CSP
	).join('; ');

/** Option with a letter types one on a Mac. */
const keys = (letter: string) => ({ default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` });

export default defineConfig({
	manifestVersion: 3,
	outDir: '.output',
	outDirTemplate: '{{browser}}',
	imports: false,
	manifest: ({ browser }) => ({
		name: '__MSG_extName__',
		description: '__MSG_extDescription__',
		default_locale: 'en',
		permissions: [
			...['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab', 'contextMenus'],
			// Where Chromium lets a worker be started.
			...(browser === 'firefox' ? [] : ['offscreen']),
		],
		optional_host_permissions: ['*://*/*'],
		content_security_policy: { extension_pages: csp(browser) },
		omnibox: { keyword: 'sl' },
		commands: {
			'next-name': { suggested_key: keys('N'), description: '__MSG_commandNext__' },
			'previous-name': { suggested_key: keys('P'), description: '__MSG_commandPrevious__' },
			'open-panel': { suggested_key: keys('L'), description: '__MSG_commandPanel__' },
			// Chromium suggests four keys and no more.
			'page-summary': { description: '__MSG_commandSummary__' },
			'toggle-card': { suggested_key: keys('S'), description: '__MSG_commandCard__' },
		},
		...(browser === 'firefox'
			? {
					browser_specific_settings: {
						gecko: {
							id: 'sidelight@sidelight.example',
							strict_min_version: '142.0',
							data_collection_permissions: { required: ['none'] },
						},
					},
				}
			: { minimum_chrome_version: '137', message_serialization: 'structured_clone' }),
	}),
	hooks: {
		/** wxt leaves out of the sources what it skips: one browser's own entrypoints would be missing from them. */
		'entrypoints:resolved': (_, entrypoints) => {
			entrypoints.splice(0, entrypoints.length, ...entrypoints.filter(({ skipped }) => !skipped));
		},
		'build:publicAssets': (wxt, files) => {
			const frame = files.findIndex(({ relativeDest }) => relativeDest === 'fetch-frame.html');
			if (wxt.config.browser !== 'firefox' && frame >= 0) files.splice(frame, 1);
			const shards = readdirSync(join(PACK, 'shards')).map((name) => `shards/${name}`);
			for (const path of ['manifest.json', ...shards]) {
				files.push({ absoluteSrc: join(process.cwd(), PACK, path), relativeDest: `pack/${path}` });
			}
		},
	},
	vite: () => ({
		define: { __PACK_HASH__: JSON.stringify(bundledHash()) },
		build: { sourcemap: false, target: 'es2023' },
		plugins: [usedMessages(), oneChunk(), bareScript()],
	}),
});
