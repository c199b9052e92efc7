/** How many claims and articles each event has, its parts' among them: counted from slips, so that no list reads claims. Touches nothing. */
import { type SlipRow, way } from './slip.ts';
import { publicId } from './store.ts';

export interface Told {
	articles: number;
	claims: number;
}

/** Parts within parts that are counted; as deep as claims are read (coverage.ts). */
export const DEPTH = 4;

/** By local id, out of all slips of one pack; null where one of them does not tell. */
export function* talliesOf(
	slips: readonly Pick<SlipRow, 'events' | 'told'>[],
): Generator<void, Map<string, Told> | null> {
	const events = slips.map(({ events }) => events);
	if (!events.every((list) => list !== undefined)) return null;
	const wholes = new Map(events.flat().map(({ id, partOf }) => [id, partOf]));
	const found = new Map(Array.from(wholes.keys(), (id) => [id, { claims: 0, articles: new Set<string>() }]));
	yield;
	for (const { told = [] } of slips) {
		for (const { event, claims, articles } of told) {
			let at: string | undefined = event;
			for (let depth = 0; at !== undefined && depth <= DEPTH; depth++) {
				const sum = found.get(at);
				if (sum) sum.claims += claims;
				for (const article of articles) sum?.articles.add(article);
				at = wholes.get(at);
			}
		}
		yield;
	}
	return new Map(
		Array.from(found, ([id, { claims, articles }]) => [id, { claims, articles: articles.size }]),
	);
}

/** An event's own way and its number, in turn. Packs of which a slip does not tell are left out: they are counted when read. */
export function* toldWays(slips: readonly SlipRow[]): Generator<void, Record<keyof Told, Uint32Array>> {
	const ways: Record<keyof Told, number[]> = { articles: [], claims: [] };
	for (const [pack, own] of Map.groupBy(slips, ({ pack }) => pack)) {
		for (const [id, told] of (yield* talliesOf(own)) ?? []) {
			const hash = way.id('events', publicId(pack, id));
			ways.articles.push(hash, told.articles);
			ways.claims.push(hash, told.claims);
		}
		yield;
	}
	return { articles: Uint32Array.from(ways.articles), claims: Uint32Array.from(ways.claims) };
}

/** Out of what `toldWays` gave; null where it is not known, or two events share a hash. */
export function toldIn(ways: Record<keyof Told, Uint32Array>, id: string): Told | null {
	const hash = way.id('events', id);
	const of = (list: Uint32Array) => {
		const found: number[] = [];
		for (let i = 0; i < list.length; i += 2) if (list[i] === hash) found.push(list[i + 1] as number);
		return found;
	};
	const [[articles, ...more], [claims]] = [of(ways.articles), of(ways.claims)];
	return articles === undefined || claims === undefined || more.length > 0 ? null : { articles, claims };
}
