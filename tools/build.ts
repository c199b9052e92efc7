/** `npm run build`: the pack, then the extension for both browsers; with `--zip` as the stores take it. */
import { spawnSync } from 'node:child_process';
import { build } from './pack/build.ts';
import { DEFAULT_PACK } from './pack/default.ts';

const zip = process.argv.includes('--zip');
const browsers = process.argv.slice(2).filter((one) => one !== '--zip');

if (await build(DEFAULT_PACK, '.output/pack')) process.exit(1);
for (const browser of browsers.length > 0 ? browsers : ['chrome', 'firefox']) {
	const { status } = spawnSync(
		process.execPath,
		['node_modules/wxt/bin/wxt.mjs', zip ? 'zip' : 'build', '-b', browser, '--mv3'],
		{ stdio: 'inherit' },
	);
	if (status !== 0) process.exit(status ?? 1);
}
