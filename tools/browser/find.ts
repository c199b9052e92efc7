/** Finds a browser on this machine, or installs Debian's. Looks at files; runs apt only as root on Debian. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Kind = 'chromium' | 'firefox';

const NAMES: Record<Kind, string[]> = {
	chromium: [
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		'microsoft-edge',
		'microsoft-edge-stable',
	],
	firefox: ['firefox-esr', 'firefox'],
};
const PLACES: Record<Kind, string[]> = {
	chromium: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
	],
	firefox: [
		'/Applications/Firefox.app/Contents/MacOS/firefox',
		'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
	],
};
const PACKAGES: Record<Kind, string[]> = {
	chromium: ['chromium', 'fonts-noto-cjk'],
	firefox: ['firefox-esr', 'fonts-noto-cjk'],
};

/** Path of a browser of that kind, or null. `CHROME_PATH` comes first. */
export function findBrowser(kind: Kind): string | null {
	const wanted = kind === 'chromium' ? process.env.CHROME_PATH : process.env.FIREFOX_PATH;
	if (wanted && existsSync(wanted)) return wanted;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const paths = [
		...NAMES[kind].flatMap((name) => folders.map((folder) => join(folder, name))),
		...PLACES[kind],
	];
	return paths.find((path) => existsSync(path)) ?? null;
}

/** As `findBrowser`; as root on Debian installs what is missing. Throws with words on what to do. */
export function needBrowser(kind: Kind): string {
	const found = findBrowser(kind);
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log(`no ${kind} here: installing ${PACKAGES[kind].join(' and ')} by apt`);
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
		spawnSync('apt-get', ['install', '-y', '-qq', ...PACKAGES[kind]], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env,
		});
		const installed = findBrowser(kind);
		if (installed) return installed;
	}
	const variable = kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH';
	throw new Error(
		`No ${kind} was found. Install one (Debian: apt install ${PACKAGES[kind][0]}), or set ${variable} to its program.`,
	);
}

export function hasDisplay(): boolean {
	if (process.platform !== 'linux') return !process.env.CI;
	return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
