/** A script on a page is its own `main` and nothing around it: wxt's words for the console are bytes on every page. */
import type { Plugin } from 'vite';

const WRAPPER = 'wxt-unlisted-script-entrypoint';
const OWN = /^import definition from .+$/m;

export function bareScript(): Plugin {
	return {
		name: 'bare-script',
		apply: 'build',
		transform(code, id) {
			if (!id.includes(WRAPPER)) return null;
			const [own] = OWN.exec(code) ?? this.error(`wxt starts scripts otherwise: ${id}`);
			return `${own}\ndefinition.main();`;
		},
	};
}
