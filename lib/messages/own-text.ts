/** The article's own text out of what the overlay reports, and a comparison's places back in that report. Touches nothing. */
import type { Comparison, Spot } from '../events/index.ts';
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

/** Places in the report's blocks instead of those that were sent. */
export function inReport(comparison: Comparison, at: readonly number[]): Comparison {
	const moved = (spot: Spot): Spot => ({ ...spot, block: at[spot.block] ?? -1 });
	return {
		...comparison,
		claims: comparison.claims.map((one) => ({
			...one,
			sentences: one.sentences.map(moved),
			words: one.words.map(moved),
		})),
	};
}
