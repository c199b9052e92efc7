/** The article's own text out of what the overlay reports. Touches nothing. */
import { CHUNK, type PageReport, type PageText } from './page.ts';

/** As the overlay itself asks by. */
const MOST = 400;
const OTHER = new Set(['chrome', 'comment', 'teaser']);

export interface OwnText {
	page: PageText;
	/** The number in the report of each block. */
	at: number[];
}

export function ownText({ url, title, lang, published, blocks, mentions }: PageReport): OwnText {
	const entities = Map.groupBy(mentions, ({ block }) => block);
	const own = blocks
		.map((block, at) => ({ ...block, at }))
		.filter(({ role }) => !OTHER.has(role))
		.slice(0, MOST);
	return {
		page: {
			url: url.slice(0, 4096),
			title,
			lang,
			published,
			blocks: own.map(({ role, text, at }) => ({
				role,
				text: text.slice(0, CHUNK),
				entities: (entities.get(at) ?? []).map(({ entity }) => entity),
			})),
		},
		at: own.map(({ at }) => at),
	};
}
