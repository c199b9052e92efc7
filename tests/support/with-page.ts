/** A copy of the build with one page more, its script bundled from the tests: what the extension's own pages may do, a test may do there. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Kind } from '../../tools/browser/find.ts';

/** The folder, for `launch` to take as the extension; whoever asked removes it. `/<name>.html` is the page. */
export async function withPage(
	kind: Kind,
	name: string,
	entry: string,
	folder = mkdtempSync(join(tmpdir(), 'sidelight-with-')),
): Promise<string> {
	cpSync(join('.output', kind === 'chromium' ? 'chrome' : 'firefox'), folder, { recursive: true });
	await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		build: {
			outDir: folder,
			emptyOutDir: false,
			lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
		},
	});
	writeFileSync(
		join(folder, `${name}.html`),
		`<!doctype html><title>${name}</title><script type="module" src="${name}.js"></script>`,
	);
	return folder;
}
