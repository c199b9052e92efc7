/** A script on a page is its own `main` and nothing around it: wxt's words for the console are bytes on every page. */
import type { Plugin } from 'vite';

const WRAPPER = 'wxt-unlisted-script-entrypoint';
const OWN = /^import definition from .+$/m;
/** Chromium compiles its functions all at once: nearly all are called, and one by one takes longer. */
const EAGER = '//# allFunctionsCalledOnLoad\n';

export function bareScript(): Plugin {
	return {
		name: 'bare-script',
		apply: 'build',
		transform(code, id) {
			if (!id.includes(WRAPPER)) return null;
			const [own] = OWN.exec(code) ?? this.error(`wxt starts scripts otherwise: ${id}`);
			return `${own}\ndefinition.main();`;
		},
		generateBundle(_, bundle) {
			const overlay = bundle['overlay.js'];
			if (overlay?.type === 'chunk') overlay.code = EAGER + overlay.code;
		},
	};
}
