/** Pages of ours on a loopback server, and the five documents where they lie beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Served, serve } from '../../../tools/browser/serve.ts';
import { wrap } from '../../../tools/read/wrap.ts';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.xml': 'text/xml; charset=utf-8',
};
const DOCUMENTS = '../shared/seeds';

/** What of a document is not the article: other stories' teasers and the page's furniture, as two readers marked it. */
function teasersOf(number: string): string {
	const raw = documentText(number);
	const { boilerplate } = JSON.parse(readFileSync(`tests/gold/${number}.json`, 'utf8')) as {
		boilerplate: [number, number][];
	};
	return boilerplate.map(([start, end]) => raw.slice(start, end)).join('\n');
}

/** Files of tests/pages by path, and `/inline/<n>` for HTML given here. */
export async function servePages(inline: readonly string[] = []): Promise<Served> {
	return serve((path) => {
		const [name = ''] = path.split('?');
		const own = /^\/inline\/(\d+)$/.exec(name);
		if (own) return { body: inline[Number(own[1])] ?? '' };
		const document = /^\/document\/(\d{3})$/.exec(name);
		if (document) return { body: wrap(documentText(document[1] as string)) };
		const teasers = /^\/teasers\/(\d{3})$/.exec(name);
		if (teasers) return { body: wrap(teasersOf(teasers[1] as string)) };
		const file = join('tests/pages', name);
		if (name.includes('..') || !existsSync(file)) return null;
		return { body: readFileSync(file), type: TYPES[extname(file)] ?? 'application/octet-stream' };
	});
}

/** Whether the articles lie beside this checkout; they are never part of it. */
export const haveDocuments = existsSync(DOCUMENTS);

export function documentText(number: string): string {
	const name = readdirSync(DOCUMENTS).find((file) => file.startsWith(`${number}_`));
	return readFileSync(join(DOCUMENTS, name ?? ''), 'utf8');
}
