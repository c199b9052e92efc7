/**
 * What a list of results shows of each document, in all languages: kept with the index, so that a search reads nothing
 * else. Made from the rows of a pack's shards. Reads the Dexie store.
 */
import { type Breathe, inSlices } from '../../names/index.ts';
import type { Entity, Source, Texts } from '../../packs/index.ts';
import { whenOf } from '../coverage.ts';
import { eachRow } from '../shelf.ts';
import type { Store } from '../store.ts';
import { type Told, talliesOf } from '../told.ts';
import type { When } from '../views.ts';
import { KINDS, type Kind } from './part.ts';

export interface Lines {
	/** `names`: what else it is called. */
	entity: { name: Texts; names: string[]; kind: Entity['kind']; description: Texts };
	/** `told`: null where it was not counted beforehand. */
	event: { name: Texts; when: When; place: Texts | null; told: Told | null };
	source: { name: Texts; medium: Source['medium']; country: string };
	article: { title: string | null; lang: string; date: string; outlet: Partial<Record<string, string>> };
}

/** By the document's key in a part: kind's number and local id. */
export type LinesOfPack = Map<string, Lines[Kind]>;

/** Slips of one transaction. */
const AT_ONCE = 8;

export async function linesOf(
	store: Store,
	shards: readonly string[],
	breathe?: Breathe,
): Promise<LinesOfPack> {
	const lines: LinesOfPack = new Map();
	const keep = <K extends Kind>(kind: K, id: string, line: Lines[K]) =>
		lines.set(`${KINDS.indexOf(kind)}${id}`, line);
	const named = (kind: 'entity' | 'source', id: string | undefined) =>
		id === undefined ? null : ((lines.get(`${KINDS.indexOf(kind)}${id}`) as Lines['source'])?.name ?? null);
	for await (const { id, record } of eachRow(store, 'entities', shards, breathe)) {
		const { name, kind, description, aliases, pinyin = [] } = record;
		keep('entity', id, { name, names: [...aliases.map(({ text }) => text), ...pinyin], kind, description });
	}
	for await (const { id, record } of eachRow(store, 'sources', shards, breathe)) {
		const { name, medium, country } = record;
		keep('source', id, { name, medium, country });
	}
	for await (const { id, record } of eachRow(store, 'articles', shards, breathe)) {
		const { title = null, lang, published: date, source } = record;
		keep('article', id, { title, lang, date, outlet: named('source', source) ?? { und: source } });
	}
	const told = await toldIn(store, shards, breathe);
	for await (const row of eachRow(store, 'events', shards, breathe)) {
		const { name, where } = row.record;
		const place = named('entity', where[0]);
		keep('event', row.id, { name, when: whenOf(row), place, told: told?.get(row.id) ?? null });
	}
	return lines;
}

async function toldIn(store: Store, shards: readonly string[], breathe?: Breathe) {
	const slips = [];
	for (let at = 0; at < shards.length; at += AT_ONCE) {
		await breathe?.();
		for (const slip of await store.slips.bulkGet(shards.slice(at, at + AT_ONCE))) if (slip) slips.push(slip);
	}
	return inSlices(talliesOf(slips), undefined, breathe);
}

/** Names that tell how like a result is to what was typed. */
export function namesOf(line: Lines[Kind]): string[] {
	if ('title' in line) return line.title === null ? [] : [line.title];
	const own = Object.values(line.name).filter((text) => text !== undefined);
	return 'names' in line ? [...own, ...line.names] : own;
}
