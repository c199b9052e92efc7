/** Numbers for all documents of a pack, the most telling first: so each list of postings is in the order of its results. Touches nothing. */
import { sorting } from '../../names/index.ts';
import type { Part } from './part.ts';

export interface Ordinals {
	/** Kind's number and local id, by ordinal. */
	docs: string[];
	/** By ordinal: events of an entity, articles of a source. */
	weights: Uint32Array;
	/** Ordinals where each kind ends. */
	ends: number[];
	/** Ordinal by doc of a part; `NONE` where the pack has no such record. */
	byPart: Uint32Array[];
	/** Events of an entity, by ordinal of the entity. */
	events: Map<number, number[]>;
}

export const NONE = 0xffffffff;

/** In steps. */
export function* ordinalsOf(
	parts: readonly Pick<Part, 'docs' | 'dates' | 'links'>[],
): Generator<void, Ordinals> {
	const dates = new Map<string, string>();
	const weights = new Map<string, number>();
	for (const { docs, dates: own, links } of parts) {
		docs.forEach((doc, at) => {
			const date = own[at];
			if (typeof date !== 'string') return;
			dates.set(doc, date);
			for (const linked of linksOf(doc, links[at])) weights.set(linked, (weights.get(linked) ?? 0) + 1);
		});
		yield;
	}
	const docs = yield* sorting(
		[...dates.keys()],
		(a, b) =>
			compare(a[0], b[0]) ||
			(weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
			compare(dates.get(b), dates.get(a)) ||
			compare(a, b),
	);
	const ordinals = new Map(docs.map((doc, at) => [doc, at]));
	const events = new Map<number, number[]>();
	for (const part of parts) {
		part.docs.forEach((doc, at) => {
			const event = ordinals.get(doc);
			if (event === undefined || doc[0] !== '1') return;
			for (const linked of linksOf(doc, part.links[at])) {
				const entity = ordinals.get(linked);
				if (entity === undefined) continue;
				const list = events.get(entity);
				if (list) list.push(event);
				else events.set(entity, [event]);
			}
		});
		yield;
	}
	const byPart: Uint32Array[] = [];
	for (const part of parts) {
		byPart.push(Uint32Array.from(part.docs, (doc) => ordinals.get(doc) ?? NONE));
		yield;
	}
	return {
		docs,
		weights: Uint32Array.from(docs, (doc) => weights.get(doc) ?? 0),
		ends: ['0', '1', '2', '3'].map((kind) => docs.filter((doc) => (doc[0] as string) <= kind).length),
		byPart,
		events,
	};
}

/** Docs that an event or article names. */
const linksOf = (doc: string, links = ''): string[] =>
	links === '' ? [] : links.split(' ').map((id) => `${doc[0] === '1' ? 0 : 2}${id}`);

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);
