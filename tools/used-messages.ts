/**
 * Leaves in the card's code only the texts it may show: pages wait for it, and all texts in three languages are a third
 * of it. A key is used when the code names it as a string, or the stem of its plural, or how a template begins
 * (`region_${region}`). Reads public/_locales.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const FILE = /_locales\/(\w+)\/messages\.json$/;
/** A virtual module's name; what Rollup calls so no other plugin reads. */
const VIRTUAL = '\0messages:';
const PLACE = /__MESSAGES_(\w+?)__/g;
const PLURAL = /_(?:one|other)$/;

export function usedMessages(): Plugin {
	return {
		name: 'used-messages',
		enforce: 'pre',
		apply: 'build',
		resolveId: (source) => {
			const [, lang] = FILE.exec(source) ?? [];
			return lang ? `${VIRTUAL}${lang}` : null;
		},
		load: (id) =>
			id.startsWith(VIRTUAL) ? `export default __MESSAGES_${id.slice(VIRTUAL.length)}__;` : null,
		generateBundle(_, bundle) {
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== 'chunk') continue;
				const { code } = chunk;
				const used = new Set(code.match(/(?<=(["'`]))\w+(?=\1)/g));
				const begun = code.match(/(?<=["'`])\w+_(?=["'`]|\$\{)/g) ?? [];
				const wanted = (key: string) =>
					chunk.name !== 'card' ||
					used.has(key) ||
					used.has(key.replace(PLURAL, '')) ||
					begun.some((stem) => key.startsWith(stem));
				chunk.code = code.replace(PLACE, (_, lang: string) => JSON.stringify(messages(lang, wanted)));
			}
		},
	};
}

function messages(lang: string, wanted: (key: string) => boolean): Record<string, { message: string }> {
	const all: Record<string, { message: string }> = JSON.parse(
		readFileSync(`public/_locales/${lang}/messages.json`, 'utf8'),
	);
	return Object.fromEntries(
		Object.entries(all).flatMap(([key, { message }]) => (wanted(key) ? [[key, { message }]] : [])),
	);
}
