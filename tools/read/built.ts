/** The extension, built once where it is missing. Runs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export function ensureBuilt(): void {
	if (existsSync('.output/chrome/manifest.json') && existsSync('.output/firefox/manifest.json')) return;
	const { status } = spawnSync(process.execPath, ['tools/build.ts'], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status !== 0) process.exit(status ?? 1);
}
